/** The figures and the things that need care, at a glance. */
@NullMarked
package social.greenroom.api.overview;

import org.jspecify.annotations.NullMarked;

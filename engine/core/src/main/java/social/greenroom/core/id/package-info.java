/** Identifiers. */
@NullMarked
package social.greenroom.core.id;

import org.jspecify.annotations.NullMarked;

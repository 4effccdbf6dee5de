/** Asking for posts. */
@NullMarked
package social.greenroom.api.request;

import org.jspecify.annotations.NullMarked;

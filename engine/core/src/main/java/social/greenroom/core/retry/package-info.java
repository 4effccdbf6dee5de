/** When something is tried again, and when it no longer is. */
@NullMarked
package social.greenroom.core.retry;

import org.jspecify.annotations.NullMarked;

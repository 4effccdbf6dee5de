/** Stops and other policies; of two, the stricter wins. */
@NullMarked
package social.greenroom.core.policy;

import org.jspecify.annotations.NullMarked;

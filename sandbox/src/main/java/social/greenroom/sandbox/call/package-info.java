/** Who calls what. */
@NullMarked
package social.greenroom.sandbox.call;

import org.jspecify.annotations.NullMarked;

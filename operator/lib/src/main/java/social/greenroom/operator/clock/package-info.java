/** Time that passes, whatever the server's clock is set to. */
@NullMarked
package social.greenroom.operator.clock;

import org.jspecify.annotations.NullMarked;

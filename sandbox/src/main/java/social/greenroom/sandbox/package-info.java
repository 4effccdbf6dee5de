/**
 * The outside world in small: vendors' protocols, spoken by a server that never leaves this
 * machine.
 */
@NullMarked
package social.greenroom.sandbox;

import org.jspecify.annotations.NullMarked;

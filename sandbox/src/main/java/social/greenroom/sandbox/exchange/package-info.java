/** One call of one account at one network, from its arrival to its answer. */
@NullMarked
package social.greenroom.sandbox.exchange;

import org.jspecify.annotations.NullMarked;

/** The tick: arithmetic that finds out whether a persona is to be asked. */
@NullMarked
package social.greenroom.operator.tick;

import org.jspecify.annotations.NullMarked;

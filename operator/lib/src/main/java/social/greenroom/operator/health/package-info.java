/** Whether the operator can work. */
@NullMarked
package social.greenroom.operator.health;

import org.jspecify.annotations.NullMarked;

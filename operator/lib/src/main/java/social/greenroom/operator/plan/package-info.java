/** What a change of resources would do, told before it is applied. */
@NullMarked
package social.greenroom.operator.plan;

import org.jspecify.annotations.NullMarked;

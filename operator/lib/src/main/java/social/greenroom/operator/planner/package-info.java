/** The planner: what is due soon gets a dispatch and a publish Job. */
@NullMarked
package social.greenroom.operator.planner;

import org.jspecify.annotations.NullMarked;

/** Which of several operators works: the one that holds the Lease. */
@NullMarked
package social.greenroom.operator.leadership;

import org.jspecify.annotations.NullMarked;

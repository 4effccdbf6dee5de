/** Changes in the database wake the reconcilers. */
@NullMarked
package social.greenroom.operator.change;

import org.jspecify.annotations.NullMarked;

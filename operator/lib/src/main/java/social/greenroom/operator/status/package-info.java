/** How decisions become conditions, and conditions become a status. */
@NullMarked
package social.greenroom.operator.status;

import org.jspecify.annotations.NullMarked;

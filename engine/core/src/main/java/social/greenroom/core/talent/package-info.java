/** Who a talent is: the voice that everything written in their name has to keep to. */
@NullMarked
package social.greenroom.core.talent;

import org.jspecify.annotations.NullMarked;

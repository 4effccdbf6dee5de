/** What people handed in becomes post requests. */
@NullMarked
package social.greenroom.operator.intake;

import org.jspecify.annotations.NullMarked;

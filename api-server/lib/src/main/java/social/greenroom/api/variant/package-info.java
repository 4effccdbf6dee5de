/** Posts' versions per account: seeing, approving, changing, moving and settling them. */
@NullMarked
package social.greenroom.api.variant;

import org.jspecify.annotations.NullMarked;

/** Spacing out many posts: the plan, and its acceptance. */
@NullMarked
package social.greenroom.api.spacing;

import org.jspecify.annotations.NullMarked;

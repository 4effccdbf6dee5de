/** Posts, their variants, the states they pass through, and what an approval covers. */
@NullMarked
package social.greenroom.core.post;

import org.jspecify.annotations.NullMarked;

/** What networks allow at a time, and whether they answer. */
@NullMarked
package social.greenroom.core.limit;

import org.jspecify.annotations.NullMarked;

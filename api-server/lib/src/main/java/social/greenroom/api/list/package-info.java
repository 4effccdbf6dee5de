/** Lists in pages. */
@NullMarked
package social.greenroom.api.list;

import org.jspecify.annotations.NullMarked;

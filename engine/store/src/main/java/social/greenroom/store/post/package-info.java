/** Posts and their variants. */
@NullMarked
package social.greenroom.store.post;

import org.jspecify.annotations.NullMarked;

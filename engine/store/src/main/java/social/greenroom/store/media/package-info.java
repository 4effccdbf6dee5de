/** Which media there is, and which of it still has to be rendered. */
@NullMarked
package social.greenroom.store.media;

import org.jspecify.annotations.NullMarked;

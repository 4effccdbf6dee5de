/** Reading an account's own posts to settle what became of a post. */
@NullMarked
package social.greenroom.channels.readback;

import org.jspecify.annotations.NullMarked;

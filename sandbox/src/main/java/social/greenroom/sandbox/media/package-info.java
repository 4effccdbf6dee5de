/** Pictures and videos handed to the networks. */
@NullMarked
package social.greenroom.sandbox.media;

import org.jspecify.annotations.NullMarked;

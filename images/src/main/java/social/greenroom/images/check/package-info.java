/** The rules that an image has to keep. */
@NullMarked
package social.greenroom.images.check;

import org.jspecify.annotations.NullMarked;

/** Programs run out of an unpacked image, as a container would run them. */
@NullMarked
package social.greenroom.images.run;

import org.jspecify.annotations.NullMarked;

/** What an image written to a file holds. */
@NullMarked
package social.greenroom.images.tar;

import org.jspecify.annotations.NullMarked;

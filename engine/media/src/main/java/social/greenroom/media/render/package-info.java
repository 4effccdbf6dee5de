/** Makes the pictures a network gets out of the pictures people give. */
@NullMarked
package social.greenroom.media.render;

import org.jspecify.annotations.NullMarked;

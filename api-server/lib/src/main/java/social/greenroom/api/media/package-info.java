/** Handing out stored pictures. */
@NullMarked
package social.greenroom.api.media;

import org.jspecify.annotations.NullMarked;

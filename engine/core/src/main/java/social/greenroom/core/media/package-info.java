/** The port through which media are stored and read, by content hash. */
@NullMarked
package social.greenroom.core.media;

import org.jspecify.annotations.NullMarked;

/** The port through which media are stored and read, by content hash, and who may use it. */
@NullMarked
package social.greenroom.core.media;

import org.jspecify.annotations.NullMarked;

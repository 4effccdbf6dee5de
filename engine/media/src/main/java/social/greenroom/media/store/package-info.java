/** Media kept on a file system under their content hash. */
@NullMarked
package social.greenroom.media.store;

import org.jspecify.annotations.NullMarked;

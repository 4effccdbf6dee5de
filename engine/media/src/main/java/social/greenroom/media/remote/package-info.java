/** Media as Jobs reach them: through the API server, by a token. */
@NullMarked
package social.greenroom.media.remote;

import org.jspecify.annotations.NullMarked;

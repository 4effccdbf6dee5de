/** The API server's part of the traces. */
@NullMarked
package social.greenroom.api.trace;

import org.jspecify.annotations.NullMarked;

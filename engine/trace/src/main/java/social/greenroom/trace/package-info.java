/** Traces of the work on a request and a post, over all programs. */
@NullMarked
package social.greenroom.trace;

import org.jspecify.annotations.NullMarked;

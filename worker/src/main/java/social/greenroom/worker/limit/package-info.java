/**
 * What networks allow, whether they answer, and when what they didn't take is tried again: the same
 * for posts and for what follows them.
 */
@NullMarked
package social.greenroom.worker.limit;

import org.jspecify.annotations.NullMarked;

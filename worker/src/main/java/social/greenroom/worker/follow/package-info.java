/**
 * Adds what follows a post that is out, each thing once. Nothing here is given a way to publish.
 */
@NullMarked
package social.greenroom.worker.follow;

import org.jspecify.annotations.NullMarked;

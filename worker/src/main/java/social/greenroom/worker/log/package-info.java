/** What a worker process writes about its work. */
@NullMarked
package social.greenroom.worker.log;

import org.jspecify.annotations.NullMarked;

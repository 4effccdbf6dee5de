/** What a Job is told by its arguments and environment, and how it ends. */
@NullMarked
package social.greenroom.worker.job;

import org.jspecify.annotations.NullMarked;

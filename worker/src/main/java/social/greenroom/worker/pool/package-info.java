/** The pool: a process that runs on and sends what is due, for every tenant. */
@NullMarked
package social.greenroom.worker.pool;

import org.jspecify.annotations.NullMarked;

/** Sends approved variants at their time, each exactly once. */
@NullMarked
package social.greenroom.worker.publish;

import org.jspecify.annotations.NullMarked;

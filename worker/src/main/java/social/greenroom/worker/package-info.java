/** The worker's entry point: one short-lived Job per call. */
@NullMarked
package social.greenroom.worker;

import org.jspecify.annotations.NullMarked;

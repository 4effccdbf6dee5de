/** The Jobs that do the work: what they look like, and whether they have ended. */
@NullMarked
package social.greenroom.operator.job;

import org.jspecify.annotations.NullMarked;

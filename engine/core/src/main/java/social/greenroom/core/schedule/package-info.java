/** When a post may go out: slots, caps, cooldown and blackouts in the talent's own time. */
@NullMarked
package social.greenroom.core.schedule;

import org.jspecify.annotations.NullMarked;

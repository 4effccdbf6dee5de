/** What Jobs may do here, by a token instead of a session: reach media, and no more. */
@NullMarked
package social.greenroom.api.job;

import org.jspecify.annotations.NullMarked;

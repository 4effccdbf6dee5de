/** The time of day, as the api server sees it. */
@NullMarked
package social.greenroom.api.time;

import org.jspecify.annotations.NullMarked;

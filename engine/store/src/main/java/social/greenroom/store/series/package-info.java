/** Series, and the times for which they made a request. */
@NullMarked
package social.greenroom.store.series;

import org.jspecify.annotations.NullMarked;

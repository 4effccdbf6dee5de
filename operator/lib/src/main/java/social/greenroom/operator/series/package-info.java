/** Series: each of their times becomes a post request, once. */
@NullMarked
package social.greenroom.operator.series;

import org.jspecify.annotations.NullMarked;

/** What a talent says again and again: seeing it, and pausing it. */
@NullMarked
package social.greenroom.api.series;

import org.jspecify.annotations.NullMarked;

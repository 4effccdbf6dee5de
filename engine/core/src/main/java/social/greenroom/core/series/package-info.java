/** What is posted again and again: when its next times are. */
@NullMarked
package social.greenroom.core.series;

import org.jspecify.annotations.NullMarked;

/** Finds out what an uploaded file really is, from its bytes alone, before any decoder sees it. */
@NullMarked
package social.greenroom.media.probe;

import org.jspecify.annotations.NullMarked;

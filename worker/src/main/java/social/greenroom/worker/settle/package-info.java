/** Finds out what became of a publish call whose outcome isn't known. */
@NullMarked
package social.greenroom.worker.settle;

import org.jspecify.annotations.NullMarked;

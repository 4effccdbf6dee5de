/** Panic and pause. */
@NullMarked
package social.greenroom.store.stop;

import org.jspecify.annotations.NullMarked;

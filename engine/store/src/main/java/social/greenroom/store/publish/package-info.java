/** The way out: dispatches, claims and attempts. */
@NullMarked
package social.greenroom.store.publish;

import org.jspecify.annotations.NullMarked;

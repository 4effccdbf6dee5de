/** Counts, and what needs care. */
@NullMarked
package social.greenroom.store.overview;

import org.jspecify.annotations.NullMarked;

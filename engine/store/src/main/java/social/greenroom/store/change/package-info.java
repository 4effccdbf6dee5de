/** Announcements of changes. */
@NullMarked
package social.greenroom.store.change;

import org.jspecify.annotations.NullMarked;

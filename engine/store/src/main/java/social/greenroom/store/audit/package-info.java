/** The append-only record of who did what. */
@NullMarked
package social.greenroom.store.audit;

import org.jspecify.annotations.NullMarked;

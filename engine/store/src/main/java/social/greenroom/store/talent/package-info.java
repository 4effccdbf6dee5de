/** Talents and what their owners have lastingly allowed. */
@NullMarked
package social.greenroom.store.talent;

import org.jspecify.annotations.NullMarked;

/** What owners have lastingly allowed, carried out. */
@NullMarked
package social.greenroom.operator.consent;

import org.jspecify.annotations.NullMarked;

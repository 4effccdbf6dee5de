/** What a talent's owner has lastingly allowed, in the portal and nowhere else. */
@NullMarked
package social.greenroom.api.consent;

import org.jspecify.annotations.NullMarked;

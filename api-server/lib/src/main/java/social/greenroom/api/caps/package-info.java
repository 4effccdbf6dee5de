/** What a talent sets themselves, as a ceiling over what their agency declares. */
@NullMarked
package social.greenroom.api.caps;

import org.jspecify.annotations.NullMarked;

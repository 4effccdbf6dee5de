/** The panic switch of a talent, and holds by the agency's people. */
@NullMarked
package social.greenroom.api.stop;

import org.jspecify.annotations.NullMarked;

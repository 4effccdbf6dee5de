/** The one way out to addresses that people give: which may be called, and the client that asks. */
@NullMarked
package social.greenroom.core.egress;

import org.jspecify.annotations.NullMarked;

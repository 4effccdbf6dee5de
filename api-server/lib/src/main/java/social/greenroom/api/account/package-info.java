/** The accounts posts go out through. */
@NullMarked
package social.greenroom.api.account;

import org.jspecify.annotations.NullMarked;

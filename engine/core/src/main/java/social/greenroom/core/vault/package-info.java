/** The port through which an account's credentials are read. */
@NullMarked
package social.greenroom.core.vault;

import org.jspecify.annotations.NullMarked;

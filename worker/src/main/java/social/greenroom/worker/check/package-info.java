/** The Job {@code check}: whose account a credential opens, and whether its network answers. */
@NullMarked
package social.greenroom.worker.check;

import org.jspecify.annotations.NullMarked;

/** Plain HTTP calls and uploads. */
@NullMarked
package social.greenroom.channels.transfer;

import org.jspecify.annotations.NullMarked;

/** What can go wrong with a call, and what that means for what was to be sent. */
@NullMarked
package social.greenroom.channels.failure;

import org.jspecify.annotations.NullMarked;

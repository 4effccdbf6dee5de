/** What is about to leave, checked before anything is sent. */
@NullMarked
package social.greenroom.channels.outgoing;

import org.jspecify.annotations.NullMarked;

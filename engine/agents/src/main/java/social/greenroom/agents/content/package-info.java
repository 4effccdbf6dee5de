/** Writes a post for each account in the talent's voice. */
@NullMarked
package social.greenroom.agents.content;

import org.jspecify.annotations.NullMarked;

/** LinkedIn over MCP. */
@NullMarked
package social.greenroom.channels.linkedin;

import org.jspecify.annotations.NullMarked;

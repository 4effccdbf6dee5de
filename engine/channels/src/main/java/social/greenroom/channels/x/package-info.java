/** X over MCP. */
@NullMarked
package social.greenroom.channels.x;

import org.jspecify.annotations.NullMarked;

/** Tools of MCP servers, called for an account. */
@NullMarked
package social.greenroom.channels.mcp;

import org.jspecify.annotations.NullMarked;

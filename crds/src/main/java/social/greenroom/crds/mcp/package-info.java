/** MCP servers and what they serve. */
@NullMarked
package social.greenroom.crds.mcp;

import org.jspecify.annotations.NullMarked;

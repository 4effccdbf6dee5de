/** MCP servers: rows for the tenants they serve. */
@NullMarked
package social.greenroom.operator.mcp;

import org.jspecify.annotations.NullMarked;

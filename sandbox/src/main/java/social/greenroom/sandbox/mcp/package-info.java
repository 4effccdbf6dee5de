/** Model Context Protocol over streamable HTTP. */
@NullMarked
package social.greenroom.sandbox.mcp;

import org.jspecify.annotations.NullMarked;

/** Accounts and the MCP servers that reach them. */
@NullMarked
package social.greenroom.store.account;

import org.jspecify.annotations.NullMarked;

/** Connections, and transactions bound to one tenant. */
@NullMarked
package social.greenroom.store.database;

import org.jspecify.annotations.NullMarked;

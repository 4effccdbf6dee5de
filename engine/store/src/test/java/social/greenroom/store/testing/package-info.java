/** A real PostgreSQL for tests, with the roles and rights of the real thing. */
@NullMarked
package social.greenroom.store.testing;

import org.jspecify.annotations.NullMarked;

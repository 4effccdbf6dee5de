/** What networks told of their limits, and whether they answer: kept for a tenant's accounts. */
@NullMarked
package social.greenroom.store.limit;

import org.jspecify.annotations.NullMarked;

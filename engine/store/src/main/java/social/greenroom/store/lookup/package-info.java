/** The few questions that cross tenants. */
@NullMarked
package social.greenroom.store.lookup;

import org.jspecify.annotations.NullMarked;

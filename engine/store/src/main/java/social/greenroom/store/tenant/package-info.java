/** Tenants and their members. */
@NullMarked
package social.greenroom.store.tenant;

import org.jspecify.annotations.NullMarked;

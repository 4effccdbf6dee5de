/** Logins for tenants' Jobs. */
@NullMarked
package social.greenroom.store.provision;

import org.jspecify.annotations.NullMarked;

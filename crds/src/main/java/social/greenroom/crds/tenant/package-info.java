/** Tenants: the agencies. */
@NullMarked
package social.greenroom.crds.tenant;

import org.jspecify.annotations.NullMarked;

/** Tenants: namespace, rows, login, data key, and the Secret of their Jobs. */
@NullMarked
package social.greenroom.operator.tenant;

import org.jspecify.annotations.NullMarked;

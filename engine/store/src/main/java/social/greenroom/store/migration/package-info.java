/** Roles and schema. */
@NullMarked
package social.greenroom.store.migration;

import org.jspecify.annotations.NullMarked;

/** What tenants, talents and accounts declare about posting alike. */
@NullMarked
package social.greenroom.crds.posting;

import org.jspecify.annotations.NullMarked;

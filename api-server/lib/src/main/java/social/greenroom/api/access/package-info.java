/** Who calls: sessions, permissions, and protection against forged requests. */
@NullMarked
package social.greenroom.api.access;

import org.jspecify.annotations.NullMarked;

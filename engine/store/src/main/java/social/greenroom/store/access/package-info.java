/** Users and their sessions. */
@NullMarked
package social.greenroom.store.access;

import org.jspecify.annotations.NullMarked;

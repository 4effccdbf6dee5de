/** Sealed credentials and the keys that seal them. */
@NullMarked
package social.greenroom.store.vault;

import org.jspecify.annotations.NullMarked;

/** Signing in and out. */
@NullMarked
package social.greenroom.api.session;

import org.jspecify.annotations.NullMarked;

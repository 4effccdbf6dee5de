/** What was asked for: intake and requests. */
@NullMarked
package social.greenroom.store.request;

import org.jspecify.annotations.NullMarked;

/** Which traces requests and posts belong to. */
@NullMarked
package social.greenroom.store.trace;

import org.jspecify.annotations.NullMarked;

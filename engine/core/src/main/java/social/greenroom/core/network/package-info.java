/** What each network allows: limits, capabilities and retry classes, as data. */
@NullMarked
package social.greenroom.core.network;

import org.jspecify.annotations.NullMarked;

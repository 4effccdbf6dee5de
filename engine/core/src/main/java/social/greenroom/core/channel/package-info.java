/** The platform contract: what every network adapter does, and the outcomes it may report. */
@NullMarked
package social.greenroom.core.channel;

import org.jspecify.annotations.NullMarked;

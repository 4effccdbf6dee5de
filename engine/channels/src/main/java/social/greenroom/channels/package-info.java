/** The networks: one adapter each, found by platform and channel. */
@NullMarked
package social.greenroom.channels;

import org.jspecify.annotations.NullMarked;

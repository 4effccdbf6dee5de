/** Taking files in, streamed and checked by content. */
@NullMarked
package social.greenroom.api.upload;

import org.jspecify.annotations.NullMarked;

/** Mastodon over its own API. */
@NullMarked
package social.greenroom.channels.mastodon;

import org.jspecify.annotations.NullMarked;

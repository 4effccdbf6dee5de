/** A Mastodon instance. */
@NullMarked
package social.greenroom.sandbox.mastodon;

import org.jspecify.annotations.NullMarked;

/** Live updates for the page. */
@NullMarked
package social.greenroom.api.event;

import org.jspecify.annotations.NullMarked;

/** Rendering as its Jobs see it: what is to be made, and what becomes of a draft when it is. */
@NullMarked
package social.greenroom.api.render;

import org.jspecify.annotations.NullMarked;

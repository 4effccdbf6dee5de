/** Decides whether a talent should post now, and what about. */
@NullMarked
package social.greenroom.agents.persona;

import org.jspecify.annotations.NullMarked;

/** The agents: each a stateless call of a model with a typed answer. */
@NullMarked
package social.greenroom.agents;

import org.jspecify.annotations.NullMarked;

/** The model router: any OpenAI- or Anthropic-shaped endpoint, asked with patience and a limit. */
@NullMarked
package social.greenroom.agents.router;

import org.jspecify.annotations.NullMarked;

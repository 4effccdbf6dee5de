/** Judges a draft: rules first, then a model's sense of tone and brand. */
@NullMarked
package social.greenroom.agents.moderation;

import org.jspecify.annotations.NullMarked;

/** Prompts: our instructions from resource files, and people's words fenced as material. */
@NullMarked
package social.greenroom.agents.prompt;

import org.jspecify.annotations.NullMarked;

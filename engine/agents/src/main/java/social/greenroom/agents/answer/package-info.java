/** Typed answers: the schema a model is given, and the reading of what it said. */
@NullMarked
package social.greenroom.agents.answer;

import org.jspecify.annotations.NullMarked;

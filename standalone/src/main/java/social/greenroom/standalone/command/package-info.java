/** The commands of {@code ./greenroom}. */
@NullMarked
package social.greenroom.standalone.command;

import org.jspecify.annotations.NullMarked;

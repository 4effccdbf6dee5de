/** What resources declare about posting, as the database takes it. */
@NullMarked
package social.greenroom.operator.posting;

import org.jspecify.annotations.NullMarked;

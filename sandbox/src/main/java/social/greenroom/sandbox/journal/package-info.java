/** What the sandbox received, kept in an append-only file so that a kill forgets nothing. */
@NullMarked
package social.greenroom.sandbox.journal;

import org.jspecify.annotations.NullMarked;

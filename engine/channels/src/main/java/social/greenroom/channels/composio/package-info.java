/** Composio's shape of answers and its store of files. */
@NullMarked
package social.greenroom.channels.composio;

import org.jspecify.annotations.NullMarked;

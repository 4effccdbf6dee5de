/** Composio's tools for LinkedIn and X. */
@NullMarked
package social.greenroom.sandbox.composio;

import org.jspecify.annotations.NullMarked;

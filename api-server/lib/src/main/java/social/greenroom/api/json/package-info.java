/** How the API reads and writes JSON. */
@NullMarked
package social.greenroom.api.json;

import org.jspecify.annotations.NullMarked;

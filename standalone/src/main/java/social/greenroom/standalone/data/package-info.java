/** What Greenroom keeps between runs, and where. */
@NullMarked
package social.greenroom.standalone.data;

import org.jspecify.annotations.NullMarked;

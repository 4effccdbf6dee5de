/** Starting everything, in one process or in several, and stopping it again. */
@NullMarked
package social.greenroom.standalone.up;

import org.jspecify.annotations.NullMarked;

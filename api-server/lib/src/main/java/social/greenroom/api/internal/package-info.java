/** The port that only Greenroom's own programs reach, and what is answered on it alone. */
@NullMarked
package social.greenroom.api.internal;

import org.jspecify.annotations.NullMarked;

/** How the operator ends. */
@NullMarked
package social.greenroom.operator.lifecycle;

import org.jspecify.annotations.NullMarked;

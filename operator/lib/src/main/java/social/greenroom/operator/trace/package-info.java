/** The operator's part of the traces. */
@NullMarked
package social.greenroom.operator.trace;

import org.jspecify.annotations.NullMarked;

/** Measured figures, each beside its limit in the same run. */
@NullMarked
package social.greenroom.benchmarks;

import org.jspecify.annotations.NullMarked;

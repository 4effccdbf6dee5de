/** What the operator counts and measures, under the names of docs/reference/metrics.md. */
@NullMarked
package social.greenroom.operator.metrics;

import org.jspecify.annotations.NullMarked;

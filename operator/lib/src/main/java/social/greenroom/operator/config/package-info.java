/** What can be configured, checked when the operator starts. */
@NullMarked
package social.greenroom.operator.config;

import org.jspecify.annotations.NullMarked;

/** What the operator's log lines tell besides their message. */
@NullMarked
package social.greenroom.operator.log;

import org.jspecify.annotations.NullMarked;

/** Events: the story of a resource, with a fixed set of reasons. */
@NullMarked
package social.greenroom.operator.event;

import org.jspecify.annotations.NullMarked;

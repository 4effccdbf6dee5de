/** Post requests: checked, kept, handed to Jobs, and their progress projected. */
@NullMarked
package social.greenroom.operator.request;

import org.jspecify.annotations.NullMarked;

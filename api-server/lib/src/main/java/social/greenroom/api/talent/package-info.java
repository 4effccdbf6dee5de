/** The talents a person may see. */
@NullMarked
package social.greenroom.api.talent;

import org.jspecify.annotations.NullMarked;

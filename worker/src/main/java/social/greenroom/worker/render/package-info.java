/** Makes the pictures that drafts go out with. */
@NullMarked
package social.greenroom.worker.render;

import org.jspecify.annotations.NullMarked;

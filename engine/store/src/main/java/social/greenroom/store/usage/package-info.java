/** What the models used. */
@NullMarked
package social.greenroom.store.usage;

import org.jspecify.annotations.NullMarked;

/** What the models used, so that it can be counted and paid for. */
@NullMarked
package social.greenroom.core.usage;

import org.jspecify.annotations.NullMarked;

/**
 * Phrases that never go out in a talent's name, and how they are found however they are dressed up.
 */
@NullMarked
package social.greenroom.core.neversay;

import org.jspecify.annotations.NullMarked;

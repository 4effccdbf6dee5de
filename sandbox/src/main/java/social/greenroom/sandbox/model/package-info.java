/** A model router that answers any client by rule. */
@NullMarked
package social.greenroom.sandbox.model;

import org.jspecify.annotations.NullMarked;

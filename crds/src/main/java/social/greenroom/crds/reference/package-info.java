/** References from one resource to another. */
@NullMarked
package social.greenroom.crds.reference;

import org.jspecify.annotations.NullMarked;

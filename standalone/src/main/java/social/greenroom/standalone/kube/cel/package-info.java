/** The CEL rules of custom resource definitions. */
@NullMarked
package social.greenroom.standalone.kube.cel;

import org.jspecify.annotations.NullMarked;

/** Discovery and OpenAPI documents. */
@NullMarked
package social.greenroom.standalone.kube.discovery;

import org.jspecify.annotations.NullMarked;

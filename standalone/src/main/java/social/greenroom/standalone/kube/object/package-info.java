/** Kubernetes objects as JSON, their metadata, and the errors an API server answers with. */
@NullMarked
package social.greenroom.standalone.kube.object;

import org.jspecify.annotations.NullMarked;

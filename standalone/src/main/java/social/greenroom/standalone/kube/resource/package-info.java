/** The resource types that are served: built in, and those that custom resource definitions add. */
@NullMarked
package social.greenroom.standalone.kube.resource;

import org.jspecify.annotations.NullMarked;

/** A Kubernetes API of our own over PostgreSQL, for one process on one machine. */
@NullMarked
package social.greenroom.standalone.kube;

import org.jspecify.annotations.NullMarked;

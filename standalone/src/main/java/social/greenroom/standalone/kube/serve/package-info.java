/** HTTP: routing, guarding, answering, watching. */
@NullMarked
package social.greenroom.standalone.kube.serve;

import org.jspecify.annotations.NullMarked;

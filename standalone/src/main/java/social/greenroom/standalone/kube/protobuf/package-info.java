/** Bodies in the binary form that clients written in Go prefer for built-in kinds. */
@NullMarked
package social.greenroom.standalone.kube.protobuf;

import org.jspecify.annotations.NullMarked;

/** JSON patch, merge patch and strategic merge patch. */
@NullMarked
package social.greenroom.standalone.kube.patch;

import org.jspecify.annotations.NullMarked;

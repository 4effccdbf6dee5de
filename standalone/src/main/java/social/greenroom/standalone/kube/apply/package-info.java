/** Server-side apply: who manages which field, merging, conflicts. */
@NullMarked
package social.greenroom.standalone.kube.apply;

import org.jspecify.annotations.NullMarked;

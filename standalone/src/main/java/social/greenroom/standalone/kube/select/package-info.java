/** Label and field selectors. */
@NullMarked
package social.greenroom.standalone.kube.select;

import org.jspecify.annotations.NullMarked;

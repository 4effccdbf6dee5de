/** Create, get, list, update, patch and delete. */
@NullMarked
package social.greenroom.standalone.kube.verb;

import org.jspecify.annotations.NullMarked;

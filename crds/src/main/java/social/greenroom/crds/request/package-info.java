/** Post requests: something a talent should say. */
@NullMarked
package social.greenroom.crds.request;

import org.jspecify.annotations.NullMarked;

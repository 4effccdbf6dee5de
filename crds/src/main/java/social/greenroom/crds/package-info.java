/** The resource types of group greenroom.social, and their definitions as YAML. */
@NullMarked
package social.greenroom.crds;

import org.jspecify.annotations.NullMarked;

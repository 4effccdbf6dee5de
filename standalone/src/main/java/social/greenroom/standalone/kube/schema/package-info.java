/** Structural schemas: validation, defaults, pruning and unknown fields. */
@NullMarked
package social.greenroom.standalone.kube.schema;

import org.jspecify.annotations.NullMarked;

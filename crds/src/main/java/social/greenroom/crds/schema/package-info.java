/** What the resource types say about their schema beyond types: object rules and list semantics. */
@NullMarked
package social.greenroom.crds.schema;

import org.jspecify.annotations.NullMarked;

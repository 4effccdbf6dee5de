/** The OpenAPI document, completed from the code's own types. */
@NullMarked
package social.greenroom.api.document;

import org.jspecify.annotations.NullMarked;

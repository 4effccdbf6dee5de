/** Tokens and keys in Secrets that people marked for Greenroom. */
@NullMarked
package social.greenroom.operator.credential;

import org.jspecify.annotations.NullMarked;

/** What went wrong, told as RFC 9457 problem documents with a sentence for a person. */
@NullMarked
package social.greenroom.api.problem;

import org.jspecify.annotations.NullMarked;

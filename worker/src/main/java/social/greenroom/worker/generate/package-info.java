/** Turns a request into drafts. */
@NullMarked
package social.greenroom.worker.generate;

import org.jspecify.annotations.NullMarked;

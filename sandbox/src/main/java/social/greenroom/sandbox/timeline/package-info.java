/** What went out, as a person and a test can see it. */
@NullMarked
package social.greenroom.sandbox.timeline;

import org.jspecify.annotations.NullMarked;

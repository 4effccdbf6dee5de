/** Who did what, from the audit. */
@NullMarked
package social.greenroom.api.activity;

import org.jspecify.annotations.NullMarked;

/** Talents: slug, invitation, profile. */
@NullMarked
package social.greenroom.operator.talent;

import org.jspecify.annotations.NullMarked;

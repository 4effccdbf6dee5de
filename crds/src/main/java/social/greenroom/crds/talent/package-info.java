/** Talents: the people with a voice of their own. */
@NullMarked
package social.greenroom.crds.talent;

import org.jspecify.annotations.NullMarked;

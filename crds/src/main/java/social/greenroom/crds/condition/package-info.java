/** Conditions in the manner of the Kubernetes API conventions, and how a set of them changes. */
@NullMarked
package social.greenroom.crds.condition;

import org.jspecify.annotations.NullMarked;

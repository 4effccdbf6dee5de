/** Approvals, bound to a content hash. */
@NullMarked
package social.greenroom.store.approval;

import org.jspecify.annotations.NullMarked;

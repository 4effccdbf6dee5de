/** What follows a post that is out: the ledger of thread parts and first comments. */
@NullMarked
package social.greenroom.store.follow;

import org.jspecify.annotations.NullMarked;

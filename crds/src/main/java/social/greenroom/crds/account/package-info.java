/** Accounts: a talent at a network. */
@NullMarked
package social.greenroom.crds.account;

import org.jspecify.annotations.NullMarked;

/** Accounts: channel for ever, credentials into the vault, health from the rows. */
@NullMarked
package social.greenroom.operator.account;

import org.jspecify.annotations.NullMarked;

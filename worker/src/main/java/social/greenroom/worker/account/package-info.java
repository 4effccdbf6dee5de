/** What holds for the account a Job works for, and how it is reached. */
@NullMarked
package social.greenroom.worker.account;

import org.jspecify.annotations.NullMarked;

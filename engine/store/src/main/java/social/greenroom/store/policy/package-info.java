/** What the rows of a tenant, a talent and an account say together about posting. */
@NullMarked
package social.greenroom.store.policy;

import org.jspecify.annotations.NullMarked;

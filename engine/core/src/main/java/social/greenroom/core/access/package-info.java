/** Who may do what: roles and their permissions, passwords, and session tokens. */
@NullMarked
package social.greenroom.core.access;

import org.jspecify.annotations.NullMarked;

/** Commands for those who keep an installation: roles and schema, and the first people. */
@NullMarked
package social.greenroom.worker.admin;

import org.jspecify.annotations.NullMarked;

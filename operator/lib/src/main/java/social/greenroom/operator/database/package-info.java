/** The connections the operator works with. */
@NullMarked
package social.greenroom.operator.database;

import org.jspecify.annotations.NullMarked;

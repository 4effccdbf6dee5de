/** What is kept in memory of the resources that are watched. */
@NullMarked
package social.greenroom.operator.cache;

import org.jspecify.annotations.NullMarked;

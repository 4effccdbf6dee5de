/** The store's databases, opened for the api server. */
@NullMarked
package social.greenroom.api.database;

import org.jspecify.annotations.NullMarked;

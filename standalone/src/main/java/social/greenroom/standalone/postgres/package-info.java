/** The embedded PostgreSQL server: its programs, its data directory, its start and stop. */
@NullMarked
package social.greenroom.standalone.postgres;

import org.jspecify.annotations.NullMarked;

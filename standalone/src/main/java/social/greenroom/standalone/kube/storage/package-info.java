/**
 * Objects and their history in PostgreSQL: one writer, one order of versions, watches that resume.
 */
@NullMarked
package social.greenroom.standalone.kube.storage;

import org.jspecify.annotations.NullMarked;

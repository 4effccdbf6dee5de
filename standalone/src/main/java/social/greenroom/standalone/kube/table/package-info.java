/** What kubectl prints: tables, columns, JSON paths. */
@NullMarked
package social.greenroom.standalone.kube.table;

import org.jspecify.annotations.NullMarked;

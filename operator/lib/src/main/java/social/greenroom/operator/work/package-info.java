/** Work that comes round again and again. */
@NullMarked
package social.greenroom.operator.work;

import org.jspecify.annotations.NullMarked;

/** Post series: something a talent says again and again. */
@NullMarked
package social.greenroom.crds.series;

import org.jspecify.annotations.NullMarked;

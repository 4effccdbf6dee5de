/** What holds for every HTTP answer, and the static page. */
@NullMarked
package social.greenroom.api.web;

import org.jspecify.annotations.NullMarked;

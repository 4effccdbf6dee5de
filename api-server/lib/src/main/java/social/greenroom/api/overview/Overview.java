package social.greenroom.api.overview;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import social.greenroom.api.variant.Variant;

/**
 * The agency, or one talent, at a glance.
 *
 * @param waiting how many posts wait for a yes
 * @param next the next posts to go out, at most five
 */
@Schema(name = "Overview")
public record Overview(
    int waiting,
    int goingOutToday,
    int publishedToday,
    int failed,
    int unknown,
    int blocked,
    int accountsNeedingCare,
    List<Variant> next,
    List<Care> care) {}

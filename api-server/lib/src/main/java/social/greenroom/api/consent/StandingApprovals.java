package social.greenroom.api.consent;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a talent's owner has lastingly allowed.
 *
 * @param mayGive whether the person who asks is that owner
 * @param operators whom the owner may let approve
 */
@Schema(name = "StandingApprovals")
public record StandingApprovals(
    List<StandingApproval> items, boolean mayGive, List<PersonRef> operators) {}

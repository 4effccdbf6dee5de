package social.greenroom.api.spacing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an accepted plan did.
 *
 * @param moved how many posts have another time now
 * @param needingApproval how many of those wait for a new yes
 */
@Schema(name = "AcceptedSpacing")
public record AcceptedSpacing(int moved, int needingApproval) {}

package social.greenroom.api.series;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The series that something belongs to.
 *
 * @param name as the cluster names it
 */
@Schema(name = "SeriesRef")
public record SeriesRef(UUID id, String name) {}

package social.greenroom.crds.posting;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import social.greenroom.crds.schema.ApiObject;

/** A weekly time at which a post may go out. */
@ApiObject
public record Slot(
    @Required @JsonPropertyDescription("The day of the week.") Weekday day,
    @Required
        @Pattern("^([01][0-9]|2[0-3]):[0-5][0-9]$")
        @Size(max = 5)
        @JsonPropertyDescription("The time of day in the talent's time zone, as HH:MM.")
        String time) {}

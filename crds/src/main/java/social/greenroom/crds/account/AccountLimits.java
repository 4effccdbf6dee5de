package social.greenroom.crds.account;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;
import social.greenroom.crds.schema.ApiObject;
import social.greenroom.crds.schema.Bounds;

/** How much an account posts. */
@ApiObject
public record AccountLimits(
    @Min(0)
        @Max(100)
        @JsonPropertyDescription(
            "The most posts in a day; the talent's accountDailyCap or the tenant's dailyPostCap unless given.")
        @Nullable Integer dailyCap,
    @Pattern(Bounds.DURATION)
        @Size(max = 20)
        @JsonPropertyDescription(
            "The shortest time between two posts, such as 4h; the talent's or the tenant's unless given.")
        @Nullable String cooldown,
    @Pattern(Bounds.DURATION)
        @Size(max = 20)
        @JsonPropertyDescription(
            "How long the same words on the account need a second yes of their owner, such as 168h, at most a year; 0h for never; the talent's or the tenant's unless given.")
        @Nullable String repeatWindow) {}

package social.greenroom.crds.talent;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.greenroom.crds.posting.BlackoutTime;
import social.greenroom.crds.posting.EmbargoTime;
import social.greenroom.crds.posting.Missed;
import social.greenroom.crds.posting.Slot;
import social.greenroom.crds.schema.ApiObject;
import social.greenroom.crds.schema.Bounds;
import social.greenroom.crds.schema.ListMap;

/** How much, how often, and when not. */
@ApiObject
public record TalentPolicy(
    @Min(0)
        @Max(100)
        @JsonPropertyDescription("The most posts the talent sends in a day over all accounts.")
        @Nullable Integer dailyCap,
    @Min(0)
        @Max(100)
        @JsonPropertyDescription(
            "The most posts each of the talent's accounts sends in a day; the tenant's dailyPostCap unless given.")
        @Nullable Integer accountDailyCap,
    @Pattern(Bounds.DURATION)
        @Size(max = 20)
        @JsonPropertyDescription(
            "The shortest time between two posts of an account, such as 4h; the tenant's unless given.")
        @Nullable String cooldown,
    @ListMap({"day", "time"})
        @Size(max = 100)
        @JsonPropertyDescription(
            "The weekly slots of accounts that name none; the tenant's unless given.")
        List<Slot> slots,
    @ListMap("from")
        @Size(max = 50)
        @JsonPropertyDescription(
            "Times in which nothing goes out; the tenant's unless given. A list given here replaces it, and an empty one says that there are none.")
        @Nullable List<BlackoutTime> blackouts,
    @JsonPropertyDescription(
            "The time outside of which nothing goes out; the tenant's unless given.")
        @Nullable EmbargoTime embargo,
    @JsonPropertyDescription(
            "What becomes of a post whose time passed while nothing could be sent; as the tenant says unless given.")
        @Nullable Missed missed,
    @ListMap({"day", "time"})
        @Size(max = 100)
        @JsonPropertyDescription(
            "The weekly times at which posts are seen most, for whoever asks for the best time; the tenant's unless given, or else each network's.")
        List<Slot> bestTimes,
    @Pattern(Bounds.DURATION)
        @Size(max = 20)
        @JsonPropertyDescription(
            "How long the same words on an account need a second yes of their owner, such as 168h, at most a year; 0h for never; the tenant's unless given.")
        @Nullable String repeatWindow,
    @Pattern(Bounds.DURATION)
        @Size(max = 20)
        @JsonPropertyDescription("How often the persona may think of something to say, such as 6h.")
        @Nullable String tickInterval) {
  public TalentPolicy {
    slots = slots == null ? List.of() : List.copyOf(slots);
    bestTimes = bestTimes == null ? List.of() : List.copyOf(bestTimes);
    blackouts = blackouts == null ? null : List.copyOf(blackouts);
  }
}

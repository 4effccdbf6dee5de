package social.greenroom.crds.tenant;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
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

/** What holds for every talent of the agency unless it says otherwise. */
@ApiObject
public record TenantDefaults(
    @Default("UTC")
        @Size(min = 1, max = 64)
        @JsonPropertyDescription("The IANA time zone, such as Europe/Stockholm.")
        @Nullable String timeZone,
    @Default("en")
        @Pattern(Bounds.LANGUAGE)
        @Size(max = 35)
        @JsonPropertyDescription("The language posts are written in, as a BCP 47 tag.")
        @Nullable String language,
    @Default("6h")
        @Pattern(Bounds.DURATION)
        @Size(max = 20)
        @JsonPropertyDescription("How often a persona may think of something to say, such as 6h.")
        @Nullable String tickInterval,
    @Default("2")
        @Min(0)
        @Max(100)
        @JsonPropertyDescription("The most posts an account sends in a day.")
        @Nullable Integer dailyPostCap,
    @Pattern(Bounds.DURATION)
        @Size(max = 20)
        @JsonPropertyDescription(
            "The shortest time between two posts of an account, such as 4h; 4h unless given.")
        @Nullable String cooldown,
    @ListMap({"day", "time"})
        @Size(max = 100)
        @JsonPropertyDescription(
            "The weekly slots, in each talent's own time zone; every day at 09:00 and 17:00 unless given.")
        List<Slot> slots,
    @ListMap("from") @Size(max = 50) @JsonPropertyDescription("Times in which nothing goes out.")
        @Nullable List<BlackoutTime> blackouts,
    @JsonPropertyDescription("The time outside of which nothing goes out.")
        @Nullable EmbargoTime embargo,
    @JsonPropertyDescription(
            "What becomes of a post whose time passed while nothing could be sent; PublishLate within 2h unless given.")
        @Nullable Missed missed,
    @ListMap({"day", "time"})
        @Size(max = 100)
        @JsonPropertyDescription(
            "The weekly times at which posts are seen most, in each talent's own time zone, for whoever asks for the best time; each network's unless given.")
        List<Slot> bestTimes,
    @Pattern(Bounds.DURATION)
        @Size(max = 20)
        @JsonPropertyDescription(
            "How long the same words on an account need a second yes of their owner, such as 168h, at most a year; 0h for never; 168h (seven days) unless given.")
        @Nullable String repeatWindow) {
  /** Defaults that say nothing of when posts go out. */
  public TenantDefaults(
      @Nullable String timeZone,
      @Nullable String language,
      @Nullable String tickInterval,
      @Nullable Integer dailyPostCap) {
    this(
        timeZone,
        language,
        tickInterval,
        dailyPostCap,
        null,
        List.of(),
        null,
        null,
        null,
        List.of(),
        null);
  }

  public TenantDefaults {
    slots = slots == null ? List.of() : List.copyOf(slots);
    bestTimes = bestTimes == null ? List.of() : List.copyOf(bestTimes);
    blackouts = blackouts == null ? null : List.copyOf(blackouts);
  }
}

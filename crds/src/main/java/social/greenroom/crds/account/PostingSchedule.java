package social.greenroom.crds.account;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.greenroom.crds.posting.BlackoutTime;
import social.greenroom.crds.posting.EmbargoTime;
import social.greenroom.crds.posting.Missed;
import social.greenroom.crds.posting.Slot;
import social.greenroom.crds.schema.ApiObject;
import social.greenroom.crds.schema.ListMap;

/** When an account posts. */
@ApiObject
public record PostingSchedule(
    @ListMap({"day", "time"})
        @Size(max = 100)
        @JsonPropertyDescription(
            "The weekly slots; the talent's or the tenant's unless given, or else every day at 09:00 and 17:00.")
        List<Slot> slots,
    @ListMap("from")
        @Size(max = 50)
        @JsonPropertyDescription(
            "Times in which nothing goes out; the talent's or the tenant's unless given. A list given here replaces theirs, and an empty one says that there are none.")
        @Nullable List<BlackoutTime> blackouts,
    @JsonPropertyDescription(
            "The time outside of which nothing goes out; the talent's or the tenant's unless given.")
        @Nullable EmbargoTime embargo,
    @JsonPropertyDescription(
            "What becomes of a post whose time passed while nothing could be sent; as the talent or the tenant says unless given, or else PublishLate within 2h.")
        @Nullable Missed missed,
    @ListMap({"day", "time"})
        @Size(max = 100)
        @JsonPropertyDescription(
            "The weekly times at which the account's posts are seen most, for whoever asks for the best time; the talent's or the tenant's unless given, or else the network's.")
        List<Slot> bestTimes) {
  public PostingSchedule {
    slots = slots == null ? List.of() : List.copyOf(slots);
    bestTimes = bestTimes == null ? List.of() : List.copyOf(bestTimes);
    blackouts = blackouts == null ? null : List.copyOf(blackouts);
  }
}

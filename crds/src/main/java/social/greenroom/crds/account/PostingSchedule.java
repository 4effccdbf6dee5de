package social.greenroom.crds.account;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import social.greenroom.crds.schema.ApiObject;
import social.greenroom.crds.schema.ListMap;

/** When an account posts. */
@ApiObject
public record PostingSchedule(
    @ListMap({"day", "time"})
        @Size(max = 100)
        @JsonPropertyDescription("The weekly slots; every day at 09:00 and 17:00 unless given.")
        List<Slot> slots) {
  public PostingSchedule {
    slots = slots == null ? List.of() : List.copyOf(slots);
  }
}

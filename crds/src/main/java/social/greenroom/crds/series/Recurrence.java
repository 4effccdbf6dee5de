package social.greenroom.crds.series;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.greenroom.crds.schema.ApiObject;
import social.greenroom.crds.schema.ListSet;

/** When the posts go out: a rule of RFC 5545 on the talent's clock. */
@ApiObject
@ValidationRule(
    value = "self.rule.matches('(^|;)FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;|$)')",
    message = "recurrence.rule: it needs FREQ=DAILY, WEEKLY, MONTHLY or YEARLY.")
@ValidationRule(
    value = "!(self.rule.contains('COUNT=') && self.rule.contains('UNTIL='))",
    message = "recurrence.rule: give COUNT or UNTIL, not both.")
public record Recurrence(
    @Required
        @Size(min = 1, max = 500)
        @Pattern("^[A-Z]+=[-+,0-9A-Z]+(;[A-Z]+=[-+,0-9A-Z]+)*$")
        @JsonPropertyDescription(
            "A recurrence rule of RFC 5545, such as FREQ=WEEKLY;BYDAY=MO, at most once an hour.")
        String rule,
    @Required
        @Size(max = 19)
        @Pattern(TIME)
        @JsonPropertyDescription(
            "The first possible time on the talent's clock, such as 2026-11-23T09:00; each post has its time of day, unless the rule says another.")
        String start,
    @Size(max = 19)
        @Pattern(DAY_OR_TIME)
        @JsonPropertyDescription(
            "The last possible day, or time, on the talent's clock; none unless given.")
        @Nullable String end,
    @ListSet
        @Size(max = 366)
        @JsonPropertyDescription("Days, or times, that are left out, such as 2026-12-28.")
        List<@Size(max = 19) @Pattern(DAY_OR_TIME) String> exceptions) {
  static final String TIME = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?$";
  static final String DAY_OR_TIME = "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?)?$";

  public Recurrence {
    exceptions = exceptions == null ? List.of() : List.copyOf(exceptions);
  }
}

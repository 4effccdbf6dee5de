package social.greenroom.crds.condition;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/**
 * One aspect of a resource's state, as the Kubernetes API conventions define it.
 *
 * @param lastTransitionTime when the status last changed, RFC 3339 in UTC, in whole seconds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Condition(
    @Required
        @Size(min = 1, max = 63)
        @Pattern("^[A-Z][A-Za-z]*$")
        @JsonPropertyDescription("The aspect this condition speaks of, in CamelCase.")
        String type,
    @Required @JsonPropertyDescription("Whether it holds: True, False or Unknown.")
        ConditionStatus status,
    @JsonPropertyDescription("The generation of the spec that was looked at.") @Min(0)
        long observedGeneration,
    @Required
        @Size(min = 20, max = 40)
        @JsonPropertyDescription("When the status of this condition last changed.")
        String lastTransitionTime,
    @Required
        @Size(min = 1, max = 100)
        @Pattern("^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$")
        @JsonPropertyDescription("Why it is so, as one CamelCase word for programs.")
        String reason,
    @Required @Size(max = 2000) @JsonPropertyDescription("Why it is so, as a sentence for people.")
        String message) {

  public boolean holds() {
    return status == ConditionStatus.TRUE;
  }

  /** True when nothing but the time differs. */
  boolean saysTheSameAs(Condition other) {
    return type.equals(other.type)
        && status == other.status
        && observedGeneration == other.observedGeneration
        && reason.equals(other.reason)
        && message.equals(other.message);
  }

  Condition since(String time) {
    return new Condition(type, status, observedGeneration, time, reason, message);
  }
}

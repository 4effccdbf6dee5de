package social.greenroom.crds.account;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.greenroom.crds.condition.Condition;
import social.greenroom.crds.condition.Conditioned;
import social.greenroom.crds.condition.StopPolicy;
import social.greenroom.crds.schema.ApiObject;
import social.greenroom.crds.schema.Bounds;
import social.greenroom.crds.schema.ListMap;

/** How an account stands. */
@ApiObject
public record AccountStatus(
    @JsonPropertyDescription("The generation of the spec this status speaks of.")
        @Nullable Long observedGeneration,
    @Size(max = Bounds.UUID) @JsonPropertyDescription("The account's id in the database.")
        @Nullable String accountId,
    @Size(max = 200)
        @JsonPropertyDescription("The account's id at the network, as it was connected.")
        @Nullable String remoteId,
    @JsonPropertyDescription("The strictest of the stops given here, above, and in the page.")
        @Nullable StopPolicy effectiveStopPolicy,
    @ListMap("rule")
        @Size(max = 20)
        @JsonPropertyDescription("The rules of posting that hold, each with who said it.")
        List<EffectiveRule> rules,
    @ListMap("type")
        @Size(max = Bounds.CONDITIONS)
        @JsonPropertyDescription("What is so, aspect by aspect.")
        List<Condition> conditions)
    implements Conditioned {
  public AccountStatus {
    rules = rules == null ? List.of() : List.copyOf(rules);
    conditions = conditions == null ? List.of() : List.copyOf(conditions);
  }
}

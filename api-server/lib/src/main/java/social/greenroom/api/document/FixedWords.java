package social.greenroom.api.document;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import social.greenroom.api.variant.VariantAction;
import social.greenroom.core.access.Role;
import social.greenroom.core.network.Channel;
import social.greenroom.core.network.TextUnit;
import social.greenroom.core.policy.StopPolicy;
import social.greenroom.core.post.Origin;
import social.greenroom.core.post.VariantState;

/** The words with fixed values, as schemas of their own. */
final class FixedWords {
  private FixedWords() {}

  static Map<String, Schema> all() {
    var words = new LinkedHashMap<String, Schema>();
    words.put("Role", oneOf(names(Role.values(), Role::wireName)));
    words.put("VariantState", oneOf(names(VariantState.values(), VariantState::wireName)));
    words.put("VariantAction", oneOf(names(VariantAction.values(), VariantAction::wireName)));
    words.put("Origin", oneOf(names(Origin.values(), Origin::wireName)));
    words.put("Channel", oneOf(names(Channel.values(), Channel::wireName)));
    words.put("TextUnit", oneOf(names(TextUnit.values(), TextUnit::wireName)));
    words.put("StopPolicy", oneOf(names(StopPolicy.values(), StopPolicy::wireName)));
    words.put("Weekday", oneOf(names(DayOfWeek.values(), FixedWords::lowerCase)));
    words.put("Health", oneOf(List.of("ok", "soft_block", "hard_block", "unknown")));
    words.put("Severity", oneOf(List.of("red", "amber")));
    words.put("ActorKind", oneOf(List.of("user", "operator", "worker", "agent")));
    words.put(
        "Stage",
        oneOf(List.of("received", "analyzing", "drafting", "rendering", "complete", "failed")));
    return words;
  }

  private static <T> List<String> names(T[] values, Function<T, String> wireName) {
    return Arrays.stream(values).map(wireName).toList();
  }

  private static String lowerCase(DayOfWeek day) {
    return day.name().toLowerCase(Locale.ROOT);
  }

  private static Schema oneOf(List<String> values) {
    return OASFactory.createSchema()
        .addType(Schema.SchemaType.STRING)
        .enumeration(List.copyOf(values));
  }
}

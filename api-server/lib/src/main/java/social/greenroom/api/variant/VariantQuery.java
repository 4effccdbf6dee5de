package social.greenroom.api.variant;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.problem.FieldError;
import social.greenroom.api.problem.ProblemException;
import social.greenroom.api.problem.ProblemKind;
import social.greenroom.core.post.VariantState;
import social.greenroom.store.post.VariantFilter;

/** Reads which variants are asked for. */
final class VariantQuery {
  private VariantQuery() {}

  /** The filter; states come repeated, or comma separated, or both. */
  static VariantFilter filter(
      List<String> states, @Nullable UUID talent, @Nullable UUID account, @Nullable UUID post) {
    var wanted =
        states.stream()
            .flatMap(some -> Arrays.stream(some.split(",")))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .map(VariantQuery::state)
            .collect(Collectors.toUnmodifiableSet());
    return new VariantFilter(wanted, talent, account, post);
  }

  private static VariantState state(String name) {
    try {
      return VariantState.of(name);
    } catch (IllegalArgumentException e) {
      var message = String.valueOf(e.getMessage());
      throw ProblemException.of(
          ProblemKind.BAD_REQUEST, message, List.of(new FieldError("state", message)));
    }
  }
}

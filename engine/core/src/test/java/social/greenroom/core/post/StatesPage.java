package social.greenroom.core.post;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Writes docs/explanation/states.md from the table of transitions. Run {@code main} from the
 * repository's root, or the test with {@code -Dgreenroom.docs.write=true}, after changing the
 * table.
 */
final class StatesPage {
  private StatesPage() {}

  public static void main(String[] args) throws IOException {
    write(Path.of(args.length > 0 ? args[0] : "docs/explanation/states.md"));
  }

  static void write(Path page) throws IOException {
    Files.createDirectories(page.toAbsolutePath().getParent());
    Files.writeString(page, text());
  }

  static String text() {
    return """
        # The states of a variant

        A variant is one post idea for one account. It passes through the states below, and only along
        the arrows: `VariantState` in `engine/core` holds the one table, the database holds it again and
        refuses what it doesn't know.

        This page is generated from that table. After changing it, run
        `mvn test -pl engine/core -Dtest=StatesPageTest -Dgreenroom.docs.write=true`.

        ```mermaid
        %s```

        | state | what it means | what may follow |
        | --- | --- | --- |
        %s
        A variant can be edited while it is %s. An edit of an approved one voids its approval.
        """
        .formatted(diagram(), table(), editable());
  }

  private static String diagram() {
    var diagram = new StringBuilder("stateDiagram-v2\n  [*] --> draft\n");
    for (var state : VariantState.values()) {
      for (var next : VariantState.values()) {
        if (state.canBecome(next)) {
          diagram.append("  %s --> %s\n".formatted(state.wireName(), next.wireName()));
        }
      }
      if (state.terminal()) {
        diagram.append("  %s --> [*]\n".formatted(state.wireName()));
      }
    }
    return diagram.toString();
  }

  private static String table() {
    var table = new StringBuilder();
    for (var state : VariantState.values()) {
      table.append(
          "| `%s` | %s | %s |\n"
              .formatted(
                  state.wireName(),
                  state.sentence(),
                  state.terminal() ? "nothing" : names(state::canBecome)));
    }
    return table.toString();
  }

  private static String editable() {
    return names(VariantState::editable);
  }

  private static String names(Predicate<VariantState> which) {
    return Arrays.stream(VariantState.values())
        .filter(which)
        .map(state -> "`" + state.wireName() + "`")
        .collect(Collectors.joining(", "));
  }
}

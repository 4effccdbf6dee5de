package social.greenroom.operator.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import social.greenroom.store.account.McpServerRow;

/**
 * What a change of MCP servers means for the accounts of one tenant: which are reached through
 * which, before and after.
 *
 * @param left by account, why its token doesn't go along to where it is reached after
 */
record ServerEffects(Map<UUID, Reach> before, Map<UUID, Reach> after, Map<UUID, String> left) {

  private static final int NAMED = 10;

  /**
   * The sentences about that server.
   *
   * @param shared whether it serves every tenant
   */
  List<String> of(String name, boolean shared) {
    var sentences = new ArrayList<String>();
    var stay = new ArrayList<String>();
    var come = new ArrayList<String>();
    var lost = new ArrayList<String>();
    Map<String, List<String>> elsewhere = new LinkedHashMap<>();
    Map<String, List<String>> unable = new LinkedHashMap<>();
    for (var id : after.keySet()) {
      var is = Objects.requireNonNull(after.get(id));
      var was = before.get(id);
      var account = is.account().name();
      var served = was != null && is(was.server(), name, shared);
      if (is(is.server(), name, shared)) {
        (served ? stay : come).add(account);
        add(unable, left.get(id), account);
      } else if (served) {
        var other = is.server();
        if (other == null) {
          lost.add(account);
        } else {
          add(elsewhere, other.name(), account);
        }
      }
    }
    say(sentences, come, "Through it would be reached: %s.");
    say(sentences, stay, "Through it are reached: %s.");
    elsewhere.forEach(
        (other, accounts) ->
            say(
                sentences,
                accounts,
                "Through McpServer '" + other + "' would be reached instead: %s."));
    say(
        sentences,
        lost,
        "Through nothing would be reached any more, so that what comes due there fails: %s.");
    unable.forEach((why, accounts) -> sentences.add("%s: %s".formatted(names(accounts), why)));
    return sentences;
  }

  private static boolean is(@Nullable McpServerRow server, String name, boolean shared) {
    return server != null && server.name().equals(name) && server.shared() == shared;
  }

  private static void add(
      Map<String, List<String>> accounts, @Nullable String under, String account) {
    if (under != null) {
      accounts.computeIfAbsent(under, unknown -> new ArrayList<>()).add(account);
    }
  }

  private static void say(List<String> sentences, List<String> accounts, String sentence) {
    if (!accounts.isEmpty()) {
      sentences.add(sentence.formatted(names(accounts)));
    }
  }

  private static String names(List<String> accounts) {
    var named = accounts.stream().sorted().limit(NAMED).collect(Collectors.joining(", "));
    return accounts.size() > NAMED
        ? "%s and %d more".formatted(named, accounts.size() - NAMED)
        : named;
  }
}

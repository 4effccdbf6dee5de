package social.greenroom.worker.publish;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import social.greenroom.core.network.Platform;

/** The page of the failure matrix, written from what the real publisher did with the sandbox. */
final class FailureMatrix {
  private static final String HEAD =
      """
      # The failure matrix

      What becomes of one approved post when something goes wrong, and what a person sees. Each cell was tried with the real publisher, a real
      database and the sandbox's networks, once; this page is written from what was found there by `FailureMatrixIT`, which fails when
      a cell is no longer so. “Out once” was counted at the sandbox. In brackets stands what a person sees meanwhile, or at the end where the
      post rests. A sender that was killed counts as dead when its process is known to have ended, as the operator finds out from its Job.

      | fault | moment | LinkedIn | X | Mastodon |
      | --- | --- | --- | --- | --- |
      """;

  private final Map<MatrixRow, Map<Platform, String>> cells = new EnumMap<>(MatrixRow.class);

  void put(MatrixRow row, Platform platform, String cell) {
    cells.computeIfAbsent(row, one -> new EnumMap<>(Platform.class)).put(platform, cell);
  }

  boolean complete() {
    return cells.size() == MatrixRow.values().length
        && cells.values().stream().allMatch(row -> row.size() == Platform.values().length);
  }

  String text() {
    return Stream.of(MatrixRow.values()).map(this::line).collect(Collectors.joining("", HEAD, ""));
  }

  private String line(MatrixRow row) {
    var of = cells.getOrDefault(row, Map.of());
    return "| %s | %s | %s | %s | %s |\n"
        .formatted(
            row.fault(),
            row.moment(),
            of.get(Platform.LINKEDIN),
            of.get(Platform.X),
            of.get(Platform.MASTODON));
  }
}

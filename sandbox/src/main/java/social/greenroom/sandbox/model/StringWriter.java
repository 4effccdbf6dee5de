package social.greenroom.sandbox.model;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;

/** Writes the strings of an answer. */
class StringWriter {
  private static final int SHORT = 200;
  private static final Pattern HASHTAGS = Pattern.compile("(?i)hashtags?[^0-9\\n]{0,30}(\\d)");

  private final Known known;
  private final Prose prose;
  private final Random random;

  StringWriter(Known known, Prose prose, Random random) {
    this.known = known;
    this.prose = prose;
    this.random = random;
  }

  /** A string for this place, within its limits. */
  String write(Place at) {
    int min = at.schema().getInteger("minLength", 0);
    int max = Math.max(min, max(at));
    var written = at.schema().containsKey("format") ? formatted(at) : purposeful(at, min, max);
    var fitting = Prose.fit(written, max);
    while (fitting.length() < min) {
      fitting = Prose.fit(fitting + " " + prose.reason() + " " + prose.reason(), max);
      if (fitting.length() < min) {
        fitting += "x".repeat(min - fitting.length());
      }
    }
    return matching(at.schema().getString("pattern", ""), fitting);
  }

  /** The tightest of what the schema, its description and the thing's own facts allow. */
  private static int max(Place at) {
    int max = at.schema().getInteger("maxLength", Integer.MAX_VALUE);
    max = Math.min(max, Known.limit(at.description()).orElse(max));
    if (Purpose.of(at) == Purpose.TEXT || Purpose.of(at) == Purpose.OTHER) {
      int said = at.entity().flatMap(entity -> Known.limit(entity.about())).orElse(max);
      max = Math.min(max, said);
    }
    return max;
  }

  private String formatted(Place at) {
    var tomorrow = OffsetDateTime.now(ZoneOffset.UTC).plusDays(1).truncatedTo(ChronoUnit.HOURS);
    return switch (at.schema().getString("format")) {
      case "date-time" -> tomorrow.toInstant().toString();
      case "date" -> LocalDate.now(ZoneOffset.UTC).plusDays(1).toString();
      case "time" -> LocalTime.of(9 + random.nextInt(8), 0) + ":00Z";
      case "uuid" ->
          at.entity()
              .map(Entity::id)
              .or(() -> known.ids(at.name()).stream().findFirst())
              .orElseGet(() -> new UUID(random.nextLong(), random.nextLong()).toString());
      case "uri", "url" -> known.url().orElse("https://example.com/");
      case "email" -> "somebody@example.com";
      default -> purposeful(at, 0, SHORT);
    };
  }

  private String purposeful(Place at, int min, int max) {
    boolean mayBeEmpty =
        min == 0 && Words.any(at.words(), "empty", "if any", "if none", "optional");
    return switch (Purpose.of(at)) {
      case ID ->
          at.entity()
              .map(Entity::id)
              .or(() -> known.ids(at.name()).stream().findFirst())
              .orElseGet(() -> Long.toString(random.nextInt(1 << 20), 36));
      case LINK -> known.url().orElse(min == 0 ? "" : "https://example.com/");
      case EXTRA, OBJECTION -> mayBeEmpty || min == 0 ? "" : prose.reason();
      case REASON -> prose.reason();
      case HASHTAG -> (at.words().contains("without") ? "" : "#") + prose.hashtag();
      case TITLE -> prose.title();
      case IDEA -> prose.idea();
      case PICTURE -> prose.picture();
      case LANGUAGE -> "en";
      case TEXT -> post(at, min, max);
      case OTHER -> prose.post(min, Math.min(max, SHORT));
    };
  }

  /** A post, with as many hashtags as the thing's own facts ask for at least. */
  private String post(Place at, int min, int max) {
    int roomy = max == Integer.MAX_VALUE ? SHORT + 20 : max - max / 10;
    var said = at.entity().map(Entity::about).orElse("");
    var hashtags = HASHTAGS.matcher(said);
    var tags = new StringBuilder();
    if (hashtags.find()) {
      for (int i = Integer.parseInt(hashtags.group(1)); i > 0; i--) {
        var tag = "#" + prose.hashtag();
        if (tags.indexOf(tag) < 0) {
          tags.append(tags.isEmpty() ? "\n\n" : " ").append(tag);
        }
      }
    }
    int room = Math.max(min, roomy - tags.length());
    return room < 40 ? prose.post(min, max) : prose.post(min, room) + tags;
  }

  /** Simple patterns only: words, slugs, digits. */
  private static String matching(String pattern, String written) {
    if (pattern.isEmpty()) {
      return written;
    }
    var slug =
        written.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    for (var candidate : new String[] {written, slug, slug.replace('-', '_'), "1", "A"}) {
      if (Pattern.compile(pattern).matcher(candidate).find()) {
        return candidate;
      }
    }
    return written;
  }
}

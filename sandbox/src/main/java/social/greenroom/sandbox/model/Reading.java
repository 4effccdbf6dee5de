package social.greenroom.sandbox.model;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Reads what a question is about, leaving out what it forbids. Lines that are labelled as the
 * request count most, lines that only instruct count nothing.
 */
final class Reading {
  private static final Pattern LABELLED =
      Pattern.compile(
          "(?i)^[\\s\"'*#<-]*(?:the |their |your )?(\\w[\\w ']{0,40}?)[\"'*>]*\\s*[:=>]\\s*(.+)$");
  private static final Pattern HEADING = Pattern.compile("</?[\\w-]+[^>]*>|#+ .*|[^:]{1,60}:");
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+");
  private static final Pattern TAG = Pattern.compile("\\p{L}[\\p{L}\\p{N}_]{2,}");
  private static final Pattern HASHTAGS =
      Pattern.compile(
          "(?:- )?[\\[\"]*#?TAG(?:(?:[\",;]+\\s*\"?#?|\\s+#)TAG)*[\\]\"]*"
              .replace("TAG", TAG.pattern()));
  private static final int INTEREST_WORDS = 6;

  private final Phrases phrases;
  private final Set<String> forbidden;
  private final Set<String> statements = new LinkedHashSet<>();
  private final Set<String> interests = new LinkedHashSet<>();
  private final Set<String> hashtags = new LinkedHashSet<>();
  private Optional<String> topic = Optional.empty();

  private Reading(Set<String> forbidden) {
    this.forbidden = forbidden;
    this.phrases = new Phrases(this::allowed);
  }

  /** What {@code text} is about. */
  static Subject of(String text) {
    var reading = new Reading(Forbidden.in(text));
    var about = About.ANYTHING;
    for (var line : Injection.without(text).split("\\R", -1)) {
      about = reading.line(line.strip(), about);
    }
    return new Subject(
        reading.topic,
        reading.statements.stream().limit(6).toList(),
        reading.interests.stream().toList(),
        reading.hashtags.stream().toList(),
        reading.phrases.ranked());
  }

  /** Takes a line in; returns what the lines below it are about. */
  private About line(String line, About above) {
    if (line.isBlank()) {
      return above.lasting() ? above : About.ANYTHING;
    }
    if (Forbidden.marks(line)) {
      return About.NOTHING;
    }
    if (HEADING.matcher(line).matches()) {
      return line.startsWith("</") ? About.ANYTHING : About.named(line);
    }
    var labelled = LABELLED.matcher(line);
    if (labelled.matches() && above != About.REQUEST) {
      take(labelled.group(2), About.named(labelled.group(1)));
    } else {
      take(line, above);
    }
    return above;
  }

  private void take(String said, About about) {
    switch (about) {
      case REQUEST -> {
        for (var sentence : SENTENCE_END.split(said, -1)) {
          wish(Wish.of(sentence));
        }
      }
      case INTERESTS -> items(said, interests);
      case HASHTAGS -> {
        if (HASHTAGS.matcher(said).matches()) {
          TAG.matcher(said)
              .results()
              .map(MatchResult::group)
              .filter(this::allowed)
              .forEach(hashtags::add);
        }
      }
      case PROFILE, ANYTHING, NOTHING, SAID -> {}
    }
    if (about != About.SAID) {
      phrases.add(said, about.weight());
    }
  }

  private void wish(Wish wish) {
    if (topic.isEmpty()) {
      topic = wish.topic().filter(this::allowed);
    }
    wish.statement().filter(this::allowed).ifPresent(statements::add);
  }

  private void items(String said, Set<String> into) {
    for (var item : said.replaceFirst("^[-*•]\\s*", "").split("[\"\\[\\]|;]+|, (?=\")", -1)) {
      var plain = item.strip().replaceAll("[.,]+$", "");
      if (plain.length() > 3
          && plain.split("\\s+", -1).length <= INTEREST_WORDS
          && allowed(plain)) {
        into.add(plain);
      }
    }
  }

  private boolean allowed(String text) {
    return forbidden.stream().noneMatch(text.toLowerCase(Locale.ROOT)::contains);
  }
}

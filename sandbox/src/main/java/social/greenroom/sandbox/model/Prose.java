package social.greenroom.sandbox.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** Writes plain sentences about a subject; another seed writes others. */
final class Prose {
  private static final List<String> FALLBACK =
      List.of("the work in progress", "a good start", "patience", "the people behind it");
  private static final int NARROW = 400;
  private static final int WIDE = 1200;

  private final Subject subject;
  private final List<String> nouns;
  private final Random random;
  private final Set<String> used = new HashSet<>();

  Prose(Subject subject, Random random) {
    this.subject = subject;
    this.random = random;
    this.nouns = nouns(subject);
  }

  /** What can follow "about": interests, and phrases that an article shows to be nouns. */
  private static List<String> nouns(Subject subject) {
    var nouns = new ArrayList<>(subject.interests());
    subject.phrases().stream()
        .filter(phrase -> phrase.matches("(?:the|an?|my|our) \\S+ .+"))
        .limit(3)
        .forEach(nouns::add);
    if (nouns.size() < 2) {
      subject.phrases().stream().limit(6).forEach(nouns::add);
    }
    return nouns.isEmpty() ? FALLBACK : nouns;
  }

  /** A post of at least {@code min} and at most {@code max} characters. */
  String post(int min, int max) {
    used.clear();
    int wanted = Math.max(min, Math.min(max, max > WIDE ? 620 : max > NARROW ? 330 : 230));
    var break2 = max > WIDE ? "\n\n" : " ";
    var statements = new ArrayList<>(subject.statements());
    var text = new StringBuilder(opening(statements));
    for (var statement : statements) {
      if (text.length() + statement.length() + 2 <= Math.max(wanted, max / 2)) {
        text.append(' ').append(capital(statement)).append('.');
      }
    }
    var closer = fill(pick("closer"));
    int middles = 0;
    while (text.length() + closer.length() + 40 < wanted && middles < 6) {
      text.append(middles % 2 == 0 ? break2 : " ").append(fill(pick("middle")));
      middles++;
    }
    if (text.length() + closer.length() + 2 <= max) {
      text.append(break2).append(closer);
    }
    while (text.length() < min) {
      text.append(' ').append(fill(pick("middle")));
    }
    return fit(text.toString(), max);
  }

  private String opening(List<String> statements) {
    if (subject.topic().isPresent()) {
      boolean clause = subject.topic().get().matches("(?i)(?:why|how|what) .*");
      return fill(pick(clause ? "clause" : "topic"));
    }
    if (statements.isEmpty()) {
      return fill(pick("opener"));
    }
    return pick("announcement").replace("{s}", statements.remove(0));
  }

  /** One sentence that gives a reason. */
  String reason() {
    return fill(pick("reason"));
  }

  /** A few words with a capital letter, without a full stop. */
  String title() {
    return fill(pick("title"));
  }

  /** A sentence that proposes something to write about. */
  String idea() {
    return fill(pick("idea"));
  }

  String picture() {
    return fill(pick("picture"));
  }

  /** A tag without its sign: one the question offers, else one made of what it speaks of. */
  String hashtag() {
    var offered = subject.hashtags();
    var words = offered.isEmpty() ? noun() : offered.get(random.nextInt(offered.size()));
    var tag = new StringBuilder();
    for (var word : words.replaceFirst("^(the|an?|my|our) ", "").split("[^\\p{L}\\p{N}]+", -1)) {
      if (!word.isEmpty() && tag.length() + word.length() <= 30) {
        tag.append(capital(word));
      }
    }
    return tag.isEmpty() ? "Notes" : tag.toString();
  }

  private String noun() {
    return nouns.get(random.nextInt(nouns.size()));
  }

  /** A sentence of that kind that wasn't said yet, as long as there is one. */
  private String pick(String kind) {
    var all = Sentences.of(kind);
    var left = all.stream().filter(sentence -> !used.contains(sentence)).toList();
    var from = left.isEmpty() ? all : left;
    var one = from.get(random.nextInt(from.size()));
    used.add(one);
    return one;
  }

  private String fill(String template) {
    int first = random.nextInt(nouns.size());
    return capital(
        template
            .replace("{t}", subject.topic().orElse(""))
            .replace("{a}", nouns.get(first))
            .replace("{b}", nouns.get((first + 1) % nouns.size())));
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** Cut at a sentence's end where there is one, else at a word's. */
  static String fit(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    var cut = text.substring(0, max);
    int sentence = Math.max(cut.lastIndexOf(". "), cut.lastIndexOf("? "));
    if (sentence > max / 3) {
      return cut.substring(0, sentence + 1);
    }
    int word = cut.lastIndexOf(' ');
    return word > max / 3 ? cut.substring(0, word) : cut;
  }
}

package social.greenroom.sandbox.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Writes plain sentences about given phrases; another seed writes others. */
final class Prose {
  private static final List<String> OPENERS =
      List.of(
          "A few words about {a}.",
          "On my mind this morning: {a}.",
          "I keep coming back to {a}.",
          "Something small happened around {a}, and it stayed with me.",
          "Let me be honest about {a}.",
          "Here is what {a} looks like from where I stand.",
          "Notes from the middle of things: {a}.",
          "If you asked me this year what matters, I would say {a}.",
          "Nobody warned me how much {a} would change the rest.",
          "It started with {a} and turned into something bigger.",
          "Today was all about {a}.",
          "You asked for more on {a}, so here it is.");
  private static final List<String> MIDDLES =
      List.of(
          "What helped me most was {b}, done a little at a time.",
          "The surprise was {b}: simple, and easy to overlook.",
          "It took longer than planned, mostly because of {b}.",
          "I used to treat {b} as a detail; now I plan around it.",
          "Between {a} and {b} there is a lot of quiet work that nobody sees.",
          "The part I would do again tomorrow is {b}.",
          "What I learned fits in one line: start with {b}.",
          "There was a moment, somewhere near {c}, when it finally clicked.",
          "My rule for {c}: fewer things, done with care.",
          "It isn't about speed; it is about {b} and about showing up.",
          "I wrote down three lines on {c} and kept only one.",
          "The best advice came from people who live with {b} daily.",
          "Small steps, good company, and {c}: that was the recipe.",
          "It made me look at {c} with different eyes.");
  private static final List<String> CLOSERS =
      List.of(
          "What would you add?",
          "How do you handle {b}?",
          "More soon.",
          "Tell me what you think of {a}.",
          "That is all for now, and it is enough.",
          "I would love to hear how it goes for you.",
          "Thank you for reading along.",
          "What is your experience with {c}?",
          "Back to work on {a}.",
          "Which part of {b} should I show next?");
  private static final List<String> FALLBACK =
      List.of("the work in progress", "a good start", "patience", "the people behind it");

  private static final List<String> ANNOUNCEMENTS =
      List.of(
          "Good news: {s}.",
          "It is official: {s}.",
          "A short update from my side: {s}.",
          "I can finally say it: {s}.",
          "Something to look forward to: {s}.",
          "I have been waiting to write this: {s}.",
          "Worth a note in your calendar: {s}.");

  private final List<String> phrases;
  private final Optional<String> statement;
  private final Random random;

  Prose(Subject subject, Random random) {
    this.phrases = subject.phrases().isEmpty() ? FALLBACK : subject.phrases();
    this.statement = subject.statement();
    this.random = random;
  }

  /** A post of at least {@code min} and at most {@code max} characters. */
  String post(int min, int max) {
    int wanted = Math.max(min, Math.min(max, max > 1200 ? 700 : max > 400 ? 330 : 210));
    Set<String> used = new LinkedHashSet<>();
    var opener = fill(pick(statement.isPresent() ? ANNOUNCEMENTS : OPENERS, used));
    var text = new StringBuilder(opener);
    var closer = fill(pick(CLOSERS, used));
    int sentences = 0;
    while (text.length() + closer.length() < wanted && used.size() < MIDDLES.size() + 2) {
      sentences++;
      text.append(wanted > 400 && sentences % 3 == 0 ? "\n\n" : " ");
      text.append(fill(pick(MIDDLES, used)));
    }
    text.append(wanted > 400 ? "\n\n" : " ").append(closer);
    while (text.length() < min) {
      text.append(' ').append(fill(MIDDLES.get(random.nextInt(MIDDLES.size()))));
    }
    return fit(text.toString(), max);
  }

  /** One sentence that gives a reason. */
  String reason() {
    var said =
        List.of(
            "It speaks about {a} and leaves room for {b}.",
            "It is about {a}, in a calm and personal tone.",
            "{a} is what people were promised, and it comes at a good moment.",
            "It adds something on {a} that hasn't been said yet.");
    return fill(said.get(random.nextInt(said.size())));
  }

  /** A few words with a capital letter, without a full stop. */
  String title() {
    var said = List.of("{a}, up close", "What {a} taught me", "{a} and {b}", "A note on {a}");
    return fill(said.get(random.nextInt(said.size())));
  }

  /** A sentence that proposes something to write about. */
  String idea() {
    var said =
        List.of(
            "Share a small, honest moment around {a} and what it says about {b}.",
            "Tell how {a} began, and ask readers about {c}.",
            "Explain {b} in plain words, with {a} as the example.",
            "Show what happens behind the scenes of {a}.",
            "Answer the question people ask most about {a}.");
    return fill(said.get(random.nextInt(said.size())));
  }

  String picture() {
    return fill("A picture that goes with {a}.");
  }

  String hashtag() {
    var tag = new StringBuilder();
    for (var word : phrase().replaceFirst("^(the|an?|my|our) ", "").split("[^\\p{L}\\p{N}]+", -1)) {
      if (!word.isEmpty()) {
        tag.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
      }
    }
    return tag.length() > 30 ? tag.substring(0, 30) : tag.toString();
  }

  String phrase() {
    return phrases.get(random.nextInt(Math.min(6, phrases.size())));
  }

  private String pick(List<String> from, Set<String> used) {
    var left = new ArrayList<>(from);
    left.removeAll(used);
    var one = left.isEmpty() ? from.get(0) : left.get(random.nextInt(left.size()));
    used.add(one);
    return one;
  }

  private String fill(String template) {
    int top = random.nextInt(Math.min(3, phrases.size()));
    var filled =
        template
            .replace("{s}", statement.orElse(""))
            .replace("{a}", phrases.get(top))
            .replace("{b}", phrases.get((top + 1 + random.nextInt(3)) % phrases.size()))
            .replace("{c}", phrases.get((top + 2 + random.nextInt(4)) % phrases.size()));
    return filled.substring(0, 1).toUpperCase(Locale.ROOT) + filled.substring(1);
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

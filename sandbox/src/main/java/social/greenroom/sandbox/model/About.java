package social.greenroom.sandbox.model;

import java.util.regex.Pattern;

/** What a part of a question is about, told by its label or heading. */
enum About {
  /** What is asked for. */
  REQUEST(9, "request|topic|idea|about|subject|brief|wish|wishes|asks?|asked|prompt|draft|post"),
  /** What the one who speaks cares about. */
  INTERESTS(2, "pillars?|interests?|themes?|topics"),
  HASHTAGS(0, "hashtags?|tags"),
  PROFILE(
      0.2,
      "bio|name|personality|stories|story|goals?|audience|tone|examples?|accounts?|language|network"
          + "|text|limits?|thread|first|length|links?|call|picture|date|now|platform|id|handle"),
  /** What was said before, and isn't to be said again. */
  SAID(0, "earlier|previous|already|before"),
  ANYTHING(1, "(?!)"),
  NOTHING(0, "(?!)");

  private final double weight;
  private final Pattern names;

  About(double weight, String names) {
    this.weight = weight;
    this.names = Pattern.compile("(?i).*\\b(?:" + names + ")\\b.*");
  }

  /** How much a phrase there weighs. */
  double weight() {
    return weight;
  }

  /** Whether an empty line doesn't end it: a request may have paragraphs. */
  boolean lasting() {
    return this == REQUEST;
  }

  static About named(String heading) {
    var plain = Words.plain(heading);
    for (var about : values()) {
      if (about.names.matcher(plain).matches()) {
        return about;
      }
    }
    return ANYTHING;
  }
}

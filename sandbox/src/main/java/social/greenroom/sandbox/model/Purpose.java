package social.greenroom.sandbox.model;

import java.util.Random;

/** What a property is for, told by its name and its description. */
enum Purpose {
  ID(true),
  LINK(false),
  HASHTAG(true),
  REASON(false),
  TITLE(true),
  IDEA(true),
  PICTURE(true),
  LANGUAGE(true),
  /** Something that may accompany the main thing and better doesn't. */
  EXTRA(false),
  /** What speaks against the content: usually nothing. */
  OBJECTION(false),
  TEXT(true),
  OTHER(true);

  private final boolean essential;

  Purpose(boolean essential) {
    this.essential = essential;
  }

  /** Whether it is written even where it might be left out. */
  boolean essential() {
    return essential;
  }

  /** How many of it a list gets when nothing else says so. */
  int many(Random random) {
    return switch (this) {
      case EXTRA, OBJECTION, LINK -> 0;
      case HASHTAG -> 2 + random.nextInt(2);
      case ID, REASON, TITLE, IDEA, PICTURE, LANGUAGE, TEXT, OTHER -> 2;
    };
  }

  static boolean identifies(String name) {
    var plain = Words.plain(name);
    return plain.equals("id")
        || plain.endsWith(" id")
        || plain.endsWith(" ref")
        || Words.any(plain, "sha256", "uuid", "urn");
  }

  static Purpose of(Place at) {
    var name = Words.plain(at.name());
    if (identifies(at.name())) {
      return ID;
    }
    if (Words.any(name, "hashtag") || name.equals("tags")) {
      return HASHTAG;
    }
    if (Words.any(
        name,
        "violation",
        "issue",
        "problem",
        "concern",
        "flag",
        "risk",
        "warning",
        "hit",
        "reasons")) {
      return OBJECTION;
    }
    if (Words.any(name, "first comment", "thread", "note", "followup", "follow up", "disclaimer")) {
      return EXTRA;
    }
    if (Words.any(name, "url", "link", "href", "uri")) {
      return LINK;
    }
    if (Words.any(name, "reason", "rationale", "why", "explanation", "justification", "summary")) {
      return REASON;
    }
    if (Words.any(name, "alt", "picture", "image", "caption of")) {
      return PICTURE;
    }
    if (Words.any(name, "title", "headline", "subject", "topic", "name")) {
      return TITLE;
    }
    if (Words.any(name, "idea", "angle", "brief", "suggestion", "proposal")) {
      return IDEA;
    }
    if (Words.any(name, "language", "locale")) {
      return LANGUAGE;
    }
    boolean text =
        Words.any(
            name,
            "text",
            "body",
            "caption",
            "content",
            "post",
            "commentary",
            "copy",
            "draft",
            "status",
            "tweet",
            "message",
            "answer",
            "reply",
            "variant");
    return text ? TEXT : OTHER;
  }
}

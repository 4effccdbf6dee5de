package social.greenroom.worker.settle;

import java.util.List;
import social.greenroom.core.channel.OwnPost;

/** How an attempt of unknown outcome ends. */
public sealed interface Verdict {
  /** Tells the settlement what to write. */
  void writeTo(Settlement settlement);

  /** For the log: nothing of what anybody wrote. */
  String words();

  /** It went out. */
  record Published(OwnPost post) implements Verdict {
    @Override
    public void writeTo(Settlement settlement) {
      settlement.published(post);
    }

    @Override
    public String words() {
      return "published";
    }
  }

  /** It surely didn't, and no earlier sender can still send it. */
  record NotPublished(String sentence) implements Verdict {
    @Override
    public void writeTo(Settlement settlement) {
      settlement.notPublished(sentence);
    }

    @Override
    public String words() {
      return "not published";
    }
  }

  /** Its sender may still be heard of: nobody is asked yet, and it stays unknown. */
  record LookAgain() implements Verdict {
    @Override
    public void writeTo(Settlement settlement) {}

    @Override
    public String words() {
      return "looked into again";
    }
  }

  /**
   * No program may decide; the sentence tells a person why. It stays unknown.
   *
   * @param candidates what the account shows that may be it
   */
  record AskPerson(String sentence, List<OwnPost> candidates) implements Verdict {
    public AskPerson {
      candidates = List.copyOf(candidates);
    }

    @Override
    public void writeTo(Settlement settlement) {
      settlement.leftToPerson(sentence, candidates);
    }

    @Override
    public String words() {
      return "a person's to decide";
    }
  }

  /** Where a verdict is written down. */
  interface Settlement {
    void published(OwnPost post);

    void notPublished(String sentence);

    void leftToPerson(String sentence, List<OwnPost> candidates);
  }
}

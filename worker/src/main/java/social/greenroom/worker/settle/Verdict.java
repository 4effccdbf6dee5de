package social.greenroom.worker.settle;

import org.jspecify.annotations.Nullable;

/** How an attempt of unknown outcome ends. */
sealed interface Verdict {
  /** Tells the settlement what to write. */
  void writeTo(Settlement settlement);

  /** It went out. */
  record Published(String remoteId, @Nullable String url) implements Verdict {
    @Override
    public void writeTo(Settlement settlement) {
      settlement.published(remoteId, url);
    }
  }

  /** It surely didn't, and no earlier sender can still send it. */
  record NotPublished(String sentence) implements Verdict {
    @Override
    public void writeTo(Settlement settlement) {
      settlement.notPublished(sentence);
    }
  }

  /** No program may decide; the sentence tells a person why. It stays unknown. */
  record AskPerson(String sentence) implements Verdict {
    @Override
    public void writeTo(Settlement settlement) {
      settlement.leftToPerson(sentence);
    }
  }

  /** Where a verdict is written down. */
  interface Settlement {
    void published(String remoteId, @Nullable String url);

    void notPublished(String sentence);

    void leftToPerson(String sentence);
  }
}

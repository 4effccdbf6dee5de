package social.greenroom.worker.settle;

import java.util.List;
import social.greenroom.core.channel.OwnPost;

/** What an account's own posts say about a call whose outcome isn't known. */
sealed interface Reading {
  /** What it means once the network has settled and no earlier sender can send any more. */
  Verdict verdict();

  /** True when it means the same at once, whoever may still be sending. */
  default boolean certain() {
    return false;
  }

  /** True when it may decide at another time, since the network couldn't be read at this one. */
  default boolean failed() {
    return false;
  }

  /** What may be the post, for a person to look at. */
  default List<OwnPost> candidates() {
    return List.of();
  }

  /** The post is there. */
  record Found(OwnPost post) implements Reading {
    @Override
    public Verdict verdict() {
      return new Verdict.Published(post);
    }

    @Override
    public boolean certain() {
      return true;
    }
  }

  /** The list covers the time of the call, and nothing in it could be the post. */
  record Absent() implements Reading {
    @Override
    public Verdict verdict() {
      return new Verdict.NotPublished(
          "The account's own posts don't hold it, so it is sent again.");
    }
  }

  /** The network couldn't be read; the sentence says why. */
  record Failed(String reason) implements Reading {
    @Override
    public Verdict verdict() {
      return new Unclear(reason).verdict();
    }

    @Override
    public boolean failed() {
      return true;
    }
  }

  /** The list doesn't decide; the sentence says why. */
  record Unclear(String reason, List<OwnPost> candidates) implements Reading {
    /** So many are kept for a person to look at. */
    private static final int MOST = 5;

    public Unclear {
      candidates = candidates.stream().limit(MOST).toList();
    }

    Unclear(String reason) {
      this(reason, List.of());
    }

    @Override
    public Verdict verdict() {
      return new Verdict.AskPerson(
          reason + " Look at the account and say whether it is there.", candidates);
    }
  }
}

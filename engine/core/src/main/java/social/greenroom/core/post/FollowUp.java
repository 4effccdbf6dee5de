package social.greenroom.core.post;

import java.util.ArrayList;
import java.util.List;
import social.greenroom.core.network.Operation;

/**
 * Something that follows a post once it is out. It is part of the payload that was approved.
 *
 * @param position its turn among what follows the post, from 1
 */
public record FollowUp(int position, Kind kind, String text) {
  /** What sort of thing follows. */
  public enum Kind {
    /** A further post of a thread, as a reply to the one before. */
    THREAD_PART("thread_part", Operation.THREAD_PART),
    /** A comment under the post. */
    FIRST_COMMENT("first_comment", Operation.COMMENT);

    private final String wireName;
    private final Operation operation;

    Kind(String wireName, Operation operation) {
      this.wireName = wireName;
      this.operation = operation;
    }

    public String wireName() {
      return wireName;
    }

    /** What is done at the network. */
    public Operation operation() {
      return operation;
    }

    /**
     * The kind of that wire name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Kind of(String wireName) {
      for (var kind : values()) {
        if (kind.wireName.equals(wireName)) {
          return kind;
        }
      }
      throw new IllegalArgumentException("Nothing that follows is a '%s'.".formatted(wireName));
    }
  }

  /** All that follows, in its order: the thread, then the first comment. */
  public static List<FollowUp> of(Payload payload) {
    var all = new ArrayList<FollowUp>();
    for (var part : payload.thread()) {
      all.add(new FollowUp(all.size() + 1, Kind.THREAD_PART, part));
    }
    var comment = payload.firstComment();
    if (comment != null) {
      all.add(new FollowUp(all.size() + 1, Kind.FIRST_COMMENT, comment));
    }
    return List.copyOf(all);
  }

  /** What a sentence calls it. */
  public String words() {
    return switch (kind) {
      case THREAD_PART -> "post %d of the thread".formatted(position + 1);
      case FIRST_COMMENT -> "the first comment";
    };
  }
}

package social.greenroom.core.post;

import java.util.Optional;
import java.util.UUID;

/** Whether an approval may be given, and on what it would rest. */
public sealed interface ApprovalVerdict {
  boolean allowed();

  /** Why not, as a sentence; empty when it is allowed. */
  Optional<String> refusal();

  /** What the approval rests on; empty when it is refused. */
  Optional<ApprovalBasis> basis();

  /**
   * @param standing the standing approval it rests on; empty for the owner's own yes
   */
  record Granted(ApprovalBasis ground, Optional<UUID> standing) implements ApprovalVerdict {
    @Override
    public boolean allowed() {
      return true;
    }

    @Override
    public Optional<String> refusal() {
      return Optional.empty();
    }

    @Override
    public Optional<ApprovalBasis> basis() {
      return Optional.of(ground);
    }
  }

  /** Not allowed, and why. */
  record Refused(String sentence) implements ApprovalVerdict {
    @Override
    public boolean allowed() {
      return false;
    }

    @Override
    public Optional<String> refusal() {
      return Optional.of(sentence);
    }

    @Override
    public Optional<ApprovalBasis> basis() {
      return Optional.empty();
    }
  }
}

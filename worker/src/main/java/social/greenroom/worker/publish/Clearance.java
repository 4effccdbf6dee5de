package social.greenroom.worker.publish;

import java.time.Instant;

/** Whether a claimed variant may be sent now, and what becomes of it when not. */
sealed interface Clearance {
  boolean granted();

  /** Writes down what {@link SendCheck} decided; nothing when it is granted. */
  void writeTo(Refusals refusals);

  /** It may be sent. */
  record Granted() implements Clearance {
    @Override
    public boolean granted() {
      return true;
    }

    @Override
    public void writeTo(Refusals refusals) {}
  }

  /** Not now: it goes back to approved, and that instant is its time. */
  record Later(Instant notBefore, String sentence) implements Clearance {
    @Override
    public boolean granted() {
      return false;
    }

    @Override
    public void writeTo(Refusals refusals) {
      refusals.later(notBefore, sentence);
    }
  }

  /**
   * Not now, and nothing tells until when: it goes back to approved and isn't tried before that
   * instant, but it is late from its own time on.
   */
  record Pause(Instant again, String sentence) implements Clearance {
    @Override
    public boolean granted() {
      return false;
    }

    @Override
    public void writeTo(Refusals refusals) {
      refusals.pause(again, sentence);
    }
  }

  /** Not at all: it fails with that sentence, and a person decides. */
  record Never(String sentence) implements Clearance {
    @Override
    public boolean granted() {
      return false;
    }

    @Override
    public void writeTo(Refusals refusals) {
      refusals.never(sentence);
    }
  }

  /** Where a refusal is written down. */
  interface Refusals {
    void later(Instant notBefore, String sentence);

    void pause(Instant again, String sentence);

    void never(String sentence);
  }
}

package social.greenroom.worker.render;

import java.util.List;

/** What the API server is told at the end: everything was tried, and this couldn't be made. */
record RenderEnd(List<Failure> failures) {
  RenderEnd {
    failures = List.copyOf(failures);
  }

  /** Why a picture couldn't be made, in a sentence for its owner. */
  record Failure(String source, String platform, String sentence) {}
}

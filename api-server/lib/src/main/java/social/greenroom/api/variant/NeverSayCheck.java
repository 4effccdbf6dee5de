package social.greenroom.api.variant;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import social.greenroom.api.problem.FieldError;
import social.greenroom.core.neversay.NeverSayList;
import social.greenroom.core.post.Payload;

/** Finds what must never be said, and in which field it stands. */
final class NeverSayCheck {
  private NeverSayCheck() {}

  static Optional<FieldError> check(NeverSayList list, Payload payload) {
    for (var field : fields(payload).entrySet()) {
      var hit = list.firstHit(field.getValue());
      if (hit.isPresent()) {
        return Optional.of(new FieldError(field.getKey(), hit.get().sentence()));
      }
    }
    // A phrase can also arise between two posts of a thread.
    return list.firstHit(payload).map(hit -> new FieldError("text", hit.sentence()));
  }

  private static Map<String, String> fields(Payload payload) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("text", payload.text());
    for (int i = 0; i < payload.thread().size(); i++) {
      fields.put("thread[%d]".formatted(i), payload.thread().get(i));
    }
    var comment = payload.firstComment();
    if (comment != null) {
      fields.put("firstComment", comment);
    }
    var link = payload.link();
    if (link != null) {
      fields.put("link", link);
    }
    payload
        .media()
        .forEach(
            picture -> fields.put("altTexts[%s]".formatted(picture.sha256()), picture.altText()));
    return fields;
  }
}

package social.greenroom.core.post;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.ibm.icu.text.Normalizer2;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes version 1 of the canonical form; each object's keys stand here in their order. */
final class CanonicalWriter {
  private static final JsonFactory JSON = new JsonFactory();
  private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

  private final JsonGenerator out;

  private CanonicalWriter(JsonGenerator out) {
    this.out = out;
  }

  static String write(Payload payload) {
    var text = new StringWriter();
    try (var out = JSON.createGenerator(text)) {
      new CanonicalWriter(out).payload(payload);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private void payload(Payload payload) throws IOException {
    out.writeStartObject();
    string("account", payload.accountRemoteId());
    string("firstComment", payload.firstComment());
    string("link", payload.link());
    media(payload.media());
    options(payload.options());
    string("platform", payload.platform().wireName());
    string("text", payload.text());
    thread(payload.thread());
    out.writeNumberField("v", CanonicalPayload.VERSION);
    out.writeEndObject();
  }

  private void media(List<PayloadMedia> media) throws IOException {
    out.writeArrayFieldStart("media");
    for (var picture : media) {
      out.writeStartObject();
      string("altText", picture.altText());
      out.writeNumberField("height", picture.height());
      string("mediaType", picture.mediaType());
      string("sha256", picture.sha256());
      out.writeNumberField("width", picture.width());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void options(Map<String, String> options) throws IOException {
    out.writeObjectFieldStart("options");
    for (var option : options.entrySet()) {
      string(option.getKey(), option.getValue());
    }
    out.writeEndObject();
  }

  private void thread(List<String> thread) throws IOException {
    out.writeArrayFieldStart("thread");
    for (var post : thread) {
      out.writeString(normal(post));
    }
    out.writeEndArray();
  }

  private void string(String name, @Nullable String value) throws IOException {
    if (value != null) {
      out.writeStringField(normal(name), normal(value));
    }
  }

  private static String normal(String value) {
    if (value.codePoints().anyMatch(point -> point >= 0xD800 && point <= 0xDFFF)) {
      throw new IllegalArgumentException(
          "A text holds half of a character (a lone surrogate); remove it.");
    }
    return NFC.normalize(value);
  }
}

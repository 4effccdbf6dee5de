package social.greenroom.operator.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import social.greenroom.crds.request.PostRequestSpec;

/**
 * What makes a request the same request: all that it asks for. How long its resource stays isn't
 * part of it.
 */
final class SpecHash {
  private static final JsonMapper CANONICAL =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private SpecHash() {}

  /** Lower-case hexadecimal SHA-256. */
  static String of(PostRequestSpec spec) {
    var asked =
        new PostRequestSpec(
            spec.talentRef(),
            spec.source(),
            spec.prompt(),
            spec.accountRefs(),
            spec.postKinds(),
            spec.link(),
            spec.scheduleHint(),
            spec.attachments(),
            null);
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var json = CANONICAL.writeValueAsString(asked).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(digest.digest(json));
    } catch (JsonProcessingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("The spec can't be hashed.", e);
    }
  }
}

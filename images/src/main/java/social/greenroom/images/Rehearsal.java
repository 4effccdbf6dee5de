package social.greenroom.images;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A start of a program without anything around it: it goes as far as to miss its database. The
 * classes that are loaded on the way are those that every start loads.
 *
 * @param arguments of the program
 * @param environment its settings, all of them pointing nowhere
 * @param until what it says when it goes on and has to be ended; empty where it ends by itself
 */
record Rehearsal(List<String> arguments, Map<String, String> environment, Optional<String> until) {
  private static final String NOWHERE = "127.0.0.1:1";

  Rehearsal {
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
  }

  static Rehearsal of(Program program) {
    return switch (program) {
      case OPERATOR -> new Rehearsal(List.of(), operator(), Optional.of("started in"));
      case API_SERVER -> new Rehearsal(List.of(), database(), Optional.of("started in"));
      case WORKER ->
          new Rehearsal(
              List.of("publish", "--dispatch", "00000000-0000-7000-8000-000000000000"),
              publish(),
              Optional.empty());
      case SANDBOX ->
          new Rehearsal(
              List.of("--host", "0.0.0.0", "--port", "8090"), Map.of(), Optional.of("8090"));
    };
  }

  private static Map<String, String> operator() {
    var environment = new HashMap<>(database());
    environment.put("GREENROOM_DB_PROVISIONER_PASSWORD", "none");
    environment.put("GREENROOM_KEY_FILE", "/tmp/rehearsal.key");
    environment.put("GREENROOM_MEDIA_URL", "http://" + NOWHERE);
    environment.put("GREENROOM_MODEL_URL", "http://" + NOWHERE);
    environment.put("QUARKUS_KUBERNETES_CLIENT_API_SERVER_URL", "http://" + NOWHERE);
    return environment;
  }

  private static Map<String, String> publish() {
    return Map.of(
        "GREENROOM_DB_URL", "jdbc:postgresql://%s/none".formatted(NOWHERE),
        "GREENROOM_DB_USER", "none",
        "GREENROOM_DB_PASSWORD", "none",
        "GREENROOM_MEDIA_DIR", "/tmp",
        "GREENROOM_DATA_KEY", dataKey());
  }

  private static Map<String, String> database() {
    return Map.of(
        "GREENROOM_DB_URL", "jdbc:postgresql://%s/none".formatted(NOWHERE),
        "GREENROOM_DB_APP_PASSWORD", "none",
        "GREENROOM_DB_LOOKUP_PASSWORD", "none",
        "GREENROOM_MEDIA_DIR", "/tmp",
        "GREENROOM_MEDIA_SIGNING_KEY", Base64.getEncoder().encodeToString(new byte[32]));
  }

  /** A key for this start alone, so that the program comes as far as to use it. */
  private static String dataKey() {
    try {
      var keyset =
          KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
      return Base64.getEncoder()
          .encodeToString(
              TinkProtoKeysetFormat.serializeKeyset(
                  keyset, InsecureSecretKeyAccess.get(), AeadConfig2026.get()));
    } catch (GeneralSecurityException e) {
      throw new ImageException("No key can be made for the worker's rehearsal.", e);
    }
  }
}

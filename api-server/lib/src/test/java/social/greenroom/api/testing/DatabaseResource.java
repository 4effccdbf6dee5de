package social.greenroom.api.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Base64;
import java.util.Map;
import social.greenroom.store.testing.TestDatabase;

/** Starts the api server on a fresh database and an empty media folder. */
public final class DatabaseResource implements QuarkusTestResourceLifecycleManager {
  /** With this the tests sign what the operator would. */
  public static final String SIGNING_KEY =
      Base64.getEncoder().encodeToString("only-for-tests-only-for-tests-32".getBytes(US_ASCII));

  private TestDatabase database;

  @Override
  public Map<String, String> start() {
    database = TestDatabase.create();
    try {
      return Map.of(
          "greenroom.db.url", database.jdbcUrl(),
          "greenroom.db.app-password", database.passwords().app(),
          "greenroom.db.lookup-password", database.passwords().lookup(),
          "greenroom.media.dir", Files.createTempDirectory("greenroom-media").toString(),
          "greenroom.media.signing-key", SIGNING_KEY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    if (database != null) {
      database.close();
    }
  }
}

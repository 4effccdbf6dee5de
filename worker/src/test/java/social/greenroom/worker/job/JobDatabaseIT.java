package social.greenroom.worker.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.store.database.Database;
import social.greenroom.store.database.DatabaseUnavailableException;
import social.greenroom.store.testing.TestDatabase;
import social.greenroom.worker.Worker;
import social.greenroom.worker.testing.Agency;
import social.greenroom.worker.testing.CutLine;

/** A Job that begins while its database can't be reached. */
class JobDatabaseIT {
  @TempDir Path folder;
  private TestDatabase database;
  private Agency agency;
  private CutLine line;

  @BeforeEach
  void start() {
    database = TestDatabase.create();
    agency = new Agency(database, "northlight", folder);
    line = new CutLine(database.jdbcUrl());
  }

  @AfterEach
  void stop() {
    line.close();
    database.close();
  }

  @Test
  void oneThatIsBackSoonIsWaitedFor() {
    line.cut();
    var opening = CompletableFuture.supplyAsync(() -> open(Duration.ofMinutes(1)));
    await().atMost(Duration.ofSeconds(30)).until(() -> line.turnedAway() > 1);

    line.mend();

    try (var opened = opening.join()) {
      assertThat(opened.tenants().own()).isEqualTo(agency.id());
    }
  }

  @Test
  void oneThatStaysAwayIsNot() {
    line.cut();

    assertThatThrownBy(() -> open(Duration.ofSeconds(1)))
        .isInstanceOf(DatabaseUnavailableException.class);
    assertThat(line.turnedAway()).isGreaterThan(1);
  }

  @Test
  void aJobThatFindsItAwayHasMadeNoTry() {
    line.cut();
    var variables = variables();
    variables.put("GREENROOM_MODEL_URL", "http://127.0.0.1:9/model");
    variables.put("GREENROOM_MODEL_KEY", "none");
    var request = UUID.randomUUID().toString();

    assertThat(Worker.run(List.of("generate", "--request", request), variables)).isEqualTo(75);
    assertThat(line.turnedAway()).isGreaterThan(1);
  }

  private Database open(Duration patience) {
    try {
      return JobDatabase.open(new Environment(variables()), 2, patience);
    } catch (UsageException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Map<String, String> variables() {
    var variables = new HashMap<>(agency.environment());
    variables.put("GREENROOM_DB_URL", line.jdbcUrl());
    return variables;
  }
}

package social.greenroom.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerTest {
  private static final String ID = UUID.randomUUID().toString();
  private static final Map<String, String> NOWHERE =
      Map.of(
          "GREENROOM_DB_URL", "jdbc:postgresql://127.0.0.1:9/greenroom",
          "GREENROOM_DB_USER", "greenroom_t_" + "0".repeat(32),
          "GREENROOM_DB_PASSWORD", "secret");

  @TempDir Path folder;

  @Test
  void wrongArgumentsAreAMatterOfUsage() {
    assertThat(Worker.run(List.of(), Map.of())).isEqualTo(64);
    assertThat(Worker.run(List.of("publish", "--dispatch", "x"), Map.of())).isEqualTo(64);
  }

  @Test
  void soIsAnEnvironmentThatLacksSomething() {
    assertThat(Worker.run(List.of("publish", "--dispatch", ID), nowhere())).isEqualTo(64);
    assertThat(Worker.run(List.of("generate", "--request", ID), nowhere())).isEqualTo(64);
    assertThat(Worker.run(List.of("render", "--request", ID), Map.of())).isEqualTo(64);
  }

  @Test
  void soIsADataKeyThatIsNone() {
    var environment = nowhere();
    environment.put("GREENROOM_DATA_KEY", "bm90IGEga2V5");
    assertThat(Worker.run(List.of("publish", "--dispatch", ID), environment)).isEqualTo(64);
  }

  @Test
  void soIsAnAddressOfTheApiServerThatIsNone() {
    for (var address : List.of("api-server", "http:///", "file:///etc/passwd", "http://a b")) {
      var environment = Map.of("GREENROOM_MEDIA_URL", address, "GREENROOM_MEDIA_TOKEN", "token");
      assertThat(Worker.run(List.of("render", "--request", ID), environment))
          .as(address)
          .isEqualTo(64);
    }
  }

  private Map<String, String> nowhere() {
    var environment = new HashMap<>(NOWHERE);
    environment.put("GREENROOM_MEDIA_DIR", folder.resolve("media").toString());
    environment.put("GREENROOM_PROGRAMS_DIR", folder.resolve("programs").toString());
    return environment;
  }
}

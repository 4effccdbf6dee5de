package social.greenroom.worker.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.greenroom.worker.Worker;

/** What a worker that is a process of its own says, whatever log manager it is started with. */
class WorkerProcessLogTest {
  private static final String BOSS = "-Djava.util.logging.manager=org.jboss.logmanager.LogManager";

  @ParameterizedTest
  @ValueSource(strings = {"-Dplain=1", BOSS})
  void aWrongStartIsTold(String option) throws Exception {
    assertThat(said(option, Map.of(), "publish"))
        .anySatisfy(line -> assertThat(line).contains("Use one of: generate --request"));
  }

  @Test
  void aLineOfJsonNamesTheWork() throws Exception {
    var request = UUID.randomUUID().toString();
    var lines =
        said(
            "-Dplain=1",
            Map.of("GREENROOM_LOG_FORMAT", "json", "GREENROOM_MEDIA_TOKEN", "secret-token"),
            "render",
            "--request",
            request);

    assertThat(lines).singleElement();
    var line = new ObjectMapper().readTree(lines.get(0));
    assertThat(line.get("message").asText()).contains("GREENROOM_MEDIA_URL isn't set");
    assertThat(line.get("level").asText()).isEqualTo("SEVERE");
    assertThat(line.get("mdc").get("request").asText()).isEqualTo(request);
    assertThat(lines.get(0)).doesNotContain("secret-token");
  }

  @Test
  void aFormThatIsNoneIsTold() throws Exception {
    assertThat(said("-Dplain=1", Map.of("GREENROOM_LOG_FORMAT", "xml"), "publish"))
        .singleElement()
        .satisfies(line -> assertThat(line).contains("plain or json, not 'xml'"));
  }

  private static List<String> said(
      String option, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                option,
                "-cp",
                System.getProperty("java.class.path"),
                Worker.class.getName()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    var process = builder.start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(64);
    return said.lines().toList();
  }
}

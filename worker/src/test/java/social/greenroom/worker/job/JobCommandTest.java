package social.greenroom.worker.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobCommandTest {
  private static final UUID ID = UUID.fromString("01935b4e-0000-7000-8000-000000000001");

  @Test
  void readsEachCommand() throws Exception {
    assertThat(JobCommand.parse(List.of("generate", "--request", ID.toString())))
        .isEqualTo(new JobCommand(JobCommand.Kind.GENERATE, ID));
    assertThat(JobCommand.parse(List.of("render", "--request", ID.toString())))
        .isEqualTo(new JobCommand(JobCommand.Kind.RENDER, ID));
    assertThat(JobCommand.parse(List.of("publish", "--dispatch", ID.toString())))
        .isEqualTo(new JobCommand(JobCommand.Kind.PUBLISH, ID));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "publish",
        "publish --request ID",
        "send --dispatch ID",
        "publish --dispatch ID more"
      })
  void saysHowItIsWritten(String line) {
    var arguments = List.of(line.replace("ID", ID.toString()).split(" "));
    assertThatThrownBy(() -> JobCommand.parse(arguments))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("publish --dispatch <uuid>");
  }

  @Test
  void namesTheOptionWhoseValueIsNoUuid() {
    assertThatThrownBy(() -> JobCommand.parse(List.of("publish", "--dispatch", "today")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--dispatch must be a UUID, not 'today'");
  }
}

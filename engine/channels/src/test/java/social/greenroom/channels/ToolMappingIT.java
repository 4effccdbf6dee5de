package social.greenroom.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.core.channel.PublishCommand;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.core.channel.PublishOutcome.Published;
import social.greenroom.core.channel.PublishOutcome.Rejected;
import social.greenroom.core.channel.ToolMapping;
import social.greenroom.core.channel.ToolMapping.Tool;
import social.greenroom.core.network.Platform;

/** Which tool does what is the server's resource to say, not the adapter's. */
class ToolMappingIT {
  private static SandboxNetworks networks;

  @BeforeAll
  static void start(@TempDir Path folder) {
    networks = new SandboxNetworks(folder);
  }

  @AfterAll
  static void stop() {
    networks.close();
  }

  @BeforeEach
  void clear() {
    networks.clear();
  }

  private static PublishOutcome publish(Tool tool, String endpoint) {
    var mapping = new ToolMapping(Map.of("publish", tool));
    var account = networks.account(Platform.LINKEDIN, SandboxNetworks.KEY, endpoint, mapping);
    return networks
        .adapter(Platform.LINKEDIN)
        .publish(
            new PublishCommand(
                account, SandboxNetworks.payload(Platform.LINKEDIN, "https://example.com/a"), "k"));
  }

  private static String endpoint() {
    return networks.endpoint(Platform.LINKEDIN);
  }

  @Test
  void aConfiguredToolDoesTheOperationUnderItsOwnArgumentNames() {
    // A share takes the text as its url, and knows no lifecycle state.
    var outcome =
        publish(
            new Tool("LINKEDIN_CREATE_ARTICLE_OR_URL_SHARE", Map.of("text", "url")), endpoint());
    assertThat(((Rejected) outcome).reason()).contains("lifecycleState");
    assertThat(networks.texts(Platform.LINKEDIN)).isEmpty();
    var renamed =
        publish(
            new Tool(
                "LINKEDIN_CREATE_ARTICLE_OR_URL_SHARE",
                Map.of("text", "url", "lifecycleState", "title")),
            endpoint());
    assertThat(renamed).isInstanceOf(Published.class);
    assertThat(networks.texts(Platform.LINKEDIN)).containsExactly("https://example.com/a");
  }

  @Test
  void aToolThatTheServerDoesntHaveIsSaidWithoutPublishing() {
    var outcome = publish(new Tool("LINKEDIN_POST", Map.of()), endpoint());
    assertThat(((Rejected) outcome).reason())
        .contains("check the tools of the MCP server", "LINKEDIN_POST");
    assertThat(networks.received(Platform.LINKEDIN, "publish")).isZero();
  }

  @Test
  void anAddressThatCantBeCalledIsSaid() {
    var tool = new Tool("LINKEDIN_CREATE_LINKED_IN_POST", Map.of());
    assertThat(((Rejected) publish(tool, "not an address")).reason()).contains("McpServer");
    assertThat(((Rejected) publish(tool, networks.baseUrl() + "/nothing/here")).reason())
        .contains("LinkedIn's MCP server refused it");
  }
}

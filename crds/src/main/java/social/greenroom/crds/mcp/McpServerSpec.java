package social.greenroom.crds.mcp;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.greenroom.crds.reference.SecretSource;
import social.greenroom.crds.schema.ApiObject;
import social.greenroom.crds.schema.Bounds;
import social.greenroom.crds.schema.ListMap;

/** Where a server is and what it is for. */
@ApiObject
public record McpServerSpec(
    @Required
        @Pattern(Bounds.HTTP_URL)
        @Size(min = 1, max = Bounds.URL)
        @JsonPropertyDescription("The address of the MCP endpoint.")
        String url,
    @Default("StreamableHttp") @JsonPropertyDescription("How it is spoken to.")
        @Nullable McpTransport transport,
    @JsonPropertyDescription(
            "The key the server itself asks for, beside each account's token; none unless given.")
        @Nullable SecretSource auth,
    @Required @JsonPropertyDescription("What it is for.") Serves serves,
    @ListMap("operation")
        @Size(max = 20)
        @JsonPropertyDescription(
            "Which tool does which operation, where it isn't the network adapter's default.")
        List<McpTool> tools) {
  public McpServerSpec {
    tools = tools == null ? List.of() : List.copyOf(tools);
  }
}

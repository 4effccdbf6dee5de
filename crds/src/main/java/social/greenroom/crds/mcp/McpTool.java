package social.greenroom.crds.mcp;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import social.greenroom.crds.schema.ApiObject;
import social.greenroom.crds.schema.ListMap;

/** The tool that does an operation. */
@ApiObject
public record McpTool(
    @Required @JsonPropertyDescription("What is to be done.") ToolOperation operation,
    @Required @Size(min = 1, max = 128) @JsonPropertyDescription("The tool's name at the server.")
        String name,
    @ListMap("name")
        @Size(max = 30)
        @JsonPropertyDescription(
            "Arguments that the tool calls differently; those not mentioned keep their name.")
        List<ToolArgument> arguments) {
  public McpTool {
    arguments = arguments == null ? List.of() : List.copyOf(arguments);
  }
}

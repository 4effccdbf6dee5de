package social.greenroom.crds.mcp;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import social.greenroom.crds.schema.ApiObject;

/** How one argument is called by the tool. */
@ApiObject
public record ToolArgument(
    @Required
        @Size(min = 1, max = 63)
        @JsonPropertyDescription("Greenroom's name of the argument, such as text.")
        String name,
    @Required @Size(min = 1, max = 120) @JsonPropertyDescription("The tool's name of it.")
        String as) {}

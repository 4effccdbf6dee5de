package social.greenroom.crds.mcp;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import social.greenroom.crds.account.AccountPlatform;
import social.greenroom.crds.schema.ApiObject;
import social.greenroom.crds.schema.ListSet;

/** What a server is for. */
@ApiObject
public record Serves(
    @ListSet
        @Size(min = 1, max = 14)
        @Required
        @JsonPropertyDescription("The networks whose accounts are reached through it.")
        List<AccountPlatform> platforms) {
  public Serves {
    platforms = platforms == null ? List.of() : List.copyOf(platforms);
  }
}

package social.greenroom.crds.talent;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.greenroom.crds.schema.ApiObject;
import social.greenroom.crds.schema.Bounds;
import social.greenroom.crds.schema.ListSet;

/** How the talent's pictures look. */
@ApiObject
public record BrandKit(
    @Size(max = 12) @JsonPropertyDescription("The colours as #rrggbb, the most important first.")
        List<@Size(max = 7) @Pattern("^#[0-9a-fA-F]{6}$") String> colors,
    @Size(max = Bounds.URL) @JsonPropertyDescription("The logo: an address, or media:<sha256>.")
        @Nullable String logo,
    @Size(max = Bounds.URL)
        @JsonPropertyDescription("The name set in type: an address, or media:<sha256>.")
        @Nullable String wordmark,
    @ListSet @Size(max = 20) @JsonPropertyDescription("Pictures of the face, as media:<sha256>.")
        List<@Size(min = 1, max = Bounds.URL) String> faceReferences,
    @ListSet @Size(max = 20) @JsonPropertyDescription("Recordings of the voice, as media:<sha256>.")
        List<@Size(min = 1, max = Bounds.URL) String> voiceSamples) {
  public BrandKit {
    colors = colors == null ? List.of() : List.copyOf(colors);
    faceReferences = faceReferences == null ? List.of() : List.copyOf(faceReferences);
    voiceSamples = voiceSamples == null ? List.of() : List.copyOf(voiceSamples);
  }
}

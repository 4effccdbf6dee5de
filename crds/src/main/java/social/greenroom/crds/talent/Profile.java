package social.greenroom.crds.talent;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.greenroom.crds.schema.ApiObject;
import social.greenroom.crds.schema.Bounds;
import social.greenroom.crds.schema.ListSet;

/** What conditions everything that is written in the talent's name. */
@ApiObject
public record Profile(
    @Size(max = Bounds.TEXT) @JsonPropertyDescription("Who the talent is, in a few sentences.")
        @Nullable String bio,
    @Size(max = Bounds.TEXT) @JsonPropertyDescription("How the talent thinks and talks.")
        @Nullable String personality,
    @ListSet @Size(max = 50) @JsonPropertyDescription("True stories the talent likes to tell.")
        List<@Size(min = 1, max = 2000) String> stories,
    @ListSet
        @Size(max = 20)
        @JsonPropertyDescription("What the talent wants to reach this quarter.")
        List<@Size(min = 1, max = Bounds.SENTENCE) String> goals,
    @ListSet @Size(max = 12) @JsonPropertyDescription("The subjects the talent stands for.")
        List<@Size(min = 1, max = Bounds.TITLE) String> pillars,
    @Size(max = Bounds.TEXT) @JsonPropertyDescription("Whom the talent speaks to.")
        @Nullable String audience,
    @ListSet
        @Size(max = 30)
        @JsonPropertyDescription("Sentences that sound exactly like the talent.")
        List<@Size(min = 1, max = 1000) String> toneExamples,
    @ListSet
        @Size(max = 200)
        @JsonPropertyDescription(
            "Phrases that must never go out in the talent's name, whatever their spelling.")
        List<@Size(min = 1, max = 200) String> neverSay,
    @ListSet
        @Size(max = 50)
        @JsonPropertyDescription("Hashtags the talent likes, without the sign.")
        List<@Size(min = 1, max = 100) String> hashtags) {
  public Profile {
    stories = stories == null ? List.of() : List.copyOf(stories);
    goals = goals == null ? List.of() : List.copyOf(goals);
    pillars = pillars == null ? List.of() : List.copyOf(pillars);
    toneExamples = toneExamples == null ? List.of() : List.copyOf(toneExamples);
    neverSay = neverSay == null ? List.of() : List.copyOf(neverSay);
    hashtags = hashtags == null ? List.of() : List.copyOf(hashtags);
  }
}

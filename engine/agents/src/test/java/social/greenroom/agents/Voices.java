package social.greenroom.agents;

import java.util.List;
import social.greenroom.agents.prompt.Voice;
import social.greenroom.core.talent.TalentProfile;

/** Talents to write for. */
public final class Voices {
  public static final Voice POTTER =
      new Voice(
          "Mara Lindqvist",
          "en",
          new TalentProfile(
              "A potter who teaches by the harbour.",
              "Warm, dry, precise.",
              List.of("The kiln that cracked on opening day"),
              List.of("Fill the spring course"),
              List.of("Clay", "Craft as a living"),
              "People who make things",
              List.of("Clay forgives. Glaze doesn't."),
              List.of("synergy"),
              List.of("#pottery")));

  private Voices() {}
}

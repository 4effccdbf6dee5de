package social.greenroom.channels.readback;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import social.greenroom.core.channel.OwnPost;
import social.greenroom.core.network.OutgoingText;
import social.greenroom.core.post.Payload;

/** A payload compared with what an account shows. */
record Sighting(Payload payload, List<OwnPost> own) {
  /** The share of a text that must agree at its start for two posts to be much alike. */
  private static final double ALIKE = 0.4;

  private static final int SHORTEST = 12;

  /** The posts whose text is the payload's first, newest first. */
  List<OwnPost> first() {
    var wanted = plain(OutgoingText.of(payload));
    return own.stream().filter(post -> plain(post.text()).equals(wanted)).toList();
  }

  boolean threadWhole() {
    return payload.thread().stream()
        .allMatch(part -> own.stream().anyMatch(post -> plain(post.text()).equals(plain(part))));
  }

  /** A post that begins as the payload does: cut short, or changed by the network. */
  Optional<OwnPost> close() {
    var wanted = plain(OutgoingText.of(payload));
    return own.stream().filter(post -> alike(wanted, plain(post.text()))).findFirst();
  }

  private static boolean alike(String wanted, String shown) {
    int shorter = Math.min(wanted.length(), shown.length());
    int common = 0;
    while (common < shorter && wanted.charAt(common) == shown.charAt(common)) {
      common++;
    }
    return common >= SHORTEST && common >= wanted.length() * ALIKE;
  }

  /** Networks change white space and normalise; words they leave alone. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("[\\s\\p{Z}]+", " ").strip();
  }
}

package social.greenroom.core.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.greenroom.core.network.Platform;

class CanonicalPayloadTest {
  private static final PayloadMedia PICTURE =
      new PayloadMedia("ab12", "image/jpeg", 1600, 900, "A \"red\" door");
  private static final Payload FULL =
      new Payload(
          Platform.MASTODON,
          "42",
          "Grüße\nan \uD83D\uDE00 alle",
          List.of("two", "three"),
          "first!",
          "https://example.com/?utm_source=x",
          List.of(PICTURE),
          new TreeMap<>(Map.of("visibility", "public", "language", "de")));

  @Test
  void versionOneIsWrittenLikeThisForEver() {
    var canonical =
        "{\"account\":\"42\",\"firstComment\":\"first!\",\"link\":\"https://example.com/?utm_source=x\","
            + "\"media\":[{\"altText\":\"A \\\"red\\\" door\",\"height\":900,\"mediaType\":\"image/jpeg\","
            + "\"sha256\":\"ab12\",\"width\":1600}],"
            + "\"options\":{\"language\":\"de\",\"visibility\":\"public\"},\"platform\":\"mastodon\","
            + "\"text\":\"Grüße\\nan \uD83D\uDE00 alle\",\"thread\":[\"two\",\"three\"],\"v\":1}";
    assertThat(CanonicalPayload.write(FULL)).isEqualTo(canonical);
    assertThat(CanonicalPayload.hash(FULL))
        .isEqualTo(CanonicalPayload.hash(canonical))
        .matches("[0-9a-f]{64}");
  }

  @Test
  void theHashIsTheSha256OfTheUtf8() {
    // echo -n 'grün' | sha256sum
    assertThat(CanonicalPayload.hash("grün"))
        .isEqualTo("fe263064ba02eaeac482aaf1309553779bdb78e385cb1374654de293e191d785");
  }

  @Property
  void whatIsWrittenIsReadBack(@ForAll("payloads") Payload payload) {
    var canonical = CanonicalPayload.write(payload);
    assertThat(CanonicalPayload.write(CanonicalPayload.read(canonical))).isEqualTo(canonical);
    assertThat(CanonicalPayload.hash(CanonicalPayload.read(canonical)))
        .isEqualTo(CanonicalPayload.hash(payload));
  }

  @Property
  void everyFieldIsUnderTheHash(@ForAll("payloads") Payload payload) {
    var others =
        List.of(
            with(payload, 0),
            with(payload, 1),
            with(payload, 2),
            with(payload, 3),
            with(payload, 4),
            with(payload, 5),
            with(payload, 6),
            with(payload, 7));
    assertThat(others)
        .extracting(CanonicalPayload::hash)
        .doesNotContain(CanonicalPayload.hash(payload))
        .doesNotHaveDuplicates();
  }

  @Test
  void everyPartOfAPictureIsUnderTheHash() {
    var pictures =
        List.of(
            PICTURE,
            new PayloadMedia("ab13", "image/jpeg", 1600, 900, "A \"red\" door"),
            new PayloadMedia("ab12", "image/png", 1600, 900, "A \"red\" door"),
            new PayloadMedia("ab12", "image/jpeg", 1601, 900, "A \"red\" door"),
            new PayloadMedia("ab12", "image/jpeg", 1600, 901, "A \"red\" door"),
            new PayloadMedia("ab12", "image/jpeg", 1600, 900, "A red door"));
    assertThat(pictures)
        .extracting(picture -> CanonicalPayload.hash(withMedia(List.of(picture))))
        .doesNotHaveDuplicates();
  }

  @Property
  void theOrderOfOptionsDoesNotMatter(@ForAll("payloads") Payload payload) {
    var reversed = new TreeMap<String, String>(Comparator.reverseOrder());
    reversed.putAll(payload.options());
    var other =
        new Payload(
            payload.platform(),
            payload.accountRemoteId(),
            payload.text(),
            payload.thread(),
            payload.firstComment(),
            payload.link(),
            payload.media(),
            reversed);
    assertThat(CanonicalPayload.write(other)).isEqualTo(CanonicalPayload.write(payload));
  }

  @Test
  void theOrderOfThreadAndMediaMatters() {
    var second = new PayloadMedia("cd34", "image/jpeg", 1, 1, "");
    assertThat(CanonicalPayload.hash(withMedia(List.of(PICTURE, second))))
        .isNotEqualTo(CanonicalPayload.hash(withMedia(List.of(second, PICTURE))));
    assertThat(CanonicalPayload.hash(withThread(List.of("a", "b"))))
        .isNotEqualTo(CanonicalPayload.hash(withThread(List.of("b", "a"))))
        .isNotEqualTo(CanonicalPayload.hash(withThread(List.of("a\",\"b"))))
        .isNotEqualTo(CanonicalPayload.hash(withThread(List.of("ab"))));
  }

  @Property
  void composedAndDecomposedTextIsTheSame(@ForAll("texts") String text) {
    assertThat(hashOf(Normalizer.normalize(text, Normalizer.Form.NFD)))
        .isEqualTo(hashOf(Normalizer.normalize(text, Normalizer.Form.NFC)));
  }

  @Test
  void absentAndEmptyAreDifferent() {
    var absent = Payload.ofText(Platform.X, "1", "a");
    var empty =
        new Payload(
            Platform.X, "1", "a", List.of(), "", null, List.of(), Collections.emptySortedMap());
    assertThat(CanonicalPayload.hash(absent)).isNotEqualTo(CanonicalPayload.hash(empty));
  }

  @Test
  void halfACharacterIsRefused() {
    assertThatThrownBy(() -> hashOf("a\uD83D")).hasMessageContaining("half of a character");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 17})
  void anUnknownVersionIsRefused(int version) {
    var other = CanonicalPayload.write(FULL).replace("\"v\":1", "\"v\":" + version);
    assertThatThrownBy(() -> CanonicalPayload.read(other))
        .hasMessage(
            "The payload is of version %d; this program reads version 1.".formatted(version));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "not json, but a private text",
        "{\"v\":1}",
        "{\"account\":\"1\",\"media\":[],\"options\":{},\"platform\":\"x\",\"text\":7,\"thread\":[],\"v\":1}",
        "{\"account\":\"1\",\"extra\":1,\"media\":[],\"options\":{},\"platform\":\"x\",\"text\":\"a\",\"thread\":[],\"v\":1}",
        "{\"account\":\"1\",\"account\":\"2\",\"media\":[],\"options\":{},\"platform\":\"x\",\"text\":\"a\",\"thread\":[],\"v\":1}",
        "{\"account\": \"1\",\"media\":[],\"options\":{},\"platform\":\"x\",\"text\":\"a\",\"thread\":[],\"v\":1}",
        "{\"account\":\"1\",\"media\":[],\"options\":{},\"platform\":\"x\",\"text\":\"e\u0301\",\"thread\":[],\"v\":1}",
        "{\"account\":\"1\",\"media\":[],\"options\":{},\"platform\":\"x\",\"text\":\"a\",\"thread\":[],\"v\":1} ",
      })
  void whatIsNotCanonicalIsRefusedWithoutQuotingIt(String canonical) {
    assertThatThrownBy(() -> CanonicalPayload.read(canonical))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("private text");
  }

  @Provide
  Arbitrary<Payload> payloads() {
    var names = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(8);
    return Combinators.combine(
            Arbitraries.of(Platform.class),
            names,
            texts(),
            texts().list().ofMaxSize(3),
            texts().injectNull(0.3),
            texts().injectNull(0.3),
            Combinators.combine(names, texts())
                .as((sha, alt) -> new PayloadMedia(sha, "image/png", 10, 20, alt))
                .list()
                .ofMaxSize(2),
            Arbitraries.maps(names, texts()).ofMaxSize(3))
        .as(
            (platform, account, text, thread, comment, link, media, options) ->
                new Payload(
                    platform, account, text, thread, comment, link, media, new TreeMap<>(options)));
  }

  @Provide
  Arbitrary<String> texts() {
    var letters =
        Arbitraries.strings()
            .withChars("abcxyz \n\t\"\\/{}[]:,<&\u0000\u0007\u2028éüÅ한e\u0301\u0308中")
            .ofMaxLength(12);
    return Arbitraries.oneOf(
        letters, Arbitraries.of("👩‍👩‍👧 family", "🇩🇪", "<script>", "null"));
  }

  private static Payload with(Payload p, int change) {
    var options = new TreeMap<>(p.options());
    options.merge("changed", "1", String::concat);
    return new Payload(
        change == 0 ? Platform.values()[(p.platform().ordinal() + 1) % 3] : p.platform(),
        p.accountRemoteId() + (change == 1 ? "1" : ""),
        p.text() + (change == 2 ? "." : ""),
        change == 3 ? append(p.thread(), "more") : p.thread(),
        change == 4 ? p.firstComment() + "." : p.firstComment(),
        change == 5 ? p.link() + "." : p.link(),
        change == 6 ? append(p.media(), PICTURE) : p.media(),
        change == 7 ? options : p.options());
  }

  private static <T> List<T> append(List<T> list, T item) {
    var longer = new ArrayList<>(list);
    longer.add(item);
    return longer;
  }

  private static String hashOf(String text) {
    return CanonicalPayload.hash(Payload.ofText(Platform.X, "1", text));
  }

  private static Payload withMedia(List<PayloadMedia> media) {
    return new Payload(
        Platform.X, "1", "a", List.of(), null, null, media, Collections.emptySortedMap());
  }

  private static Payload withThread(List<String> thread) {
    return new Payload(
        Platform.X, "1", "a", thread, null, null, List.of(), Collections.emptySortedMap());
  }
}

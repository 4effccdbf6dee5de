package social.greenroom.sandbox.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Words that carry no subject, and words that tell a field's purpose. */
final class Words {
  private static final Set<String> STOP =
      set(
          "a an the and or but if then than that this these those there here with without within into"
              + " onto from for to of in on at by as is are was were be been being am do does did doing"
              + " done have has had having will would shall should can could may might must not no nor"
              + " so such very just only also too more most less least much many some any each every"
              + " all both either neither own same other another i me my mine we us our ours you your"
              + " yours he him his she her hers it its they them their theirs who whom whose which what"
              + " when where why how about after again against before below between down during few"
              + " further off once out over through under until up while because via per upon yet still"
              + " even ever never always often let lets get gets got make makes made take takes took"
              + " give gives given go goes going went come comes came say says said saying tell tells"
              + " told use uses used using opens open opened starts start started begins begin began runs"
              + " shows show showed works helps brings finds keeps builds built launches launched announce announces"
              + " announced share shares shared sharing explain explains remind reminds invite ask wrote moved joined"
              + " finished won lost judge monday tuesday wednesday thursday friday saturday sunday january"
              + " february march april june july august september october november december want wants wanted need needs needed like know see"
              + " please dont don't can't won't isn't it's i'm we're you're i've we've one"
              + " next now today tomorrow week weeks day days month time times"
              + " whether as-is etc eg ie based given following above across around per since");

  private static final Set<String> META =
      set(
          "post posts posting write writes written writing draft drafts drafted text texts network"
              + " networks linkedin twitter mastodon account accounts character characters chars limit"
              + " limits max maximum min minimum json schema format field fields id ids uuid talent"
              + " talents audience voice tone language english pillar pillars goal goals bio profile"
              + " personality story stories example examples hashtag hashtags request requests content"
              + " publish published publishing message messages answer answers respond response return"
              + " output input prompt prompts instruction instructions rule rules user system assistant"
              + " model variant variants version versions platform platforms convention conventions"
              + " handle handles name names type types string strings number boolean array object value"
              + " values true false null required optional list item items data media image images"
              + " picture pictures photo photos video alt link links url urls thread threads comment"
              + " comments reply replies decide decision reason reasons idea ideas topic topics subject"
              + " exactly strictly sentence sentences word words paragraph short long style brand"
              + " social agency quarter recent recently slot slots gap gaps schedule scheduled queue"
              + " propose proposed suggest suggested weighted graphemes greenroom moderation verdict"
              + " block ok length keep person people person's attachments attachment untrusted");

  private Words() {}

  static Set<String> set(String words) {
    return Arrays.stream(words.split(" ", -1)).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether the word ends a phrase: it joins others, or it speaks of the task itself. */
  static boolean empty(String word) {
    var lower = word.toLowerCase(Locale.ROOT);
    return STOP.contains(lower) || META.contains(lower);
  }

  /** A name such as {@code firstComment} or {@code account_id} as plain words. */
  static String plain(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
        .replaceAll("[_-]+", " ")
        .toLowerCase(Locale.ROOT);
  }

  static boolean any(String text, String... words) {
    for (var word : words) {
      if (text.contains(word)) {
        return true;
      }
    }
    return false;
  }
}

package social.greenroom.core.neversay;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Dresses a phrase up, as somebody would who wants to get it past a filter. */
final class Dressing {
  private static final Map<Character, List<String>> LOOK_ALIKES =
      Map.ofEntries(
          Map.entry('a', List.of("а", "ɑ", "α", "ａ", "𝐚", "ⓐ", "ᴀ", "Α", "А")),
          Map.entry('b', List.of("ｂ", "𝖇", "ⓑ", "ʙ", "В", "Β")),
          Map.entry('c', List.of("с", "ⅽ", "ｃ", "С", "ᴄ")),
          Map.entry('d', List.of("ԁ", "ⅾ", "ｄ", "𝒅", "ᴅ")),
          Map.entry('e', List.of("е", "ｅ", "𝓮", "Е", "ᴇ", "℮")),
          Map.entry('f', List.of("ｆ", "𝐟", "ⓕ")),
          Map.entry('g', List.of("ɡ", "ｇ", "ⓖ")),
          Map.entry('h', List.of("һ", "ｈ", "Н", "Η", "ʜ")),
          Map.entry('i', List.of("і", "ｉ", "ι", "ı", "ɪ", "ⅰ")),
          Map.entry('j', List.of("ј", "ｊ", "ⓙ")),
          Map.entry('k', List.of("ｋ", "К", "Κ", "K", "ᴋ")),
          Map.entry('l', List.of("ⅼ", "ｌ", "ǀ", "ⓛ")),
          Map.entry('m', List.of("ｍ", "М", "Μ", "ⅿ", "ᴍ")),
          Map.entry('n', List.of("ｎ", "Ν", "ⓝ", "ɴ")),
          Map.entry('o', List.of("о", "ο", "ｏ", "О", "օ", "ᴏ")),
          Map.entry('p', List.of("р", "ρ", "ｐ", "Р", "ᴘ")),
          Map.entry('q', List.of("ԛ", "ｑ", "ⓠ")),
          Map.entry('r', List.of("ｒ", "г", "ⓡ", "ʀ")),
          Map.entry('s', List.of("ѕ", "ｓ", "ꜱ", "ſ", "Ѕ")),
          Map.entry('t', List.of("ｔ", "Т", "Τ", "ᴛ", "т")),
          Map.entry('u', List.of("ｕ", "υ", "ս", "ᴜ")),
          Map.entry('v', List.of("ν", "ѵ", "ⅴ", "ｖ", "ᴠ")),
          Map.entry('w', List.of("ԝ", "ｗ", "ⓦ", "ᴡ")),
          Map.entry('x', List.of("х", "ⅹ", "ｘ", "Х", "Χ")),
          Map.entry('y', List.of("у", "ｙ", "У", "Υ", "ʏ")),
          Map.entry('z', List.of("ｚ", "Ζ", "ⓩ", "ᴢ")));

  private static final Map<Character, List<String>> LEET =
      Map.ofEntries(
          Map.entry('a', List.of("4", "@")),
          Map.entry('b', List.of("8", "6")),
          Map.entry('e', List.of("3", "€")),
          Map.entry('g', List.of("9", "6")),
          Map.entry('i', List.of("1", "!", "|")),
          Map.entry('l', List.of("1", "|", "£")),
          Map.entry('o', List.of("0")),
          Map.entry('s', List.of("5", "$")),
          Map.entry('t', List.of("7")),
          Map.entry('y', List.of("¥")),
          Map.entry('z', List.of("2")));

  private Dressing() {}

  static Arbitrary<String> look(char letter) {
    return Arbitraries.of(LOOK_ALIKES.get(letter));
  }

  static Arbitrary<String> leet(char letter) {
    return Arbitraries.of(LEET.getOrDefault(letter, List.of(String.valueOf(letter))));
  }

  static Arbitrary<String> casing(char letter) {
    return Arbitraries.of(String.valueOf(letter), String.valueOf(Character.toUpperCase(letter)));
  }

  static Arbitrary<String> accent(char letter) {
    return Combinators.combine(
            Arbitraries.of(String.valueOf(letter), String.valueOf(Character.toUpperCase(letter))),
            Arbitraries.of("\u0300", "\u0301", "\u0308", "\u0327", "\u0336", "\u20DD"))
        .as(String::concat);
  }

  /** Something that isn't seen, or is read over. */
  static Arbitrary<String> joint() {
    return Arbitraries.of(
        "", "", "", "\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF", "\u00AD", ".", "-", "_", "*",
        "~", "/", "·", "…", ",", "🔥");
  }

  /** How a letter may be dressed; leet where {@code leet}, so that a phrase keeps some letters. */
  static Arbitrary<String> letter(char letter, boolean leet) {
    return leet
        ? leet(letter)
        : Arbitraries.oneOf(List.of(casing(letter), accent(letter), look(letter)));
  }
}

package social.greenroom.core.neversay;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.SpoofChecker;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which Latin letters a character may be taken for: Unicode's confusables (UTS #39), a table of
 * what they leave out, and leetspeak.
 */
final class LookAlikes {
  private static final SpoofChecker CONFUSABLES =
      new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();

  /** Look-alikes that Unicode's table doesn't bring down to a basic letter. */
  private static final Map<String, String> LETTERS =
      pairs(
          "ʙb ᴀa ᴄc ᴅd ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ꞯq ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz"
              + " вb нh тt кk мm зe иn пn гr яr ьb бb ɜe ʍm ĸk ƅb ᴙr ᴎn πn"
              + " βb ßb γy εe ꞓe ζz ηn κk μu νv τt χx ωw ђh ћh");

  private static final Map<String, String> LEET =
      pairs("0o 1il 2z 3e 4a 5s 6gb 7t 8b 9gq @a $s €e £l ¥y !i |il ¡i");

  private LookAlikes() {}

  // Reckoning a skeleton takes about a microsecond; there are only so many letters.
  private static final Map<String, Set<String>> KNOWN = new ConcurrentHashMap<>();

  /** The basic letters a letter of a text looks like, itself among them if it is one. */
  static Set<String> of(String character, String folded) {
    if (isBasic(folded) && character.length() == 1 && character.charAt(0) < 0x80) {
      return character.equals("I") ? Set.of("i", "l") : Set.of(folded);
    }
    return KNOWN.computeIfAbsent(character + folded, key -> reckon(character, folded));
  }

  private static Set<String> reckon(String character, String folded) {
    var letters = new HashSet<String>();
    for (var form : List.of(character, folded, UCharacter.toUpperCase(folded))) {
      add(letters, form);
      add(letters, CONFUSABLES.getSkeleton(form));
    }
    return Set.copyOf(letters);
  }

  /** The letters a digit or sign stands for in leetspeak. */
  static Set<String> leet(String sign) {
    return letters(LEET.getOrDefault(sign, ""));
  }

  private static void add(Set<String> letters, String form) {
    var base = Folding.fold(form);
    if (base.size() == 1) {
      var letter = base.get(0);
      if (isBasic(letter)) {
        letters.add(letter);
      }
      letters.addAll(letters(LETTERS.getOrDefault(letter, "")));
    }
  }

  static boolean isBasic(String letter) {
    return letter.length() == 1 && letter.charAt(0) >= 'a' && letter.charAt(0) <= 'z';
  }

  private static Set<String> letters(String letters) {
    var set = new HashSet<String>();
    letters.chars().forEach(letter -> set.add(Character.toString(letter)));
    return set;
  }

  private static Map<String, String> pairs(String table) {
    var map = new HashMap<String, String>();
    for (var pair : table.split(" ", -1)) {
      var first = pair.codePointAt(0);
      map.put(Character.toString(first), pair.substring(Character.charCount(first)));
    }
    return Map.copyOf(map);
  }
}

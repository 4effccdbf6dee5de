package social.greenroom.core.network;

import com.ibm.icu.text.Normalizer2;

/**
 * How long a text may be on a network, and how the network counts it.
 *
 * @param max the most it may count
 * @param urlWeight what a link counts, however long it is; 0 where it counts as it is written
 */
public record TextLimit(int max, TextUnit unit, int urlWeight) {
  private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

  /** What the text counts. */
  public int count(String text) {
    var normal = NFC.normalize(text);
    if (urlWeight == 0) {
      return unit.count(normal);
    }
    var count = 0;
    var from = 0;
    for (var link : unit.links().find(normal)) {
      count += unit.count(normal.substring(from, link.start())) + urlWeight;
      from = link.end();
    }
    return count + unit.count(normal.substring(from));
  }

  /** How much the text counts beyond the limit; 0 or less when it fits. */
  public int excess(String text) {
    return count(text) - max;
  }

  public boolean fits(String text) {
    return excess(text) <= 0;
  }

  /** The same way of counting with another limit. */
  public TextLimit withMax(int other) {
    return new TextLimit(other, unit, urlWeight);
  }
}

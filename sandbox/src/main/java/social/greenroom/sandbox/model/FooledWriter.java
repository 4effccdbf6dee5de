package social.greenroom.sandbox.model;

import java.util.Random;

/** Writes what an instruction hidden in the content wants written, wherever words are asked for. */
final class FooledWriter extends StringWriter {
  private final String wanted;

  FooledWriter(Known known, Prose prose, Random random, String wanted) {
    super(known, prose, random);
    this.wanted = wanted;
  }

  @Override
  String write(Place at) {
    boolean words = Purpose.of(at) != Purpose.ID && !at.schema().containsKey("format");
    int max = at.schema().getInteger("maxLength", Integer.MAX_VALUE);
    return words ? wanted.substring(0, Math.min(wanted.length(), max)) : super.write(at);
  }
}

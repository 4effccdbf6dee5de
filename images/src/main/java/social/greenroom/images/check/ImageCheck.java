package social.greenroom.images.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import social.greenroom.images.Program;
import social.greenroom.images.tar.ImageTar;

/** All rules, held against a written image. */
public final class ImageCheck {
  private static final List<Rule> RULES =
      List.of(
          ImageCheck::size, new ConfigRule(), new FileRule(), new ContentRule(), new SecretRule());
  private static final long MEGABYTE = 1_000_000;

  private ImageCheck() {}

  /** A sentence for each thing that is wrong with the image; none when it is as it has to be. */
  public static List<String> broken(Program program, ImageTar image) throws IOException {
    var sentences = new ArrayList<String>();
    for (var rule : RULES) {
      sentences.addAll(rule.broken(program, image));
    }
    return sentences;
  }

  private static List<String> size(Program program, ImageTar image) throws IOException {
    var ceiling = program.ceilingMegabytes() * MEGABYTE;
    return image.size() <= ceiling
        ? List.of()
        : List.of(
            "The file has %d MB, more than the %d MB it may have."
                .formatted(image.size() / MEGABYTE, program.ceilingMegabytes()));
  }
}

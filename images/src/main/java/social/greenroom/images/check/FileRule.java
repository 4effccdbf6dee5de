package social.greenroom.images.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import social.greenroom.images.Program;
import social.greenroom.images.tar.ImageTar;
import social.greenroom.images.tar.TarEntry;

/** No file gives more rights than its reader has, none can be changed, and none is of a test. */
final class FileRule implements Rule {
  private static final Pattern TEST =
      Pattern.compile(
          "(.*-tests|.*[.-]?(junit|assertj|awaitility|archunit|jqwik|playwright)[^/]*)\\.jar");

  @Override
  public List<String> broken(Program program, ImageTar image) throws IOException {
    var sentences = new ArrayList<String>();
    image.visit(
        (entry, target, content) -> {
          if (entry.setsId()) {
            sentences.add("/%s runs with another user's rights.".formatted(entry.path()));
          }
          if (entry.writableByAll() || (entry.userId() != 0 || entry.groupId() != 0)) {
            sentences.add("/%s could be changed by the program.".formatted(entry.path()));
          }
          if (entry.type() == TarEntry.Type.OTHER) {
            sentences.add("/%s is no file, folder or link.".formatted(entry.path()));
          }
          var name = entry.path().substring(entry.path().lastIndexOf('/') + 1);
          if (TEST.matcher(name).matches()) {
            sentences.add("/%s is of a test.".formatted(entry.path()));
          }
        });
    return sentences;
  }
}

package social.greenroom.images.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import social.greenroom.images.Program;
import social.greenroom.images.tar.ImageTar;

/** What has to be in an image, and a shell where FFmpeg needs it and nowhere else. */
final class ContentRule implements Rule {
  private static final List<String> ALWAYS = List.of("app/class-path", "app/LICENSE", "tmp");
  private static final List<String> FFMPEG = List.of("usr/bin/ffmpeg", "usr/bin/ffprobe");
  private static final List<String> SHELLS =
      List.of("bin/sh", "usr/bin/sh", "bin/bash", "usr/bin/bash", "bin/busybox", "usr/bin/dash");

  @Override
  public List<String> broken(Program program, ImageTar image) throws IOException {
    var paths = new HashSet<String>();
    image.visit((entry, target, content) -> paths.add(entry.path()));
    var sentences = new ArrayList<String>();
    missing(paths, ALWAYS, sentences);
    var shell = SHELLS.stream().anyMatch(paths::contains);
    if (program.base() == Program.Base.FFMPEG) {
      missing(paths, FFMPEG, sentences);
      if (!shell) {
        sentences.add("There is no shell, which sets FFmpeg's limits.");
      }
    } else if (shell) {
      sentences.add("There is a shell, which this program has no use for.");
    }
    if (paths.stream()
        .noneMatch(path -> path.startsWith("app/program/") && path.endsWith(".jar"))) {
      sentences.add("/app/program holds no jar.");
    }
    return sentences;
  }

  private static void missing(Set<String> paths, List<String> expected, List<String> sentences) {
    for (var path : expected) {
      if (!paths.contains(path)) {
        sentences.add("/%s is missing.".formatted(path));
      }
    }
  }
}

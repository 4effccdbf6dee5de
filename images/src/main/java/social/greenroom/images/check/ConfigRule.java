package social.greenroom.images.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import social.greenroom.images.Program;
import social.greenroom.images.tar.ImageConfig;
import social.greenroom.images.tar.ImageTar;

/** How the image is run: as nobody, by Java itself, with the labels and ports of its program. */
final class ConfigRule implements Rule {
  /** A kubelet that must not run root can judge numbers only. */
  private static final Pattern NOT_ROOT = Pattern.compile("[1-9]\\d*:[1-9]\\d*");

  private static final List<String> LABELS = List.of("title", "description", "version", "licenses");

  @Override
  public List<String> broken(Program program, ImageTar image) throws IOException {
    var config = image.config();
    var sentences = new ArrayList<String>();
    if (!NOT_ROOT.matcher(config.user()).matches()) {
      sentences.add(
          "The user '%s' isn't a number and a group's number, neither of them root's."
              .formatted(config.user()));
    }
    if (config.entryPoint().isEmpty() || !config.entryPoint().get(0).equals("java")) {
      sentences.add(
          "The entry point %s doesn't start Java itself, so signals wouldn't reach it."
              .formatted(config.entryPoint()));
    }
    if (!config.workingFolder().equals("/app")) {
      sentences.add("The working folder is '%s', not /app.".formatted(config.workingFolder()));
    }
    var ports = program.ports().stream().map(port -> port + "/tcp").toList();
    if (!config.ports().equals(ports)) {
      sentences.add("The ports are %s, not %s.".formatted(config.ports(), ports));
    }
    sentences.addAll(labels(config));
    return sentences;
  }

  private static List<String> labels(ImageConfig config) {
    return LABELS.stream()
        .map(label -> "org.opencontainers.image." + label)
        .filter(label -> config.labels().getOrDefault(label, "").isBlank())
        .map("The label %s is missing."::formatted)
        .toList();
  }
}

package social.greenroom.images.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import social.greenroom.images.Program;
import social.greenroom.images.tar.ImageTar;
import social.greenroom.images.tar.TarEntry;

/** Nothing secret is in the configuration, in a file, or inside one of our own jars. */
final class SecretRule implements Rule {
  private static final Pattern SECRET_NAME =
      Pattern.compile("(?i).*(password|passwd|secret|token|credential|api_?key|private_?key).*");

  private static final Pattern SECRET_FILE =
      Pattern.compile(
          "(.*/)?(\\.m2/.*|settings(-security)?\\.xml|\\.git/.*|\\.npmrc|\\.netrc|\\.env"
              + "|\\.docker/.*|\\.kube/.*|kubeconfig|id_(rsa|dsa|ecdsa|ed25519)|[^/]+\\.(key|p12|pfx|jks))");

  /** Where a key's own text follows, not the words by which a library knows one. */
  private static final Pattern SECRET_TEXT =
      Pattern.compile(
          "-----BEGIN [A-Z ]*PRIVATE KEY-----\\s+[A-Za-z0-9+/=]{40}"
              + "|\\bAKIA[0-9A-Z]{16}\\b"
              + "|\\bgh[pousr]_[A-Za-z0-9]{36}\\b"
              + "|\\bglpat-[A-Za-z0-9_-]{20}\\b"
              + "|\\bxox[abprs]-[A-Za-z0-9-]{20}"
              + "|\\bsk-(ant-)?[A-Za-z0-9_-]{32}");

  private static final String NATIVE = "\u007fELF";
  private static final long LARGEST_TEXT = 4_000_000;

  @Override
  public List<String> broken(Program program, ImageTar image) throws IOException {
    var sentences = new ArrayList<String>();
    var config = image.config();
    named("environment variable", config.environment(), sentences);
    named("label", config.labels(), sentences);
    image.visit(
        (entry, target, content) -> {
          if (entry.type() != TarEntry.Type.FILE) {
            return;
          }
          if (SECRET_FILE.matcher(entry.path()).matches()) {
            sentences.add("/%s is a file that holds secrets.".formatted(entry.path()));
          }
          if (entry.path().matches("app/program/.*\\.jar")) {
            jar(entry.path(), content, sentences);
          } else if (entry.size() <= LARGEST_TEXT && !entry.path().endsWith(".jar")) {
            text("/" + entry.path(), content, sentences);
          }
        });
    return sentences;
  }

  private static void named(String what, Map<String, String> values, List<String> sentences) {
    values.forEach(
        (name, value) -> {
          if (!value.isBlank()
              && (SECRET_NAME.matcher(name).matches() || SECRET_TEXT.matcher(value).find())) {
            sentences.add("The %s %s holds a secret.".formatted(what, name));
          }
        });
  }

  private static void jar(String path, InputStream content, List<String> sentences)
      throws IOException {
    // Not closed: the stream goes on to the layer's next file.
    var zip = new ZipInputStream(content);
    for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (entry.getName().matches(".*(Test|IT)\\.class")) {
        sentences.add("/%s holds a test, %s.".formatted(path, entry.getName()));
      }
      text("/%s!/%s".formatted(path, entry.getName()), zip, sentences);
    }
  }

  private static void text(String where, InputStream content, List<String> sentences)
      throws IOException {
    // One byte a character: text is found between whatever else the file holds.
    var text = new String(content.readAllBytes(), StandardCharsets.ISO_8859_1);
    // A native library may carry keys to test itself with; GnuTLS does.
    if (!text.startsWith(NATIVE) && SECRET_TEXT.matcher(text).find()) {
      sentences.add("%s holds a secret.".formatted(where));
    }
  }
}

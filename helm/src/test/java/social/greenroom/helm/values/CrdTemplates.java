package social.greenroom.helm.values;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The resource types as templates, so that an upgrade of the release upgrades them. */
final class CrdTemplates {
  private static final String NAME = "\nmetadata:\n  name: ";
  private static final String METADATA =
      """
        labels:
          {{- include "greenroom.labels" . | nindent 4 }}
        {{- if .Values.crds.keep }}
        annotations:
          helm.sh/resource-policy: keep
        {{- end }}
      """;

  private CrdTemplates() {}

  /** The templates by file name, from the folder of generated definitions. */
  static Map<String, String> of(Path definitions) {
    var templates = new TreeMap<String, String>();
    try (var files = Files.list(definitions)) {
      for (var file : files.toList()) {
        var name = file.getFileName().toString().replaceFirst("-v1\\.yml$", ".yaml");
        templates.put(name, template(Files.readString(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return templates;
  }

  private static String template(String definition) {
    var begin = definition.indexOf(NAME);
    if (begin < 0) {
      throw new IllegalStateException("The definition has no name where it is looked for.");
    }
    var end = definition.indexOf('\n', begin + NAME.length()) + 1;
    return "{{- if .Values.crds.enabled }}\n# Generated from crds/; manual edits are overwritten.\n"
        + literal(definition.substring(definition.indexOf('\n') + 1, end))
        + METADATA
        + literal(definition.substring(end))
        + "{{- end }}\n";
  }

  private static String literal(String text) {
    return text.replace("{{", "{{ \"{{\" }}");
  }
}

package social.greenroom.helm.values;

import java.util.List;

/** The page of the reference that lists the values. */
final class ValuesReference {
  private static final String HEAD =
      """
      # Values of the Helm chart

      Generated from `helm/greenroom/values.yaml`; its comments are the descriptions. `values.schema.json` refuses what isn't listed here.

      """;

  private ValuesReference() {}

  static String of(List<Value> values) {
    var page = new StringBuilder(HEAD);
    var open = false;
    for (var value : values) {
      if (value.isSection() && value.path().size() == 1) {
        page.append("\n## %s\n\n%s\n\n".formatted(value.dotted(), value.description()));
        open = false;
      } else {
        if (!open) {
          page.append("| value | default | what it is |\n| --- | --- | --- |\n");
          open = true;
        }
        page.append(row(value));
      }
    }
    return page.toString().replace("\n\n\n", "\n\n");
  }

  private static String row(Value value) {
    var standard = value.isSection() ? "" : "`%s`".formatted(value.standard());
    return "| `%s` | %s | %s |\n"
        .formatted(value.dotted(), standard, value.description().replace("|", "\\|"));
  }
}

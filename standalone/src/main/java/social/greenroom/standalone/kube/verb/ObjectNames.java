package social.greenroom.standalone.kube.verb;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import social.greenroom.standalone.kube.object.FieldError;
import social.greenroom.standalone.kube.object.Metadata;
import social.greenroom.standalone.kube.resource.ResourceType;

/** The names of objects and labels: which are allowed, and how they are made. */
final class ObjectNames {

  private static final String ALPHABET = "bcdfghjklmnpqrstvwxz2456789";
  private static final int SUFFIX = 5;
  private static final int LONGEST_BASE = 58;
  private static final SecureRandom RANDOM = new SecureRandom();

  private static final Pattern SUBDOMAIN =
      Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
  private static final Pattern LABEL_KEY =
      Pattern.compile("([-a-z0-9.]{1,253}/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?");
  private static final Pattern LABEL_VALUE =
      Pattern.compile("([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?");

  private ObjectNames() {}

  static String generate(String base) {
    String prefix = base.length() > LONGEST_BASE ? base.substring(0, LONGEST_BASE) : base;
    StringBuilder name = new StringBuilder(prefix);
    for (int i = 0; i < SUFFIX; i++) {
      name.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return name.toString();
  }

  static List<FieldError> check(ResourceType type, ObjectNode object) {
    Metadata metadata = Metadata.of(object);
    List<FieldError> errors = new ArrayList<>();
    String name = metadata.name();
    boolean isNamespace = type.stored().equals("namespaces");
    if (name.isEmpty()) {
      errors.add(FieldError.required("metadata.name", "name or generateName is required"));
    } else if (isNamespace && (!LABEL.matcher(name).matches() || name.length() > 63)) {
      errors.add(
          FieldError.invalid(
              "metadata.name",
              name,
              "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or"
                  + " '-', and must start and end with an alphanumeric character (e.g. 'my-name', "
                  + " or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')"));
    } else if (!SUBDOMAIN.matcher(name).matches() || name.length() > 253) {
      errors.add(
          FieldError.invalid(
              "metadata.name",
              name,
              "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters,"
                  + " '-' or '.', and must start and end with an alphanumeric character (e.g."
                  + " 'example.com', regex used for validation is"
                  + " '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')"));
    }
    metadata.labels().forEach((key, value) -> checkLabel(key, value, errors));
    return errors;
  }

  private static void checkLabel(String key, String value, List<FieldError> errors) {
    if (!LABEL_KEY.matcher(key).matches()) {
      errors.add(
          FieldError.invalid(
              "metadata.labels",
              key,
              "name part must consist of alphanumeric characters, '-', '_' or '.', and must start"
                  + " and end with an alphanumeric character"));
    }
    if (!LABEL_VALUE.matcher(value).matches()) {
      errors.add(
          FieldError.invalid(
              "metadata.labels",
              value,
              "a valid label must be an empty string or consist of alphanumeric characters, '-',"
                  + " '_' or '.', and must start and end with an alphanumeric character"));
    }
  }
}

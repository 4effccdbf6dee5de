package social.greenroom.crds;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The definitions of the resource types, for whoever applies them. */
public final class Crds {
  public static final String GROUP = "greenroom.social";
  public static final String VERSION = "v1alpha1";

  /** The namespace's label that lets a tenant in; its value is the tenant's name. */
  public static final String TENANT_LABEL = "greenroom.social/tenant";

  /** The label of Secrets that resources may name; {@link #CREDENTIAL_MARK} is its value. */
  public static final String CREDENTIAL_LABEL = "greenroom.social/credential";

  public static final String CREDENTIAL_MARK = "true";

  /** The annotation of such Secrets that says to which hosts their values may be sent. */
  public static final String CREDENTIAL_HOSTS = "greenroom.social/credential-hosts";

  private static final String FOLDER = "/META-INF/greenroom/crds/";
  private static final List<String> PLURALS =
      List.of("tenants", "talents", "accounts", "postrequests", "mcpservers", "postseries");

  private Crds() {}

  /** The definitions as they are to be applied, in the order in which the kinds need each other. */
  public static List<CustomResourceDefinition> all() {
    var serialization = new KubernetesSerialization();
    return PLURALS.stream().map(plural -> read(serialization, fileName(plural))).toList();
  }

  /** The names of the YAML files, below {@code META-INF/greenroom/crds/}. */
  public static List<String> fileNames() {
    return PLURALS.stream().map(Crds::fileName).toList();
  }

  private static String fileName(String plural) {
    return plural + "." + GROUP + "-v1.yml";
  }

  private static CustomResourceDefinition read(KubernetesSerialization as, String fileName) {
    try (var yaml = open(fileName)) {
      return as.unmarshal(yaml, CustomResourceDefinition.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String fileName) {
    var yaml = Crds.class.getResourceAsStream(FOLDER + fileName);
    if (yaml == null) {
      throw new IllegalStateException("The definition " + fileName + " isn't on the class path.");
    }
    return yaml;
  }
}

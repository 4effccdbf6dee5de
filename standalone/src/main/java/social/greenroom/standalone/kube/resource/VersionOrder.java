package social.greenroom.standalone.kube.resource;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Kubernetes' order of API versions: v2, v1, v1beta1, v1alpha1, others. */
final class VersionOrder {

  private static final Pattern VERSION = Pattern.compile("v(\\d+)(?:(alpha|beta)(\\d+))?");

  static final Comparator<String> PREFERRED_FIRST =
      Comparator.comparingLong(VersionOrder::rank).reversed().thenComparing(v -> v);

  private VersionOrder() {}

  private static long rank(String version) {
    Matcher matcher = VERSION.matcher(version);
    if (!matcher.matches()) {
      return -1;
    }
    String stage = matcher.group(2);
    long level = stage == null ? 2 : stage.equals("beta") ? 1 : 0;
    long minor = stage == null ? 0 : Long.parseLong(matcher.group(3));
    return level * 1_000_000_000L + Long.parseLong(matcher.group(1)) * 10_000L + minor;
  }
}

package social.greenroom.standalone.kube.serve;

import java.util.concurrent.ThreadLocalRandom;
import social.greenroom.standalone.kube.object.ApiException;
import social.greenroom.standalone.kube.select.Selection;
import social.greenroom.standalone.kube.verb.Target;

/**
 * What a watch is to tell.
 *
 * @param after the version after which changes are told; 0 to begin with what there is
 * @param initialEnd whether a bookmark says when everything that was there has been told
 */
record WatchOptions(
    Target target,
    Selection selection,
    long after,
    boolean initialEnd,
    boolean bookmarks,
    long timeoutSeconds,
    Presentation presentation,
    String include) {

  private static final long SHORTEST_DEFAULT = 1800;
  private static final long LONGEST_DEFAULT = 3600;

  static WatchOptions of(Target target, KubeRequest request) {
    long timeout = Selections.number(request, "timeoutSeconds");
    boolean initial = request.flag("sendInitialEvents");
    if (initial && !request.parameter("resourceVersionMatch").equals("NotOlderThan")) {
      throw ApiException.badRequest(
          "ListOptions.meta.k8s.io \"\" is invalid: resourceVersionMatch: Required value:"
              + " sendInitialEvents requires setting resourceVersionMatch to NotOlderThan");
    }
    return new WatchOptions(
        target,
        Selections.of(target, request),
        initial ? 0 : version(request),
        initial,
        request.flag("allowWatchBookmarks"),
        timeout > 0
            ? timeout
            : ThreadLocalRandom.current().nextLong(SHORTEST_DEFAULT, LONGEST_DEFAULT),
        Presentation.of(request.header("Accept")),
        request.parameter("includeObject"));
  }

  private static long version(KubeRequest request) {
    String version = request.parameter("resourceVersion");
    try {
      return version.isEmpty() ? 0 : Long.parseLong(version);
    } catch (NumberFormatException e) {
      throw ApiException.badRequest("resourceVersion: Invalid value: \"" + version + "\"");
    }
  }
}

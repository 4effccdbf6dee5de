package social.greenroom.standalone.kube.serve;

import social.greenroom.standalone.kube.object.ApiException;
import social.greenroom.standalone.kube.select.FieldSelector;
import social.greenroom.standalone.kube.select.LabelSelector;
import social.greenroom.standalone.kube.select.Selection;
import social.greenroom.standalone.kube.verb.Target;

/** The parameters of lists and watches. */
final class Selections {

  private Selections() {}

  static Selection of(Target target, KubeRequest request) {
    // Events are stored with the field names of the core group.
    String fields = request.parameter("fieldSelector").replace("regarding.", "involvedObject.");
    return new Selection(
        target.namespace(),
        LabelSelector.parse(request.parameter("labelSelector")),
        FieldSelector.parse(fields, target.type().view().selectableFields()));
  }

  /**
   * Refuses a list of a version that can't be had: only the present one is kept.
   *
   * @throws ApiException 410 for an exact version that has passed, 504 for one that is yet to come
   */
  static void requireVersion(KubeRequest request, long present) {
    long asked = number(request, "resourceVersion");
    if (asked > present) {
      throw new ApiException(
          504, "Timeout", "Too large resource version: " + asked + ", current: " + present);
    }
    if (request.parameter("resourceVersionMatch").equals("Exact") && asked != present) {
      throw ApiException.gone(asked, present);
    }
  }

  /** 0 when absent. */
  static long number(KubeRequest request, String name) {
    String value = request.parameter(name);
    try {
      return value.isEmpty() ? 0 : Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw ApiException.badRequest(
          name + ": Invalid value: \"" + value + "\": must be a whole number");
    }
  }
}

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

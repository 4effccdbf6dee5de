package social.greenroom.crds.condition;

import java.util.List;

/** A status that speaks in conditions. */
public interface Conditioned {
  List<Condition> conditions();
}

package social.greenroom.standalone.kube.verb;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Makes the next version of an object out of the present one; called again when that has changed
 * meanwhile.
 */
@FunctionalInterface
interface Change {
  /** Both are in the form that the client sees. The argument may be changed. */
  ObjectNode next(ObjectNode present);
}

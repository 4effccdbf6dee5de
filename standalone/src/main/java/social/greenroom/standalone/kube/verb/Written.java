package social.greenroom.standalone.kube.verb;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What a write came to.
 *
 * @param object in its stored form
 * @param warnings for the client's {@code Warning} headers
 */
public record Written(ObjectNode object, boolean created, List<String> warnings) {}

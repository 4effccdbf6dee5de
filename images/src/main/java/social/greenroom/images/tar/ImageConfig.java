package social.greenroom.images.tar;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** An image's configuration, as far as it concerns how a container is run. */
public record ImageConfig(
    String user,
    String workingFolder,
    List<String> entryPoint,
    Map<String, String> environment,
    Map<String, String> labels,
    List<String> ports) {
  public ImageConfig {
    entryPoint = List.copyOf(entryPoint);
    environment = Map.copyOf(environment);
    labels = Map.copyOf(labels);
    ports = List.copyOf(ports);
  }

  static ImageConfig of(JsonNode document) {
    var config = document.path("config");
    var environment = new LinkedHashMap<String, String>();
    for (var variable : config.path("Env")) {
      var pair = variable.asText().split("=", 2);
      environment.put(pair[0], pair.length == 2 ? pair[1] : "");
    }
    var labels = new LinkedHashMap<String, String>();
    for (var label : config.path("Labels").properties()) {
      labels.put(label.getKey(), label.getValue().asText());
    }
    var entryPoint = new ArrayList<String>();
    config.path("Entrypoint").forEach(word -> entryPoint.add(word.asText()));
    var ports = new TreeSet<String>();
    config.path("ExposedPorts").fieldNames().forEachRemaining(ports::add);
    return new ImageConfig(
        config.path("User").asText(),
        config.path("WorkingDir").asText(),
        entryPoint,
        environment,
        labels,
        List.copyOf(ports));
  }
}

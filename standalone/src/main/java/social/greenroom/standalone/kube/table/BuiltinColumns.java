package social.greenroom.standalone.kube.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The columns of the built-in kinds, as the API server prints them. */
public final class BuiltinColumns {

  public static final List<Column> NAMESPACE =
      List.of(Column.NAME, Column.path("Status", "string", 0, ".status.phase"), Column.AGE);

  public static final List<Column> SECRET =
      List.of(
          Column.NAME,
          Column.path("Type", "string", 0, ".type"),
          number("Data", o -> IntNode.valueOf(o.path("data").size())),
          Column.AGE);

  public static final List<Column> CONFIG_MAP =
      List.of(
          Column.NAME,
          number("Data", o -> IntNode.valueOf(o.path("data").size() + o.path("binaryData").size())),
          Column.AGE);

  public static final List<Column> SERVICE_ACCOUNT =
      List.of(
          Column.NAME,
          number("Secrets", o -> IntNode.valueOf(o.path("secrets").size())),
          Column.AGE);

  public static final List<Column> POD =
      List.of(Column.NAME, Column.path("Status", "string", 0, ".status.phase"), Column.AGE);

  public static final List<Column> LEASE =
      List.of(Column.NAME, Column.path("Holder", "string", 0, ".spec.holderIdentity"), Column.AGE);

  public static final List<Column> DEFINITION =
      List.of(Column.NAME, text("Created At", o -> o.at("/metadata/creationTimestamp")));

  public static final List<Column> JOB =
      List.of(
          Column.NAME,
          text("Status", BuiltinColumns::jobStatus),
          text("Completions", BuiltinColumns::completions),
          text("Duration", BuiltinColumns::duration),
          Column.AGE);

  public static final List<Column> EVENT = events("involvedObject", "message", "lastTimestamp");
  public static final List<Column> NEW_EVENT =
      events("regarding", "note", "deprecatedLastTimestamp");

  private BuiltinColumns() {}

  private static List<Column> events(String object, String message, String lastTimestamp) {
    return List.of(
        text("Last Seen", o -> lastSeen(o, lastTimestamp)),
        Column.path("Type", "string", 0, ".type"),
        Column.path("Reason", "string", 0, ".reason"),
        text(
            "Object",
            o -> {
              JsonNode about = o.path(object);
              String kind = about.path("kind").asText().toLowerCase(Locale.ROOT);
              return TextNode.valueOf(kind + "/" + about.path("name").asText());
            }),
        text("Message", o -> TextNode.valueOf(o.path(message).asText().strip())),
        new Column("Name", "string", "name", "", 1, Column.NAME.cell()));
  }

  private static JsonNode lastSeen(ObjectNode event, String lastTimestamp) {
    String[] candidates = {
      event.at("/series/lastObservedTime").asText(),
      event.path(lastTimestamp).asText(),
      event.path("eventTime").asText(),
      event.at("/metadata/creationTimestamp").asText()
    };
    for (String candidate : candidates) {
      if (!candidate.isEmpty() && !candidate.equals("null")) {
        return Age.since(candidate);
      }
    }
    return Age.since("");
  }

  private static JsonNode jobStatus(ObjectNode job) {
    for (String type : List.of("Complete", "Failed", "Suspended")) {
      for (JsonNode condition : job.at("/status/conditions")) {
        if (condition.path("type").asText().equals(type)
            && condition.path("status").asText().equals("True")) {
          return TextNode.valueOf(type);
        }
      }
    }
    boolean going = job.at("/metadata").hasNonNull("deletionTimestamp");
    return TextNode.valueOf(going ? "Terminating" : "Running");
  }

  private static JsonNode completions(ObjectNode job) {
    int wanted = job.at("/spec/completions").asInt(1);
    return TextNode.valueOf(job.at("/status/succeeded").asInt() + "/" + wanted);
  }

  private static JsonNode duration(ObjectNode job) {
    String start = job.at("/status/startTime").asText();
    if (start.isEmpty()) {
      return TextNode.valueOf("");
    }
    String end = job.at("/status/completionTime").asText();
    Instant until = end.isEmpty() ? Instant.now() : Instant.parse(end);
    return TextNode.valueOf(Age.human(Duration.between(Instant.parse(start), until)));
  }

  private static Column text(String name, Column.Cell cell) {
    return new Column(name, "string", "", "", 0, cell);
  }

  private static Column number(String name, Column.Cell cell) {
    return new Column(name, "integer", "", "", 0, cell);
  }
}

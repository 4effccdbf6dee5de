package social.greenroom.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import social.greenroom.helm.check.Controllers;
import social.greenroom.helm.check.MetricsReference;
import social.greenroom.helm.render.Chart;

/** Alerts and dashboard ask only for metrics that there are. */
class MonitoringTest {
  private static final Pattern METRIC = Pattern.compile("\\bgreenroom_[a-z_]+");
  private static final Pattern INCREASE =
      Pattern.compile("increase\\(.*\\[(\\d+)m]\\)\\) > (\\d+)");
  private static final Path REFERENCE = Path.of("../docs/reference/metrics.md");
  private static final Path FAILURE_MODES = Path.of("../docs/operations/failure-modes.md");

  private final List<JsonNode> rendered = Chart.with("monitoring");

  @Test
  void everyAlertAsksForMetricsThatAreListed() throws IOException {
    var listed = listed();

    assertThat(rules())
        .isNotEmpty()
        .allSatisfy(
            rule ->
                assertThat(metrics(rule.path("expr").asText()))
                    .as(rule.path("alert").asText())
                    .isNotEmpty()
                    .isSubsetOf(listed));
  }

  @Test
  void theDashboardAsksForMetricsThatAreListed() throws IOException {
    var dashboard = dashboard();

    assertThat(dashboard.path("panels")).isNotEmpty();
    for (var panel : dashboard.path("panels")) {
      for (var target : panel.path("targets")) {
        assertThat(metrics(target.path("expr").asText()))
            .as(panel.path("title").asText())
            .isNotEmpty()
            .isSubsetOf(listed());
      }
    }
  }

  @Test
  void theyAskForLabelsAndValuesThatAreListed() throws IOException {
    var reference = MetricsReference.read(REFERENCE);

    assertThat(expressions())
        .hasSizeGreaterThan(20)
        .allSatisfy(
            expression -> assertThat(reference.findings(expression)).as(expression).isEmpty());
  }

  @Test
  void theControllersAreListed() throws IOException {
    assertThat(MetricsReference.read(REFERENCE).controllers())
        .isEqualTo(Controllers.names())
        .hasSizeGreaterThan(5);
  }

  /** What fails for ever is tried again ever more seldom; a burst that ended isn't told of. */
  @Test
  void whatGoesOnFailingIsToldOfAndWhatFailedOnceIsNot() throws IOException {
    var rule =
        rules().stream()
            .filter(one -> one.path("alert").asText().equals("GreenroomOperatorErrors"))
            .findFirst()
            .orElseThrow();
    var increase = INCREASE.matcher(rule.path("expr").asText());
    assertThat(increase.find()).as(rule.path("expr").asText()).isTrue();
    var window = Duration.ofMinutes(Long.parseLong(increase.group(1)));

    assertThat(window.toMillis() / Controllers.longestPauseMillis() - 1)
        .isGreaterThan(Long.parseLong(increase.group(2)));
    assertThat(Duration.parse("PT" + rule.path("for").asText().toUpperCase(Locale.ROOT)))
        .isGreaterThan(window);
  }

  @Test
  void lookedAtAreLatenessDoubtsBlockedAccountsQueuesAndErrors() {
    assertThat(rules())
        .extracting(rule -> rule.path("alert").asText())
        .contains(
            "GreenroomPostsGoOutLate",
            "GreenroomOutcomeUnknown",
            "GreenroomAccountsBlocked",
            "GreenroomPublishQueueIsStuck",
            "GreenroomNoPoolWorks",
            "GreenroomRequestsWait",
            "GreenroomOperatorErrors");
  }

  @Test
  void whereThePoolAloneSendsItsAbsenceIsCritical() {
    var rules = Chart.ofKind(Chart.with("pool-by-queue"), "PrometheusRule").get(0).toString();

    assertThat(rules).contains("GreenroomNoPoolWorks", "Nothing is published until one does.");
  }

  @Test
  void forEveryAlertItIsWrittenWhatToDo() throws IOException {
    var page = Files.readString(FAILURE_MODES);

    assertThat(rules())
        .allSatisfy(rule -> assertThat(page).contains("`" + rule.path("alert").asText() + "`"));
  }

  private List<String> expressions() throws IOException {
    var expressions = new ArrayList<String>();
    rules().forEach(rule -> expressions.add(rule.path("expr").asText()));
    for (var panel : dashboard().path("panels")) {
      panel.path("targets").forEach(target -> expressions.add(target.path("expr").asText()));
    }
    return expressions;
  }

  private JsonNode dashboard() throws IOException {
    return new ObjectMapper()
        .readTree(
            Chart.find(rendered, "ConfigMap", "greenroom-dashboard")
                .path("data")
                .path("greenroom.json")
                .asText());
  }

  private List<JsonNode> rules() {
    var rules = new ArrayList<JsonNode>();
    Chart.ofKind(rendered, "PrometheusRule")
        .forEach(
            object ->
                object
                    .path("spec")
                    .path("groups")
                    .forEach(group -> group.path("rules").forEach(rules::add)));
    return rules;
  }

  /** A histogram is listed once, by its own name. */
  private static Set<String> listed() throws IOException {
    var names = metrics(Files.readString(REFERENCE));
    names.addAll(
        metrics(Files.readString(REFERENCE)).stream()
            .filter(name -> name.endsWith("_seconds"))
            .flatMap(name -> List.of(name + "_count", name + "_bucket").stream())
            .toList());
    return names;
  }

  private static Set<String> metrics(String text) {
    var names = new TreeSet<String>();
    var matcher = METRIC.matcher(text);
    while (matcher.find()) {
      names.add(matcher.group());
    }
    return names;
  }
}

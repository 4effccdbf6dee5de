package social.greenroom.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.standalone.data.Keys;
import social.greenroom.standalone.postgres.PostgresServer;

/** What {@code ./greenroom plan} says of a change, and that it changes nothing. */
class PlanIT {
  private static final Duration SOON = Duration.ofSeconds(90);

  @TempDir static Path folder;
  private static RunningGreenroom greenroom;
  private static Path data;
  private static Rest dex;
  private Path agency;

  /**
   * Dex has said yes to a post for the day after tomorrow, and another one waits for him; Aurora to
   * one on LinkedIn, which is reached through an MCP server.
   */
  @BeforeAll
  static void start() throws Exception {
    data = folder.resolve("data");
    greenroom = RunningGreenroom.start(data);
    dex = Rest.signIn(greenroom, greenroom.talent("dex-okonkwo"));
    await()
        .atMost(SOON)
        .until(() -> dex.waitingOn("x") != null && dex.waitingOn("mastodon") != null);
    var at = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofDays(2));
    dex.approve(dex.waitingOn("mastodon"), at.toString());
    var aurora = Rest.signIn(greenroom, greenroom.talent("aurora-lindqvist"));
    await().atMost(SOON).until(() -> aurora.waitingOn("linkedin") != null);
    aurora.approve(aurora.waitingOn("linkedin"), at.toString());
  }

  @AfterAll
  static void stop() throws Exception {
    greenroom.close();
  }

  @BeforeEach
  void copyTheExamples() throws IOException {
    agency = Files.createTempDirectory(folder, "agency");
    try (var files = Files.list(RunningGreenroom.home().resolve("examples"))) {
      for (var file : files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
        Files.writeString(
            agency.resolve(file.getFileName()),
            Files.readString(file)
                .replace("http://127.0.0.1:8090", greenroom.endpoints().sandbox()));
      }
    }
  }

  @Test
  void whatIsAppliedAlreadyIsNothingToDo() throws Exception {
    var plan = plan("--prune");
    assertThat(plan.exit()).as(plan.out() + plan.err()).isZero();
    assertThat(plan.out())
        .startsWith("Plan: 0 to create, 0 to change, 0 to delete")
        .contains("0 refused. No post is concerned.");
  }

  @Test
  void aStopHoldsTheApprovedPostAndNamesWhoIsConcerned() throws Exception {
    edit("31-talent-dex-okonkwo.yaml", "stopPolicy: None", "stopPolicy: Hold");
    var plan = plan();
    assertThat(plan.exit()).as(plan.out() + plan.err()).isEqualTo(2);
    assertThat(plan.out())
        .contains("~ Talent northlight/dex-okonkwo: changed")
        .contains("spec.stopPolicy: \"None\" -> \"Hold\"")
        .containsPattern("held  Dex Okonkwo, dex-mastodon: .*The talent is on hold")
        .contains("dex@northlight.example owns Dex Okonkwo: 1 post.")
        .contains("1 to change");
    assertNothingHappened();
  }

  @Test
  void aBlackoutMovesTheApprovedPost() throws Exception {
    var from = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
    edit(
        "31-talent-dex-okonkwo.yaml",
        "    tickInterval: 4h",
        """
            tickInterval: 4h
            blackouts:
              - from: "%s"
                until: "%s"
                reason: Holiday
        """
            .formatted(from, from.plus(Duration.ofDays(3)))
            .indent(0));
    var plan = plan();
    assertThat(plan.exit()).as(plan.out() + plan.err()).isEqualTo(2);
    assertThat(plan.out())
        .containsPattern("moved  Dex Okonkwo, dex-mastodon: .*From .* to .*the blackout 'Holiday'");
    assertNothingHappened();
  }

  @Test
  void whatIsTakenOutOfTheFolderIsPrunedAndItsPostsAreCancelled() throws Exception {
    Files.delete(agency.resolve("31-talent-dex-okonkwo.yaml"));
    Files.delete(agency.resolve("42-accounts-dex-okonkwo.yaml"));
    Files.delete(agency.resolve("51-request-bread-club.yaml"));
    var plan = plan("--prune", "-o", "json");
    assertThat(plan.exit()).as(plan.out() + plan.err()).isEqualTo(2);
    var json = new ObjectMapper().readTree(plan.out());
    assertThat(json.get("resources").findValuesAsText("action"))
        .filteredOn("DELETED"::equals)
        .hasSize(4);
    assertThat(json.get("posts").findValuesAsText("effect"))
        .hasSizeGreaterThanOrEqualTo(2)
        .allMatch("CANCELLED"::equals);
    assertThat(json.get("posts").findValuesAsText("sentence"))
        .allMatch(sentence -> sentence.contains("The talent Dex Okonkwo was deleted."));
    assertNothingHappened();
  }

  @Test
  void whatWouldBeRefusedSaysWhyInTheWordsOfWhoRefusesIt() throws Exception {
    edit("42-accounts-dex-okonkwo.yaml", "channel: mcp", "channel: api");
    Files.writeString(
        agency.resolve("60-copy.yaml"),
        Files.readString(agency.resolve("31-talent-dex-okonkwo.yaml"))
            .replace("name: dex-okonkwo", "name: dex-the-second"));
    var plan = plan();
    assertThat(plan.exit()).as(plan.out() + plan.err()).isEqualTo(1);
    assertThat(plan.out())
        .contains("! Account northlight/dex-x: refused")
        .contains("channel is immutable: one account, one channel, for ever")
        .contains("! Talent northlight/dex-the-second: refused")
        .contains("slug 'dex-okonkwo' belongs to another talent; choose another.");
    assertNothingHappened();
  }

  @Test
  void aNewTenantIsReadFromTheStandardInput() throws Exception {
    var yaml =
        """
        apiVersion: v1
        kind: Namespace
        metadata: {name: southlight, labels: {greenroom.social/tenant: southlight}}
        ---
        apiVersion: greenroom.social/v1alpha1
        kind: Tenant
        metadata: {name: southlight}
        spec: {displayName: Southlight, namespace: southlight}
        ---
        apiVersion: greenroom.social/v1alpha1
        kind: Talent
        metadata: {name: mira, namespace: southlight}
        spec:
          slug: mira
          displayName: Mira
          owner: {email: mira@southlight.example}
        """;
    var plan = GreenroomCommand.run(folder, yaml, "plan", "--data", data.toString(), "-f", "-");
    assertThat(plan.exit()).as(plan.out() + plan.err()).isEqualTo(2);
    assertThat(plan.out())
        .contains("+ Tenant southlight: created")
        .contains("+ Talent southlight/mira: created")
        .contains("mira@southlight.example is invited to own Mira.")
        .contains("3 to create");
  }

  @Test
  void aServerAtAnotherHostKeepsThePostsOfTokensThatMayNotGoThere() throws Exception {
    moveLinkedInTo("localhost");
    var plan = plan();
    assertThat(plan.exit()).as(plan.out() + plan.err()).isEqualTo(2);
    assertThat(plan.out())
        .contains("~ McpServer northlight/composio-linkedin: changed")
        .contains("Through it are reached: aurora-linkedin.")
        .contains(
            "aurora-linkedin: The values of Secret 'network-tokens' may not be sent to localhost: correct url of McpServer 'composio-linkedin'")
        .containsPattern(
            "held  Aurora Lindqvist, aurora-linkedin: .*token was kept for another host")
        .contains("1 post is concerned.");

    edit(
        "40-credentials.yaml",
        "credential-hosts: 127.0.0.1",
        "credential-hosts: 127.0.0.1,localhost");
    var allowed = plan();
    assertThat(allowed.out())
        .contains("Through it are reached: aurora-linkedin.")
        .doesNotContain("may not be sent")
        .contains("No post is concerned.");
    assertNothingHappened();
  }

  @Test
  void withoutAServerItsAccountsPostsFailUnlessAnotherServesThem() throws Exception {
    var servers = agency.resolve("20-mcp-servers.yaml");
    var documents = Files.readString(servers).split("---\n", -1);
    Files.writeString(servers, documents[1]);
    var gone = plan("--prune");
    assertThat(gone.exit()).as(gone.out() + gone.err()).isEqualTo(2);
    assertThat(gone.out())
        .contains("- McpServer northlight/composio-linkedin: deleted")
        .contains(
            "Through nothing would be reached any more, so that what comes due there fails: aurora-linkedin.")
        .containsPattern(
            "failed  Aurora Lindqvist, aurora-linkedin: .*no connection to its network");

    Files.writeString(
        agency.resolve("60-shared.yaml"),
        documents[0]
            .replace("name: composio-linkedin", "name: shared-linkedin")
            .replace("namespace: northlight", "namespace: greenroom-system"));
    var replaced = plan("--prune");
    assertThat(replaced.exit()).as(replaced.out() + replaced.err()).isEqualTo(2);
    assertThat(replaced.out())
        .contains("+ McpServer greenroom-system/shared-linkedin: created")
        .contains("northlight: Through it would be reached: aurora-linkedin.")
        .contains("Through McpServer 'shared-linkedin' would be reached instead: aurora-linkedin.")
        .contains("No post is concerned.");
    assertNothingHappened();
  }

  @Test
  void aServerWaitsForTheSecretWithItsKey() throws Exception {
    edit(
        "20-mcp-servers.yaml",
        "/mcp/composio/linkedin\n",
        "/mcp/composio/linkedin\n  auth: {secretRef: {name: server-key, key: key}}\n");
    var plan = plan();
    assertThat(plan.exit()).as(plan.out() + plan.err()).isEqualTo(2);
    assertThat(plan.out())
        .contains("It would wait: No Secret 'server-key' that Greenroom may read is there")
        .contains("Through it are reached: aurora-linkedin.")
        .contains("No post is concerned.");
    assertNothingHappened();
  }

  @Test
  void withoutARunningGreenroomItIsASentence() throws Exception {
    var nowhere = Files.createTempDirectory(folder, "nowhere");
    var plan =
        GreenroomCommand.run(
            folder, "", "plan", "--data", nowhere.toString(), "-f", agency.toString());
    assertThat(plan.exit()).isEqualTo(1);
    assertThat(plan.err())
        .contains("No running Greenroom is known in")
        .contains("./greenroom up")
        .doesNotContain("\tat ");
  }

  /** The user of a cluster reaches Greenroom by a kubeconfig and the database's address. */
  @Test
  void aClusterIsAskedByItsKubeconfig() throws Exception {
    var kubeconfig = Files.createTempFile(folder, "cluster", ".yaml");
    Files.writeString(
        kubeconfig,
        GreenroomCommand.run(folder, "", "kubeconfig", "--data", data.toString()).out());
    edit("31-talent-dex-okonkwo.yaml", "stopPolicy: None", "stopPolicy: Hold");
    String[] arguments = {
      "plan",
      "--kubeconfig",
      kubeconfig.toString(),
      "--context",
      "greenroom",
      "-f",
      agency.toString()
    };

    var unreached = GreenroomCommand.run(folder, "", arguments);
    assertThat(unreached.exit()).isEqualTo(1);
    assertThat(unreached.err()).contains("GREENROOM_DB_URL isn't set");

    var plan = GreenroomCommand.run(folder, "", database(), arguments);
    assertThat(plan.exit()).as(plan.out() + plan.err()).isEqualTo(2);
    assertThat(plan.out())
        .contains("~ Talent northlight/dex-okonkwo: changed")
        .containsPattern("held  Dex Okonkwo, dex-mastodon: .*The talent is on hold");
    assertNothingHappened();
  }

  private static Map<String, String> database() throws IOException {
    var keys = Keys.in(data.resolve("keys"));
    var port = Files.readString(data.resolve("postgres").resolve("port")).strip();
    return Map.of(
        "GREENROOM_DB_URL",
        PostgresServer.url(Integer.parseInt(port), "greenroom"),
        "GREENROOM_DB_APP_PASSWORD",
        keys.password("greenroom_app"),
        "GREENROOM_DB_LOOKUP_PASSWORD",
        keys.password("greenroom_lookup"));
  }

  private GreenroomCommand plan(String... options) throws Exception {
    var arguments = new String[options.length + 5];
    System.arraycopy(
        new String[] {"plan", "--data", data.toString(), "-f", agency.toString()},
        0,
        arguments,
        0,
        5);
    System.arraycopy(options, 0, arguments, 5, options.length);
    return GreenroomCommand.run(folder, "", arguments);
  }

  private void moveLinkedInTo(String host) throws IOException {
    var sandbox = greenroom.endpoints().sandbox();
    edit(
        "20-mcp-servers.yaml",
        sandbox + "/mcp/composio/linkedin",
        sandbox.replace("127.0.0.1", host) + "/mcp/composio/linkedin");
  }

  private void edit(String file, String before, String after) throws IOException {
    var path = agency.resolve(file);
    var text = Files.readString(path);
    assertThat(text).contains(before);
    Files.writeString(path, text.replace(before, after));
  }

  /** The post stays approved, and the other one waits for its owner. */
  private static void assertNothingHappened() throws Exception {
    assertThat(dex.withState("approved")).hasSize(1);
    assertThat(dex.waitingOn("x")).isNotNull();
    assertThat(dex.withState("cancelled")).isEmpty();
  }
}

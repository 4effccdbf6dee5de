package social.greenroom.operator.plan;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import social.greenroom.crds.account.Account;
import social.greenroom.crds.condition.ConditionStatus;
import social.greenroom.crds.mcp.McpServer;
import social.greenroom.crds.request.PostRequest;
import social.greenroom.crds.series.PostSeries;
import social.greenroom.crds.talent.Talent;
import social.greenroom.crds.tenant.Tenant;
import social.greenroom.operator.account.AccountRows;
import social.greenroom.operator.mcp.McpServerRows;
import social.greenroom.operator.plan.ResourceChange.Action;
import social.greenroom.operator.request.RequestRows;
import social.greenroom.operator.series.SeriesRows;
import social.greenroom.operator.status.Verdict;
import social.greenroom.operator.talent.TalentRows;
import social.greenroom.operator.tenant.TenantRows;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.vault.SealedSecret;

/**
 * One tenant's part of a change, carried out by the reconcilers' own code in a transaction that is
 * undone: what they would refuse, they refuse here, and the database keeps its rules.
 */
final class Rehearsal {
  private static final List<String> ORDER =
      List.of("Tenant", "McpServer", "Talent", "Account", "PostRequest", "PostSeries");

  /** Nobody opens it: all of it is undone. */
  private static final SealedSecret SOME_KEY = SealedSecret.of(new byte[1]);

  private final TenantSession session;
  private final KubernetesSerialization serialization;
  private final PlannedSecrets secrets;
  private final Place place;
  private final Instant now;
  private final List<Person> invited = new ArrayList<>();

  Rehearsal(
      TenantSession session,
      KubernetesSerialization serialization,
      PlannedSecrets secrets,
      Place place,
      Instant now) {
    this.session = session;
    this.serialization = serialization;
    this.secrets = secrets;
    this.place = place;
    this.now = now;
  }

  /**
   * Where it is played.
   *
   * @param namespace the tenant's
   * @param ownNamespace the operator's: McpServers in it serve every tenant
   */
  record Place(String namespace, String ownNamespace) {
    boolean shared(ResourceKey server) {
      return ownNamespace.equals(server.namespace());
    }
  }

  /** What came of it: each resource with what its reconciler says, and the posts concerned. */
  record Outcome(List<ResourceChange> resources, List<PostEffect> posts, List<Person> people) {}

  Outcome play(List<DryRun.Answer> answers) {
    var before = known() ? Outlook.of(session, now) : null;
    var reached = Reach.all(session);
    var changes = new ArrayList<ResourceChange>();
    for (var kind : ORDER) {
      answers.stream()
          .filter(answer -> answer.change().resource().kind().equals(kind))
          .forEach(answer -> changes.add(step(answer)));
    }
    var left = new TokensFollow(session, secrets, place.namespace()).follow();
    var servers = new ServerEffects(reached, Reach.all(session), left);
    changes.replaceAll(change -> withEffects(change, servers));
    session.planning().pullBackHeld();
    if (before == null) {
      return new Outcome(changes, List.of(), invited);
    }
    var concerned = new PostEffects(session, before, Outlook.of(session, now)).list();
    var people = new ArrayList<>(invited);
    people.addAll(new PeopleConcerned(session).by(concerned));
    return new Outcome(
        changes, concerned.stream().map(PostEffects.Concerned::effect).toList(), people);
  }

  static boolean concerns(ResourceChange change) {
    return ORDER.contains(change.resource().kind());
  }

  private boolean known() {
    return session.tenant().find().isPresent();
  }

  private ResourceChange step(DryRun.Answer answer) {
    return switch (answer.change().action()) {
      case CREATED, CHANGED -> keep(answer.change(), answer.after());
      case DELETED -> remove(answer.change(), answer.after());
      case UNCHANGED, REFUSED -> answer.change();
    };
  }

  private ResourceChange withEffects(ResourceChange change, ServerEffects servers) {
    var key = change.resource();
    if (!key.kind().equals("McpServer")
        || change.action() == Action.UNCHANGED
        || change.action() == Action.REFUSED) {
      return change;
    }
    var told = change;
    for (var sentence : servers.of(key.name(), place.shared(key))) {
      told =
          told.saying(
              place.shared(key) ? "%s: %s".formatted(place.namespace(), sentence) : sentence);
    }
    return told;
  }

  private ResourceChange keep(ResourceChange change, GenericKubernetesResource after) {
    return switch (change.resource().kind()) {
      case "Tenant" -> {
        TenantRows.keep(session, as(after, Tenant.class));
        yield change;
      }
      case "McpServer" -> keep(change, as(after, McpServer.class));
      case "Talent" -> keep(change, as(after, Talent.class));
      case "Account" -> keep(change, as(after, Account.class));
      case "PostRequest" -> keep(change, as(after, PostRequest.class));
      case "PostSeries" ->
          judged(change, SeriesRows.rehearse(session, as(after, PostSeries.class)));
      default -> change;
    };
  }

  /** It is kept only with its key, so until that is there it stays as it was. */
  private ResourceChange keep(ResourceChange change, McpServer server) {
    var verdict = secrets.verdict(server);
    if (!verdict.holds()) {
      return judged(change, verdict);
    }
    McpServerRows.keep(
        session,
        server,
        place.shared(change.resource()),
        server.getSpec().auth() == null ? null : SOME_KEY);
    return PlannedSecrets.worthSaying(verdict) ? change.saying(verdict.sentence()) : change;
  }

  private ResourceChange keep(ResourceChange change, Talent talent) {
    var stored = TalentRows.store(session, talent);
    if (stored.invited()) {
      invited.add(
          new Person(
              talent.getSpec().owner().email(),
              "is invited to own %s.".formatted(talent.getSpec().displayName())));
    }
    return judged(change, stored.slug());
  }

  private ResourceChange keep(ResourceChange change, Account account) {
    var stored = AccountRows.keep(session, account);
    var judged = judged(change, stored.kept());
    return stored.kept().holds() ? judged(judged, stored.served()) : judged;
  }

  private ResourceChange keep(ResourceChange change, PostRequest request) {
    var kept = RequestRows.keep(session, request);
    var verdict = kept.verdict();
    if (!verdict.accepted()) {
      return verdict.forGood()
          ? change.refused(verdict.sentence())
          : change.saying("It would wait: " + verdict.sentence());
    }
    return kept.made()
        ? change
        : change.saying("It was carried out before: nothing is drafted or published again.");
  }

  private ResourceChange remove(ResourceChange change, GenericKubernetesResource gone) {
    var name = change.resource().name();
    var cancelled =
        switch (change.resource().kind()) {
          case "Talent" ->
              TalentRows.remove(session, name, TalentRows.reason(as(gone, Talent.class)));
          case "Account" -> AccountRows.remove(session, name, AccountRows.reason(name));
          case "PostRequest" ->
              RequestRows.cancel(session, as(gone, PostRequest.class), RequestRows.reason(name));
          case "PostSeries" -> SeriesRows.remove(session, name, SeriesRows.reason(session, name));
          case "McpServer" -> {
            session.mcpServers().remove(name, place.shared(change.resource()));
            yield 0;
          }
          default -> 0;
        };
    return cancelled == 0
        ? change
        : change.saying(
            cancelled == 1
                ? "1 post is cancelled."
                : "%d posts are cancelled.".formatted(cancelled));
  }

  private static ResourceChange judged(ResourceChange change, Verdict verdict) {
    if (verdict.holds()) {
      return change;
    }
    return verdict.status() == ConditionStatus.FALSE
        ? change.refused(verdict.sentence())
        : change.saying("It would wait: " + verdict.sentence());
  }

  private <T> T as(GenericKubernetesResource resource, Class<T> kind) {
    return serialization.convertValue(resource, kind);
  }
}

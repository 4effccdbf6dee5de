package social.greenroom.worker.generate;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import social.greenroom.agents.persona.PersonaInput;
import social.greenroom.agents.prompt.Voice;
import social.greenroom.core.network.Networks;
import social.greenroom.core.network.PostKind;
import social.greenroom.core.post.VariantState;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.policy.AccountPolicy;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.publish.Occupied;
import social.greenroom.store.request.RequestRow;
import social.greenroom.store.talent.TalentRow;

/**
 * What a request asks for, as it stood when the Job began.
 *
 * @param accounts those it names, or all of the talent's on which the kind of post is at home
 * @param earlier by account, what its series said there before; empty for what belongs to none
 */
record Assignment(
    RequestRow request,
    TalentRow talent,
    List<AccountRow> accounts,
    PersonaInput situation,
    Map<UUID, List<String>> earlier) {
  private static final Duration REMEMBERED = Duration.ofDays(30);
  private static final Duration AHEAD = Duration.ofDays(7);
  private static final int TEXTS = 12;

  static Assignment read(TenantSession session, RequestRow request, Instant now) {
    var talent = session.talents().find(request.talentId()).orElseThrow();
    var named = session.requests().accountsOf(request.id());
    var kinds = kinds(request);
    var accounts =
        session.accounts().list(talent.id()).stream()
            .filter(
                account -> named.isEmpty() ? takes(account, kinds) : named.contains(account.id()))
            .toList();
    return new Assignment(
        request,
        talent,
        accounts,
        situation(session, talent, accounts, now),
        new EarlierTexts(session, request).byAccount());
  }

  /** The kinds of post that are asked for, in order of preference; empty for any. */
  List<PostKind> kinds() {
    return kinds(request);
  }

  private static List<PostKind> kinds(RequestRow request) {
    return request.postKinds().stream().map(PostKind::of).toList();
  }

  private static boolean takes(AccountRow account, List<PostKind> kinds) {
    return kinds.isEmpty() || Networks.of(account.platform()).firstKind(kinds).isPresent();
  }

  /** The talent's voice, for every agent. */
  Voice voice() {
    return situation.voice();
  }

  private static PersonaInput situation(
      TenantSession session, TalentRow talent, List<AccountRow> accounts, Instant now) {
    var taken =
        session.planning().occupied(talent.id(), null, now.minus(REMEMBERED), now.plus(REMEMBERED));
    var variants =
        session.variants().byIds(taken.stream().map(Occupied::variantId).toList()).stream()
            .collect(Collectors.toMap(VariantRow::id, Function.identity()));
    return new PersonaInput(
        new Voice(talent.displayName(), talent.language(), talent.profile()),
        now.atZone(ZoneId.of(talent.timeZone())),
        texts(taken, variants, true),
        texts(taken, variants, false),
        freeSlots(session, talent, accounts, now));
  }

  private static List<String> texts(
      List<Occupied> taken, Map<?, VariantRow> variants, boolean published) {
    var newestFirst = new ArrayList<>(taken);
    newestFirst.sort(Comparator.comparing(Occupied::at).reversed());
    return newestFirst.stream()
        .filter(one -> (one.state() == VariantState.PUBLISHED) == published)
        .map(one -> variants.get(one.variantId()))
        .map(variant -> variant.content().text())
        .distinct()
        .limit(TEXTS)
        .toList();
  }

  /** Those of all the accounts together, as many as the talent's days hold. */
  private static int freeSlots(
      TenantSession session, TalentRow talent, List<AccountRow> accounts, Instant now) {
    var found = new ArrayList<Instant>();
    for (var account : accounts) {
      var policy = AccountPolicy.read(session, talent, account);
      found.addAll(
          policy
              .talentDay(Proposal.takenByTalent(session, talent.id(), now))
              .and(found)
              .gaps(
                  policy.rules(),
                  now,
                  now.plus(AHEAD),
                  Proposal.taken(session, account.id(), now)));
    }
    return found.size();
  }
}

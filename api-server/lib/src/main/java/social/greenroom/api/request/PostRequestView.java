package social.greenroom.api.request;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import social.greenroom.api.account.AccountRef;
import social.greenroom.api.talent.TalentRef;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.request.RequestSummary;
import social.greenroom.store.talent.TalentRow;

/** Shows requests with their talents and accounts. */
record PostRequestView(TenantSession session) {
  List<PostRequest> of(List<RequestSummary> requests) {
    var talents =
        session.talents().all().stream().collect(Collectors.toMap(TalentRow::id, TalentRef::of));
    var accounts =
        session.accounts().all().stream()
            .collect(Collectors.toMap(AccountRow::id, Function.identity()));
    return requests.stream().map(request -> show(request, talents, accounts)).toList();
  }

  private static PostRequest show(
      RequestSummary request, Map<UUID, TalentRef> talents, Map<UUID, AccountRow> accounts) {
    return new PostRequest(
        request.id(),
        request.name(),
        Objects.requireNonNull(talents.get(request.talentId())),
        request.source().wireName(),
        request.prompt(),
        request.accountIds().stream()
            .map(accounts::get)
            .filter(Objects::nonNull)
            .map(AccountRef::of)
            .toList(),
        request.stage().wireName(),
        request.message(),
        request.postId(),
        request.createdAt());
  }
}

package social.greenroom.operator.request;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import social.greenroom.core.network.Networks;
import social.greenroom.core.network.Platform;
import social.greenroom.core.network.PostKind;
import social.greenroom.store.account.AccountRow;

/**
 * Whether the kinds of post that a request asks for can be made, and are at home on its accounts'
 * networks.
 *
 * @param wanted none for any
 */
record KindCheck(List<PostKind> wanted) {
  boolean takes(AccountRow account) {
    return wanted.isEmpty() || Networks.of(account.platform()).firstKind(wanted).isPresent();
  }

  /**
   * What is wrong.
   *
   * @param candidates the accounts the request may be for
   * @param named true where they were named by hand: then each has to take one of the kinds
   */
  Optional<RequestVerdict> problem(List<AccountRow> candidates, boolean named) {
    return notOffered()
        .or(() -> takenByNone(candidates))
        .or(() -> named ? unfit(candidates) : Optional.empty());
  }

  private Optional<RequestVerdict> notOffered() {
    return wanted.stream()
        .filter(kind -> !kind.offered())
        .findFirst()
        .map(
            kind ->
                RequestVerdict.refused(
                    "KindNotOffered",
                    "postKinds: %s isn't offered yet; make a new request without %s."
                        .formatted(kind.words(), kind.wireName())));
  }

  private Optional<RequestVerdict> takenByNone(List<AccountRow> candidates) {
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    return wanted.stream()
        .filter(kind -> candidates.stream().noneMatch(account -> takes(account, kind)))
        .findFirst()
        .map(
            kind ->
                RequestVerdict.refused(
                    "KindNotTaken",
                    "postKinds: none of the accounts takes %s, which is for %s; make a new request for such an account, or without %s."
                        .formatted(kind.words(), networks(kind), kind.wireName())));
  }

  private Optional<RequestVerdict> unfit(List<AccountRow> candidates) {
    return candidates.stream()
        .filter(account -> !takes(account))
        .findFirst()
        .map(
            account ->
                RequestVerdict.refused(
                    "KindNotTaken",
                    "accountRefs: account '%s' (%s) takes none of the postKinds; make a new request without it, or with another kind."
                        .formatted(account.name(), account.platform().displayName())));
  }

  private static boolean takes(AccountRow account, PostKind kind) {
    return Networks.of(account.platform()).kinds().contains(kind);
  }

  private static String networks(PostKind kind) {
    return Arrays.stream(Platform.values())
        .filter(platform -> Networks.of(platform).kinds().contains(kind))
        .map(Platform::displayName)
        .collect(Collectors.joining(", "));
  }
}

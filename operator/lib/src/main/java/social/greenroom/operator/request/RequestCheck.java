package social.greenroom.operator.request;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import social.greenroom.core.network.Capability;
import social.greenroom.core.network.Networks;
import social.greenroom.core.network.PostKind;
import social.greenroom.crds.reference.ResourceRef;
import social.greenroom.crds.request.PostRequestSpec;
import social.greenroom.store.account.AccountRow;

/**
 * Whether a request's references hit, and whether its accounts can do what is asked: what a network
 * can't do is refused before anything is drafted.
 */
final class RequestCheck {
  private final PostRequestSpec spec;
  private final List<AccountRow> ofTalent;
  private final KindCheck kinds;

  /**
   * @param ofTalent the talent's accounts that aren't removed
   */
  RequestCheck(PostRequestSpec spec, List<AccountRow> ofTalent) {
    this.spec = spec;
    this.ofTalent = List.copyOf(ofTalent);
    this.kinds =
        new KindCheck(spec.postKinds().stream().map(kind -> PostKind.of(kind.wireName())).toList());
  }

  static RequestVerdict noTalent(String name) {
    return RequestVerdict.waits(
        "UnknownTalent",
        "Talent '%s' doesn't exist in this namespace; make it, or make a new request for another."
            .formatted(name));
  }

  RequestVerdict verdict() {
    return unknownAccount()
        .or(() -> kinds.problem(candidates(), named()))
        .or(this::unableAccount)
        .or(this::notConnected)
        .orElse(RequestVerdict.ACCEPTED);
  }

  /**
   * The accounts the request is for: those it names, or else all of the talent's that are connected
   * and can do what is asked.
   */
  List<AccountRow> accounts() {
    return named()
        ? candidates()
        : candidates().stream()
            .filter(AccountRow::connected)
            .filter(this::showsPictures)
            .filter(kinds::takes)
            .toList();
  }

  private boolean named() {
    return !spec.accountRefs().isEmpty();
  }

  private List<AccountRow> candidates() {
    var names = spec.accountRefs().stream().map(ResourceRef::name).collect(Collectors.toSet());
    return named()
        ? ofTalent.stream().filter(account -> names.contains(account.name())).toList()
        : ofTalent;
  }

  private Optional<RequestVerdict> unknownAccount() {
    Map<String, AccountRow> byName =
        ofTalent.stream().collect(Collectors.toMap(AccountRow::name, Function.identity()));
    return spec.accountRefs().stream()
        .map(ResourceRef::name)
        .filter(name -> !byName.containsKey(name))
        .findFirst()
        .map(
            name ->
                RequestVerdict.waits(
                    "UnknownAccount",
                    "accountRefs: talent '%s' has no account '%s' in this namespace; make it, or make a new request without it."
                        .formatted(spec.talentRef().name(), name)));
  }

  /** Of accounts named by hand each has to be able; of all of the talent's, at least one. */
  private Optional<RequestVerdict> unableAccount() {
    var unable = candidates().stream().filter(account -> !showsPictures(account)).toList();
    var refused =
        named() ? !unable.isEmpty() : !unable.isEmpty() && unable.size() == ofTalent.size();
    return refused
        ? Optional.of(
            RequestVerdict.refused(
                "CantShowPictures",
                "accountRefs: account '%s' (%s over %s) can't show pictures; make a new request without it, or without attachments."
                    .formatted(
                        unable.get(0).name(),
                        unable.get(0).platform().displayName(),
                        unable.get(0).channel().wireName())))
        : Optional.empty();
  }

  private Optional<RequestVerdict> notConnected() {
    if (named()) {
      return candidates().stream()
          .filter(account -> !account.connected())
          .findFirst()
          .map(
              account ->
                  RequestVerdict.waits(
                      "NotConnected",
                      "Account '%s' isn't connected yet; its condition Connected says why. Its remoteId may be set by hand."
                          .formatted(account.name())));
    }
    return accounts().isEmpty()
        ? Optional.of(
            RequestVerdict.waits(
                "NoAccount",
                "Talent '%s' has no connected account yet; make one, or set its remoteId."
                    .formatted(spec.talentRef().name())))
        : Optional.empty();
  }

  private boolean showsPictures(AccountRow account) {
    return spec.attachments().isEmpty()
        || Networks.of(account.platform())
            .capabilities(account.channel())
            .contains(Capability.PUBLISH_PHOTO);
  }
}

package social.greenroom.operator.request;

import io.fabric8.kubernetes.client.KubernetesClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.greenroom.crds.account.Account;
import social.greenroom.crds.account.AccountStatus;
import social.greenroom.crds.condition.Conditions;
import social.greenroom.crds.condition.StandardConditions;
import social.greenroom.crds.request.PostRequest;

/**
 * Accounts that nobody has looked at yet. A request for all of a talent's accounts, applied
 * together with them, waits until they are kept, or it would be for some of them only.
 */
@ApplicationScoped
class NewAccounts {
  private final KubernetesClient client;

  NewAccounts(KubernetesClient client) {
    this.client = client;
  }

  /** What the request waits for, if it does. */
  Optional<RequestVerdict> awaitedBy(PostRequest request) {
    if (!request.getSpec().accountRefs().isEmpty() || known(request)) {
      return Optional.empty();
    }
    return client
        .resources(Account.class)
        .inNamespace(request.getMetadata().getNamespace())
        .withField("spec.talentRef.name", request.getSpec().talentRef().name())
        .list()
        .getItems()
        .stream()
        .filter(account -> unkept(account.getStatus()))
        .findFirst()
        .map(
            account ->
                RequestVerdict.waits(
                    "AccountsAreNew",
                    "Account '%s' was made just now and is being looked at."
                        .formatted(account.getMetadata().getName())));
  }

  /** Not kept yet, and nothing but time is missing. */
  private static boolean unkept(@Nullable AccountStatus status) {
    return status == null
        || (status.accountId() == null
            && Conditions.find(status.conditions(), StandardConditions.STALLED).isEmpty());
  }

  private static boolean known(PostRequest request) {
    return request.getStatus() != null && request.getStatus().requestId() != null;
  }
}

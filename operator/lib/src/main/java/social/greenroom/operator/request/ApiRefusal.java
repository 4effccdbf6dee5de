package social.greenroom.operator.request;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.util.Optional;

/** What the Kubernetes API says where it refuses a resource, and would again. */
public final class ApiRefusal {
  private static final int UNPROCESSABLE = 422;
  private static final int LONGEST = 1000;

  private ApiRefusal() {}

  /**
   * Its sentence for a person.
   *
   * @throws KubernetesClientException the same where it may go better later
   */
  public static Optional<String> of(KubernetesClientException failure) {
    return switch (failure.getCode()) {
      case HttpURLConnection.HTTP_BAD_REQUEST, UNPROCESSABLE -> Optional.of(sentence(failure));
      default -> throw failure;
    };
  }

  private static String sentence(KubernetesClientException refusal) {
    var status = refusal.getStatus();
    var message = status == null ? null : status.getMessage();
    if (message == null || message.isBlank()) {
      return "The Kubernetes API refused the request and didn't say why.";
    }
    return message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message;
  }
}

package social.greenroom.sandbox.timeline;

import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.stream.Stream;
import social.greenroom.sandbox.call.Caller;

/** Which posts somebody wants to see. */
record Selection(Optional<String> network, Optional<String> handle) {

  static Selection of(HttpServerRequest request) {
    return new Selection(given(request, "network"), given(request, "handle"));
  }

  private static Optional<String> given(HttpServerRequest request, String parameter) {
    return Optional.ofNullable(request.getParam(parameter)).filter(value -> !value.isBlank());
  }

  Stream<Post> from(Timeline timeline) {
    return timeline
        .all()
        .filter(post -> network.map(post.network().key()::equalsIgnoreCase).orElse(true))
        .filter(
            post ->
                handle
                    .map(wanted -> Caller.plain(post.handle()).equals(Caller.plain(wanted)))
                    .orElse(true));
  }
}

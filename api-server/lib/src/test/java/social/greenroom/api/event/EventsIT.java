package social.greenroom.api.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.greenroom.api.database.ApiDatabases;
import social.greenroom.api.testing.Agency;
import social.greenroom.api.testing.DatabaseResource;
import social.greenroom.api.testing.Person;
import social.greenroom.core.access.Role;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class EventsIT {
  @Inject ApiDatabases databases;

  @TestHTTPResource("/api/v1/events")
  URI events;

  private final List<Stream> open = new CopyOnWriteArrayList<>();
  private Agency agency;

  @BeforeEach
  void start() {
    agency = new Agency(databases);
  }

  @AfterEach
  void stop() {
    open.forEach(Stream::close);
  }

  @Test
  void anOpenPageHearsOfAChange() {
    var stream = listen(agency.auroraSignedIn());

    var variant = agency.waiting("News");

    await()
        .untilAsserted(
            () ->
                assertThat(stream.lines())
                    .contains("event:change")
                    .anySatisfy(
                        line ->
                            assertThat(line)
                                .startsWith("data:{\"kind\":\"variant\"")
                                .contains(variant.id().toString())
                                .contains(agency.aurora().toString())));
  }

  @Test
  void nobodyHearsOfAnothersThings() {
    var elsewhere = listen(new Agency(databases).signedIn("owner", Role.OWNER));
    var bela = listen(agency.signedIn("bela", Role.TALENT, agency.talent("bela")));
    var editor = listen(agency.signedIn("editor", Role.EDITOR));

    var variant = agency.waiting("Aurora's news");

    await().untilAsserted(() -> assertThat(editor.text()).contains(variant.id().toString()));
    assertThat(elsewhere.text()).doesNotContain(variant.id().toString());
    assertThat(bela.text()).doesNotContain(variant.id().toString());
  }

  private Stream listen(Person person) {
    var stream = new Stream();
    open.add(stream);
    var request =
        HttpRequest.newBuilder(events)
            .header("Cookie", "greenroom_session=" + person.cookie())
            .header("Accept", "text/event-stream")
            .build();
    stream.response =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .build()
            .sendAsync(request, HttpResponse.BodyHandlers.fromLineSubscriber(stream));
    // The first comment says that the page is heard from now on.
    await().until(() -> stream.text().startsWith(":"));
    return stream;
  }

  /** Keeps the lines that came. */
  private static final class Stream implements Flow.Subscriber<String> {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private volatile Flow.Subscription subscription;
    private CompletableFuture<?> response;

    List<String> lines() {
      return lines;
    }

    String text() {
      return String.join("\n", lines);
    }

    void close() {
      if (subscription != null) {
        subscription.cancel();
      }
      response.cancel(true);
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
      given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
      lines.add(line);
    }

    @Override
    public void onError(Throwable failure) {
      lines.add("failed: " + failure);
    }

    @Override
    public void onComplete() {
      lines.add("ended");
    }
  }
}

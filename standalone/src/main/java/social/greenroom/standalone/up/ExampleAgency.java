package social.greenroom.standalone.up;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import social.greenroom.standalone.data.Endpoints.DemoUser;
import social.greenroom.standalone.data.StartException;
import social.greenroom.store.database.Database;
import social.greenroom.store.database.DatabaseConfig;

/**
 * Applies an agency's YAML on the first run, and makes the people who may try it: the agency's
 * operator, and each talent's owner, whose invitation it accepts for them. Later runs leave the
 * resources alone, so that what was changed by hand stays.
 */
final class ExampleAgency {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final long PAUSE_MILLIS = 50;

  private final Layout layout;
  private final Resources resources;

  ExampleAgency(Layout layout, Resources resources) {
    this.layout = layout;
    this.resources = resources;
  }

  /** Returns the people, also those that an earlier run made. */
  List<DemoUser> prepare(Optional<Path> folder) throws InterruptedException {
    var people = layout.data().root().resolve("demo-people.json");
    if (Files.exists(people)) {
      return read(people);
    }
    if (folder.isEmpty()) {
      return List.of();
    }
    resources.applyExamples(folder.get(), layout.sandboxUrl());
    var users = makePeople();
    write(people, users);
    return users;
  }

  private List<DemoUser> makePeople() throws InterruptedException {
    var url = layout.databaseUrl(Databases.GREENROOM);
    var app = layout.keys().password("greenroom_app");
    var lookup = layout.keys().password("greenroom_lookup");
    try (var tenants = Database.open(DatabaseConfig.app(url, app, 1));
        var people = Database.open(DatabaseConfig.lookup(url, lookup, 1))) {
      var agency = new AgencyPeople(tenants.tenants(), people.lookup(), layout.keys());
      var expected = resources.talents();
      var end = Instant.now().plus(LONGEST);
      while (!agency.talentsAreThere(expected)) {
        if (Instant.now().isAfter(end)) {
          throw new StartException(
              "The example talents weren't taken up within %d s. The log tells more."
                  .formatted(LONGEST.toSeconds()));
        }
        Thread.sleep(PAUSE_MILLIS);
      }
      return agency.make();
    }
  }

  private static List<DemoUser> read(Path file) {
    try {
      return JSON.readValue(file.toFile(), new TypeReference<List<DemoUser>>() {});
    } catch (IOException e) {
      throw new StartException(
          "The file %s can't be read. Restore it from a backup, or start afresh with --reset."
              .formatted(file),
          e);
    }
  }

  private static void write(Path file, List<DemoUser> users) {
    try {
      var partial = Files.createTempFile(file.getParent(), "demo-people", ".partial");
      JSON.writeValue(partial.toFile(), users);
      Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new StartException("The file %s can't be written.".formatted(file), e);
    }
  }
}

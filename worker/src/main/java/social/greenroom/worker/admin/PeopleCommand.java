package social.greenroom.worker.admin;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import social.greenroom.store.access.People;
import social.greenroom.store.audit.Actor;
import social.greenroom.store.audit.AuditEntry;
import social.greenroom.store.database.Database;
import social.greenroom.store.database.DatabaseConfig;
import social.greenroom.store.database.DatabaseUnavailableException;
import social.greenroom.store.database.TenantDatabase;
import social.greenroom.store.lookup.Lookup;
import social.greenroom.store.lookup.TenantRef;
import social.greenroom.worker.job.Environment;
import social.greenroom.worker.job.ExitCode;
import social.greenroom.worker.job.UsageException;

/**
 * {@code people add --tenant T --email E --role R [--name N] [--talent SLUG] [--password print]
 * [--wait 5m]}: makes a person who can sign in, the way the first ones come into an installation.
 * The password is that of the variable GREENROOM_PERSON_PASSWORD. With {@code --password print} one
 * is made and printed, once: for a terminal, since in a cluster what is printed is kept. With
 * {@code --wait} a tenant and a talent that were applied just now are waited for.
 */
final class PeopleCommand {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
  private static final Actor ACTOR = new Actor(Actor.Kind.OPERATOR, "people add");

  private final TenantDatabase tenants;
  private final Lookup lookup;
  private final PrintStream out;

  private PeopleCommand(TenantDatabase tenants, Lookup lookup, PrintStream out) {
    this.tenants = tenants;
    this.lookup = lookup;
    this.out = out;
  }

  static ExitCode run(List<String> arguments, Environment environment, PrintStream out)
      throws UsageException {
    if (arguments.isEmpty() || !arguments.get(0).equals("add")) {
      throw new UsageException("Use people add --tenant T --email E --role R.");
    }
    var person = NewPerson.parse(arguments.subList(1, arguments.size()));
    var url = environment.required("GREENROOM_DB_URL");
    var app = DatabaseConfig.app(url, environment.required("GREENROOM_DB_APP_PASSWORD"), 1);
    var lookup =
        DatabaseConfig.lookup(url, environment.required("GREENROOM_DB_LOOKUP_PASSWORD"), 1);
    try (var tenants = Database.open(app);
        var questions = Database.open(lookup)) {
      new PeopleCommand(tenants.tenants(), questions.lookup(), out)
          .add(person, environment.optional("GREENROOM_PERSON_PASSWORD").orElse(null));
    }
    return ExitCode.DONE;
  }

  private void add(NewPerson person, @Nullable String given) throws UsageException {
    var place = awaited(person);
    var known =
        lookup
            .users()
            .byEmail(person.email())
            .filter(user -> user.passwordHash() != null)
            .isPresent();
    if (given == null && !known && !person.printed()) {
      throw new UsageException(
          "Set the variable GREENROOM_PERSON_PASSWORD, from a Secret, or have a password made and shown here with --password print.");
    }
    var password = given == null ? OneTimePassword.next() : given;
    new People(lookup, tenants)
        .put(
            place.tenant().id(),
            person.email(),
            person.name(),
            password,
            person.role(),
            place.talent(),
            (session, user) -> session.audit().record(made(person, user)));
    out.printf(
        "%s is %s of %s.%n", person.email(), person.role().wireName(), place.tenant().name());
    if (known) {
      out.println("They sign in with the password they have.");
    } else if (given == null) {
      out.printf("Their password, shown this once: %s%n", password);
    }
  }

  /**
   * The operator takes a moment to take up what was applied, and a database may be away for one.
   */
  private Place awaited(NewPerson person) throws UsageException {
    var began = System.nanoTime();
    while (true) {
      try {
        return place(person);
      } catch (UsageException | DatabaseUnavailableException e) {
        var over = System.nanoTime() - began >= person.patience().toNanos();
        if (over || Thread.interrupted()) {
          throw e;
        }
        LockSupport.parkNanos(this, LOOK_AGAIN.toNanos());
      }
    }
  }

  private Place place(NewPerson person) throws UsageException {
    var tenant =
        lookup
            .tenantByName(person.tenant())
            .filter(found -> !found.status().equals("removed"))
            .orElseThrow(
                () ->
                    new UsageException(
                        "There is no tenant '%s' yet: apply a Tenant of that name, and wait until it is Ready."
                            .formatted(person.tenant())));
    return new Place(tenant, person.talent().isEmpty() ? null : talent(person, tenant));
  }

  private UUID talent(NewPerson person, TenantRef tenant) throws UsageException {
    return lookup
        .talentBySlug(person.talent().orElseThrow())
        .filter(holder -> holder.tenantId().equals(tenant.id()))
        .filter(holder -> there(tenant, holder.talentId()))
        .orElseThrow(
            () ->
                new UsageException(
                    "The tenant %s has no talent with the slug '%s'."
                        .formatted(tenant.name(), person.talent().get())))
        .talentId();
  }

  private boolean there(TenantRef tenant, UUID talent) {
    return tenants
        .in(tenant.id(), session -> session.talents().find(talent))
        .filter(row -> row.removedAt() == null)
        .isPresent();
  }

  private static AuditEntry made(NewPerson person, UUID user) {
    var sentence =
        "%s was made %s from the command line.".formatted(person.name(), person.role().wireName());
    return AuditEntry.of(ACTOR, "member.added", sentence, "user", user, null);
  }

  /** Where the person comes in. */
  private record Place(TenantRef tenant, @Nullable UUID talent) {}
}

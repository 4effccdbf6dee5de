package social.greenroom.worker.admin;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import social.greenroom.core.access.Role;
import social.greenroom.worker.job.UsageException;

/**
 * Who is to be made.
 *
 * @param talent the slug of the one talent they see; needed for the roles talent and client
 * @param printed whether a password may be made and printed
 * @param patience how long tenant and talent are waited for, where they were applied just now
 */
record NewPerson(
    String tenant,
    String email,
    String name,
    Role role,
    Optional<String> talent,
    boolean printed,
    Duration patience) {
  private static final Set<String> OPTIONS =
      Set.of("--tenant", "--email", "--name", "--role", "--talent", "--password", "--wait");

  private static final Pattern WAIT = Pattern.compile("([0-9]{1,4})([sm])");

  static NewPerson parse(List<String> arguments) throws UsageException {
    var options = Options.parse(arguments, OPTIONS);
    var email = options.required("--email").strip();
    if (!email.matches("[^@\\s]+@[^@\\s]+")) {
      throw new UsageException(
          "The value of --email must be an e-mail address, not '%s'.".formatted(email));
    }
    var role = role(options.required("--role"));
    var talent = options.optional("--talent");
    if (role.boundToTalent() != talent.isPresent()) {
      throw new UsageException(
          role.boundToTalent()
              ? "The role %s sees one talent: name its slug with --talent."
                  .formatted(role.wireName())
              : "The role %s sees every talent: leave --talent out.".formatted(role.wireName()));
    }
    return new NewPerson(
        options.required("--tenant"),
        email,
        options.optional("--name").orElseGet(() -> email.substring(0, email.indexOf('@'))),
        role,
        talent,
        printed(options.optional("--password")),
        patience(options.optional("--wait")));
  }

  private static Duration patience(Optional<String> wait) throws UsageException {
    if (wait.isEmpty()) {
      return Duration.ZERO;
    }
    var matcher = WAIT.matcher(wait.get());
    if (!matcher.matches()) {
      throw new UsageException(
          "The value of --wait must be seconds or minutes, such as 90s or 5m, not '%s'."
              .formatted(wait.get()));
    }
    var amount = Long.parseLong(matcher.group(1));
    return matcher.group(2).equals("m") ? Duration.ofMinutes(amount) : Duration.ofSeconds(amount);
  }

  private static boolean printed(Optional<String> password) throws UsageException {
    if (password.isPresent() && !password.get().equals("print")) {
      throw new UsageException(
          "--password takes print alone: the arguments of a program are for all to see. Set GREENROOM_PERSON_PASSWORD.");
    }
    return password.isPresent();
  }

  private static Role role(String name) throws UsageException {
    try {
      return Role.of(name);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }
}

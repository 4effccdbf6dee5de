package social.greenroom.worker.admin;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import social.greenroom.store.migration.Migrations;
import social.greenroom.store.migration.RolePasswords;
import social.greenroom.worker.job.Environment;
import social.greenroom.worker.job.ExitCode;
import social.greenroom.worker.job.UsageException;

/**
 * {@code migrate}: gives Greenroom's roles their passwords and rights and brings the schema to this
 * version. It can be repeated, and run by several at once.
 */
final class MigrateCommand {
  private static final System.Logger LOG = System.getLogger(MigrateCommand.class.getName());

  private MigrateCommand() {}

  static ExitCode run(List<String> options, Environment environment) throws UsageException {
    if (!options.isEmpty()) {
      throw new UsageException("migrate takes no options; its settings are variables.");
    }
    var url = environment.required("GREENROOM_DB_URL");
    var admin = environment.required("GREENROOM_DB_ADMIN_USER");
    var adminPassword = environment.required("GREENROOM_DB_ADMIN_PASSWORD");
    var passwords =
        new RolePasswords(
            environment.required("GREENROOM_DB_OWNER_PASSWORD"),
            environment.required("GREENROOM_DB_APP_PASSWORD"),
            environment.required("GREENROOM_DB_LOOKUP_PASSWORD"),
            environment.required("GREENROOM_DB_PROVISIONER_PASSWORD"),
            environment.optional("GREENROOM_DB_POOL_PASSWORD").orElse(null));
    try {
      Migrations.bootstrap(url, admin, adminPassword, passwords);
      Migrations.migrate(url, passwords.owner());
    } catch (SQLException e) {
      LOG.log(Level.ERROR, "The login {0} can''t make the roles: {1}", admin, e.getMessage());
      return ExitCode.RETRY;
    } catch (FlywayException e) {
      LOG.log(Level.ERROR, "The schema can''t be brought up to date: {0}", e.getMessage());
      return ExitCode.RETRY;
    }
    LOG.log(Level.INFO, "Roles and schema are up to date.");
    return ExitCode.DONE;
  }
}

package social.greenroom.api.database;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means: the database answers. */
@Readiness
@Singleton
public final class DatabaseReadiness implements HealthCheck {
  private final ApiDatabases databases;

  DatabaseReadiness(ApiDatabases databases) {
    this.databases = databases;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("api-server database").status(databases.reachable()).build();
  }
}

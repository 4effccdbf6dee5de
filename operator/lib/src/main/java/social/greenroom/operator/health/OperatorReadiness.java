package social.greenroom.operator.health;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import social.greenroom.operator.database.OperatorDatabases;

/** Ready when the database answers; the controllers' own health is checked by the operator SDK. */
@Readiness
@ApplicationScoped
public class OperatorReadiness implements HealthCheck {
  private final OperatorDatabases databases;

  OperatorReadiness(OperatorDatabases databases) {
    this.databases = databases;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.builder()
        .name("operator database")
        .status(databases.reachable())
        .build();
  }
}

package social.greenroom.operator.tenant;

import static social.greenroom.crds.tenant.TenantConditions.DATABASE_READY;
import static social.greenroom.crds.tenant.TenantConditions.NAMESPACE_READY;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.greenroom.crds.condition.Conditions;
import social.greenroom.crds.tenant.Tenant;
import social.greenroom.crds.tenant.TenantStatus;
import social.greenroom.operator.status.Readiness;
import social.greenroom.operator.status.Verdict;
import social.greenroom.store.tenant.TenantRow;

/** What a tenant's status says. */
final class TenantProjection {
  private TenantProjection() {}

  static TenantStatus of(
      Tenant tenant, Verdict namespace, Verdict database, @Nullable TenantRow row, Instant now) {
    var before = Optional.ofNullable(tenant.getStatus());
    var generation = tenant.getMetadata().getGeneration();
    var conditions =
        new Conditions(before.map(TenantStatus::conditions).orElse(List.of()), generation, now);
    Readiness.write(
        conditions,
        Verdict.yes("Ready", "The tenant can work."),
        List.of(namespace, database, active(row)));
    namespace.write(conditions, NAMESPACE_READY);
    database.write(conditions, DATABASE_READY);
    return new TenantStatus(
        generation, row == null ? null : row.id().toString(), conditions.list());
  }

  private static Verdict active(@Nullable TenantRow row) {
    return row == null || row.active()
        ? Verdict.yes("Active", "The tenant is active.")
        : Verdict.no("Suspended", "The tenant is %s; nothing is sent.".formatted(row.status()));
  }
}

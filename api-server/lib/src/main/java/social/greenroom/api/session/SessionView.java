package social.greenroom.api.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.access.Caller;
import social.greenroom.api.access.SandboxConfig;
import social.greenroom.api.database.ApiDatabases;
import social.greenroom.api.talent.TalentRef;
import social.greenroom.store.database.TenantSession;

/** Tells a signed-in person who and where they are. */
@ApplicationScoped
class SessionView {
  private final ApiDatabases databases;
  private final SandboxConfig config;

  SessionView(ApiDatabases databases, SandboxConfig config) {
    this.databases = databases;
    this.config = config;
  }

  Session of(Caller caller) {
    return databases
        .tenants()
        .in(
            caller.tenantId(),
            session -> {
              var tenant = session.tenant().get();
              var talent = talent(session, caller.talentId());
              return new Session(
                  new User(caller.userId(), caller.email(), caller.displayName()),
                  new TenantRef(tenant.id(), tenant.name(), tenant.displayName()),
                  caller.role().wireName(),
                  talent,
                  caller.token().csrfToken(),
                  config.sandbox());
            });
  }

  private static @Nullable TalentRef talent(TenantSession session, @Nullable UUID id) {
    return id == null ? null : session.talents().find(id).map(TalentRef::of).orElse(null);
  }
}

package social.greenroom.store.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.greenroom.core.id.Ids;
import social.greenroom.store.database.Database;
import social.greenroom.store.database.DatabaseConfig;
import social.greenroom.store.database.DatabaseUnavailableException;
import social.greenroom.store.database.TenantLogin;
import social.greenroom.store.testing.SeededTenant;
import social.greenroom.store.testing.TestDatabase;

class ProvisionerIT {
  private TestDatabase database;
  private SeededTenant tenant;

  @BeforeEach
  void start() {
    database = TestDatabase.create();
    tenant = database.seedTenant("provisioned");
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void aLoginIsTheTenantsOwn() {
    var credentials = database.provisioner().createTenantLogin(tenant.id());
    assertThat(TenantLogin.tenantOf(credentials.user())).isEqualTo(tenant.id());
    assertThat(credentials.toString()).doesNotContain(credentials.password());
    assertThat(sees(credentials)).isEqualTo("provisioned");
  }

  @Test
  void madeAgainItHasANewPassword() {
    var first = database.provisioner().createTenantLogin(tenant.id());
    var second = database.provisioner().createTenantLogin(tenant.id());
    assertThat(second.user()).isEqualTo(first.user());
    assertThat(sees(second)).isEqualTo("provisioned");
    assertThatThrownBy(() -> sees(first)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void droppedItOpensNothing() {
    var credentials = database.provisioner().createTenantLogin(tenant.id());
    assertThat(database.provisioner().hasTenantLogin(tenant.id())).isTrue();
    database.provisioner().dropTenantLogin(tenant.id());
    database.provisioner().dropTenantLogin(tenant.id());
    assertThat(database.provisioner().hasTenantLogin(tenant.id())).isFalse();
    assertThatThrownBy(() -> sees(credentials)).isNotInstanceOf(DatabaseUnavailableException.class);
  }

  @Test
  void whatIsNoTenantsLoginIsRefused() {
    var config = DatabaseConfig.job(database.jdbcUrl(), "greenroom_app", "app-pw", 1);
    try (var opened = Database.open(config)) {
      assertThatThrownBy(opened::tenants)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("'greenroom_app' isn't a tenant's login.");
    }
    var id = Ids.next();
    assertThat(TenantLogin.tenantOf(TenantLogin.nameOf(id))).isEqualTo(id);
  }

  private String sees(TenantCredentials credentials) {
    var config =
        DatabaseConfig.job(database.jdbcUrl(), credentials.user(), credentials.password(), 1);
    try (var job = Database.open(config)) {
      return job.tenants().in(tenant.id(), session -> session.tenant().get()).name();
    }
  }
}

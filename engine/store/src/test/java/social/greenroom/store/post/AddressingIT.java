package social.greenroom.store.post;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import social.greenroom.core.network.PayloadCheck;
import social.greenroom.core.post.VariantState;
import social.greenroom.store.testing.SeededTenant;
import social.greenroom.store.testing.TestDatabase;

class AddressingIT {
  private static TestDatabase database;
  private SeededTenant tenant;

  @BeforeAll
  static void start() {
    database = TestDatabase.create();
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @BeforeEach
  void seed(TestInfo test) {
    tenant = database.seedTenant("a" + Integer.toHexString(test.getDisplayName().hashCode()));
  }

  @Test
  void whatOnlyLackedTheAccountWaitsForItsOwner() {
    var draft = blocked(PayloadCheck.NOT_CONNECTED);
    assertThat(address()).isEqualTo(1);
    var after = find(draft);
    assertThat(after.state()).isEqualTo(VariantState.AWAITING_APPROVAL);
    assertThat(after.content().accountRemoteId()).isEqualTo(tenant.remoteId());
    assertThat(after.content().text()).isEqualTo(draft.content().text());
    assertThat(after.blockedReason()).isNull();
    assertThat(address()).isZero();
  }

  @Test
  void whatIsWrongBesidesGoesOnBlocking() {
    var draft = blocked("Too long. " + PayloadCheck.NOT_CONNECTED);
    address();
    var after = find(draft);
    assertThat(after.state()).isEqualTo(VariantState.BLOCKED);
    assertThat(after.blockedReason()).isEqualTo("Too long.");
    assertThat(after.content().accountRemoteId()).isEqualTo(tenant.remoteId());
  }

  @Test
  void whatIsBlockedForOtherReasonsIsLeftAlone() {
    var draft = tenant.draft("meant for the account already");
    block(draft, "Never said.");
    assertThat(address()).isZero();
    assertThat(find(draft).version()).isEqualTo(2);
  }

  private VariantRow blocked(String reason) {
    var draft = tenant.draft(tenant.accountId(), "", "Hello");
    block(draft, reason);
    return draft;
  }

  private void block(VariantRow draft, String reason) {
    database.tenants().run(tenant.id(), s -> s.variants().block(draft.id(), reason, "test"));
  }

  private int address() {
    return database
        .tenants()
        .in(tenant.id(), s -> s.addressing().address(tenant.accountId(), tenant.remoteId()));
  }

  private VariantRow find(VariantRow variant) {
    return database.tenants().in(tenant.id(), s -> s.variants().find(variant.id()).orElseThrow());
  }
}

package social.greenroom.operator.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import social.greenroom.crds.reference.ResourceRef;
import social.greenroom.crds.request.PostRequestSpec;
import social.greenroom.crds.request.RequestSource;
import social.greenroom.operator.account.Accounts;

class RequestCheckTest {
  @Test
  void namedAccountsThatExistAreAccepted() {
    var check =
        new RequestCheck(spec("one"), List.of(Accounts.x("one", "1"), Accounts.x("two", "2")));
    assertThat(check.verdict().accepted()).isTrue();
    assertThat(check.accounts()).extracting(account -> account.name()).containsExactly("one");
  }

  @Test
  void anUnknownAccountIsNamed() {
    var verdict = new RequestCheck(spec("one", "ghost"), List.of(Accounts.x("one", "1"))).verdict();
    assertThat(verdict.accepted()).isFalse();
    assertThat(verdict.reason()).isEqualTo("UnknownAccount");
    assertThat(verdict.sentence()).contains("'ghost'");
    assertThat(verdict.forGood()).isFalse();
  }

  @Test
  void allMeansAllThatAreConnected() {
    var check = new RequestCheck(spec(), List.of(Accounts.x("one", "1"), Accounts.x("two", null)));
    assertThat(check.verdict().accepted()).isTrue();
    assertThat(check.accounts()).extracting(account -> account.name()).containsExactly("one");
  }

  @Test
  void aNamedAccountHasToBeConnected() {
    var verdict = new RequestCheck(spec("two"), List.of(Accounts.x("two", null))).verdict();
    assertThat(verdict.reason()).isEqualTo("NotConnected");
    assertThat(verdict.sentence()).contains("remoteId");
  }

  @Test
  void withoutAnyAccountItWaits() {
    assertThat(new RequestCheck(spec(), List.of()).verdict().reason()).isEqualTo("NoAccount");
  }

  private static PostRequestSpec spec(String... accounts) {
    return new PostRequestSpec(
        new ResourceRef("aurora"),
        RequestSource.GITOPS,
        "Hello.",
        Arrays.stream(accounts).map(ResourceRef::new).toList(),
        List.of(),
        null,
        null,
        List.of(),
        null);
  }
}

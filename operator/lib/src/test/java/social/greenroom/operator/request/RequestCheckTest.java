package social.greenroom.operator.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import social.greenroom.core.network.Channel;
import social.greenroom.core.network.Platform;
import social.greenroom.crds.reference.ResourceRef;
import social.greenroom.crds.request.PostKind;
import social.greenroom.crds.request.PostRequestSpec;
import social.greenroom.crds.request.RequestSource;
import social.greenroom.operator.account.Accounts;
import social.greenroom.store.account.AccountHealth;
import social.greenroom.store.account.AccountRow;

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

  @Test
  void aKindThatCantBeMadeYetIsRefusedPlainly() {
    var verdict =
        new RequestCheck(spec(List.of(PostKind.QUOTE_CARD)), List.of(Accounts.x("one", "1")))
            .verdict();
    assertThat(verdict.forGood()).isTrue();
    assertThat(verdict.sentence()).startsWith("postKinds: a quote card isn't offered yet");
  }

  @Test
  void aKindThatNoAccountTakesIsRefusedWithTheNetworksThatDo() {
    var verdict =
        new RequestCheck(spec(List.of(PostKind.FAQ_SNIPPET)), List.of(mastodon("two"))).verdict();
    assertThat(verdict.reason()).isEqualTo("KindNotTaken");
    assertThat(verdict.forGood()).isTrue();
    assertThat(verdict.sentence()).contains("LinkedIn, X");
  }

  @Test
  void ofAllAccountsThoseThatTakeTheKindAreMeant() {
    var check =
        new RequestCheck(
            spec(List.of(PostKind.FAQ_SNIPPET)), List.of(Accounts.x("one", "1"), mastodon("two")));
    assertThat(check.verdict().accepted()).isTrue();
    assertThat(check.accounts()).extracting(account -> account.name()).containsExactly("one");
  }

  @Test
  void aNamedAccountHasToTakeOneOfTheKinds() {
    var accounts = List.of(Accounts.x("one", "1"), mastodon("two"));
    var refused =
        new RequestCheck(spec(List.of(PostKind.FAQ_SNIPPET), "one", "two"), accounts).verdict();
    assertThat(refused.sentence()).contains("'two' (Mastodon) takes none of the postKinds");
    var either = List.of(PostKind.FAQ_SNIPPET, PostKind.HIGHLIGHTS);
    assertThat(new RequestCheck(spec(either, "one", "two"), accounts).verdict().accepted())
        .isTrue();
  }

  private static AccountRow mastodon(String name) {
    return Accounts.row(name, Platform.MASTODON, Channel.API, name, AccountHealth.OK);
  }

  private static PostRequestSpec spec(String... accounts) {
    return spec(List.of(), accounts);
  }

  private static PostRequestSpec spec(List<PostKind> kinds, String... accounts) {
    return new PostRequestSpec(
        new ResourceRef("aurora"),
        RequestSource.GITOPS,
        "Hello.",
        Arrays.stream(accounts).map(ResourceRef::new).toList(),
        kinds,
        null,
        null,
        List.of(),
        null);
  }
}

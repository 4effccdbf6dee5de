package social.greenroom.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoleTest {
  @Test
  void aViewerOnlySees() {
    assertThat(Role.VIEWER.permissions()).isEqualTo(Set.of(Permission.VIEW));
  }

  @Test
  void aClientChangesNoWords() {
    assertThat(Role.CLIENT.may(Permission.APPROVE)).isTrue();
    assertThat(Role.CLIENT.may(Permission.EDIT)).isFalse();
    assertThat(Role.CLIENT.may(Permission.REQUEST)).isFalse();
  }

  @Test
  void talentsAndClientsSeeOneTalent() {
    assertThat(Role.TALENT.boundToTalent()).isTrue();
    assertThat(Role.CLIENT.boundToTalent()).isTrue();
    assertThat(Role.OWNER.boundToTalent()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void everyRoleSeesAndComesBackFromItsName(Role role) {
    assertThat(role.may(Permission.VIEW)).isTrue();
    assertThat(Role.of(role.wireName())).isEqualTo(role);
  }

  @Test
  void namesTheRolesThereAre() {
    assertThatThrownBy(() -> Role.of("root"))
        .hasMessage(
            "Role 'root' isn't known; use one of owner, admin, editor, viewer, talent, client.");
  }
}

package social.greenroom.standalone.up;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.access.Role;
import social.greenroom.standalone.data.Endpoints.DemoUser;
import social.greenroom.standalone.data.Keys;
import social.greenroom.store.access.People;
import social.greenroom.store.database.TenantDatabase;
import social.greenroom.store.lookup.Lookup;
import social.greenroom.store.lookup.TenantRef;
import social.greenroom.store.talent.TalentRow;

/** The people of the example agencies: an operator each, and the owner of every talent. */
final class AgencyPeople {
  private final TenantDatabase tenants;
  private final Lookup lookup;
  private final People people;
  private final Keys keys;

  AgencyPeople(TenantDatabase tenants, Lookup lookup, Keys keys) {
    this.tenants = tenants;
    this.lookup = lookup;
    this.people = new People(lookup, tenants);
    this.keys = keys;
  }

  /** True when the operator has taken up that many talents. */
  boolean talentsAreThere(int expected) {
    return lookup.tenants().stream().mapToInt(tenant -> talents(tenant).size()).sum() >= expected;
  }

  List<DemoUser> make() {
    var users = new ArrayList<DemoUser>();
    for (var tenant : lookup.tenants()) {
      var operator = "operator@%s.example".formatted(tenant.name());
      users.add(member(tenant, operator, tenant.displayName(), Role.ADMIN, null));
      for (var talent : talents(tenant)) {
        var email = talent.ownerEmail();
        if (email != null) {
          users.add(member(tenant, email, talent.displayName(), Role.TALENT, talent));
        }
      }
    }
    return List.copyOf(users);
  }

  private DemoUser member(
      TenantRef tenant, String email, String name, Role role, @Nullable TalentRow talent) {
    var password = keys.readablePassword(email);
    people.put(tenant.id(), email, name, password, role, talent == null ? null : talent.id());
    return new DemoUser(email, password, role.wireName(), talent == null ? null : talent.slug());
  }

  private List<TalentRow> talents(TenantRef tenant) {
    return tenants.in(tenant.id(), session -> session.talents().list());
  }
}

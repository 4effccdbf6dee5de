package social.greenroom.store.database;

import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The name of a tenant's database login. The database reads the tenant from it (function {@code
 * greenroom.current_tenant}), so the form is part of the isolation between tenants.
 */
public final class TenantLogin {
  private static final Pattern NAME = Pattern.compile("greenroom_t_([0-9a-f]{32})");

  private TenantLogin() {}

  public static String nameOf(UUID tenantId) {
    var hex = HexFormat.of();
    return "greenroom_t_"
        + hex.toHexDigits(tenantId.getMostSignificantBits())
        + hex.toHexDigits(tenantId.getLeastSignificantBits());
  }

  /**
   * The tenant of that login.
   *
   * @throws IllegalArgumentException if it isn't a tenant's login
   */
  public static UUID tenantOf(String name) {
    var match = NAME.matcher(name);
    if (!match.matches()) {
      throw new IllegalArgumentException("'%s' isn't a tenant's login.".formatted(name));
    }
    var digits = match.group(1);
    return new UUID(
        Long.parseUnsignedLong(digits.substring(0, 16), 16),
        Long.parseUnsignedLong(digits.substring(16), 16));
  }
}

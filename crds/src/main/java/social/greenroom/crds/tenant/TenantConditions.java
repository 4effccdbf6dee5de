package social.greenroom.crds.tenant;

/** The conditions of a tenant, beside the standard ones. */
public final class TenantConditions {
  private TenantConditions() {}

  /** True when the namespace exists and carries the opt-in label with this tenant's name. */
  public static final String NAMESPACE_READY = "NamespaceReady";

  /** True when the tenant's row, its data key, its Jobs' login and their Secret are there. */
  public static final String DATABASE_READY = "DatabaseReady";
}

package social.greenroom.store.database;

/** Like {@link TenantWork}, without a result. */
@FunctionalInterface
public interface TenantAct<X extends Exception> {
  void in(TenantSession session) throws X;
}

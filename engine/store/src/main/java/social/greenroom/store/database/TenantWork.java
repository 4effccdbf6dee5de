package social.greenroom.store.database;

import org.jspecify.annotations.Nullable;

/** Work done in one transaction for one tenant. It makes no network and no model call. */
@FunctionalInterface
public interface TenantWork<T extends @Nullable Object, X extends Exception> {
  T in(TenantSession session) throws X;
}

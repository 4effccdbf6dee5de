package social.greenroom.operator.log;

import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.MDC;

/** Has the lines of some work name what it is about, as fields of a structured log. */
public final class LogFields {
  private LogFields() {}

  /** Lines of this work name the tenant. */
  public static void ofTenant(UUID tenantId, Runnable work) {
    with("tenant", tenantId, work);
  }

  /** Lines of this work name the tenant. */
  public static <T> T ofTenant(UUID tenantId, Supplier<T> work) {
    MDC.put("tenant", tenantId.toString());
    try {
      return work.get();
    } finally {
      MDC.remove("tenant");
    }
  }

  /** Lines of this work name the dispatch. */
  public static void ofDispatch(UUID dispatchId, Runnable work) {
    with("dispatch", dispatchId, work);
  }

  /** Lines of this thread name the request, until it is done with it. */
  public static <T> T ofRequest(UUID requestId, Supplier<T> work) {
    MDC.put("request", requestId.toString());
    try {
      return work.get();
    } finally {
      MDC.remove("request");
    }
  }

  private static void with(String field, UUID id, Runnable work) {
    MDC.put(field, id.toString());
    try {
      work.run();
    } finally {
      MDC.remove(field);
    }
  }
}

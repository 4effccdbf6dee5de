package social.greenroom.standalone.kube.storage;

/** Ends the telling. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {
  @Override
  void close();
}

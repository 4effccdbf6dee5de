package social.greenroom.standalone.kube.storage;

/** Told of every change in order, on the writer's thread: it hands over and returns. */
@FunctionalInterface
public interface ChangeListener {
  void changed(Change change);
}

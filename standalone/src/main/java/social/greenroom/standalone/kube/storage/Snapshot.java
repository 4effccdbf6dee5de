package social.greenroom.standalone.kube.storage;

import java.util.List;

/** Objects as they were at one version of the whole store. */
public record Snapshot(long version, List<StoredObject> objects) {}

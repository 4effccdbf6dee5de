package social.greenroom.operator.job;

import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a Job, whose own file system can't be written to, reads and writes.
 *
 * @param mediaClaim the claim onto the media, in the tenant's namespace
 * @param mediaDir where it is mounted
 */
record JobVolumes(Optional<String> mediaClaim, String mediaDir) {
  private static final String TMP = "tmp";
  private static final String MEDIA = "media";

  List<Volume> volumes() {
    var volumes = new ArrayList<Volume>();
    volumes.add(new VolumeBuilder().withName(TMP).withNewEmptyDir().endEmptyDir().build());
    mediaClaim.ifPresent(
        claim ->
            volumes.add(
                new VolumeBuilder()
                    .withName(MEDIA)
                    .withNewPersistentVolumeClaim(claim, false)
                    .build()));
    return List.copyOf(volumes);
  }

  List<VolumeMount> mounts() {
    var mounts = new ArrayList<VolumeMount>();
    mounts.add(new VolumeMountBuilder().withName(TMP).withMountPath("/tmp").build());
    if (mediaClaim.isPresent()) {
      mounts.add(new VolumeMountBuilder().withName(MEDIA).withMountPath(mediaDir).build());
    }
    return List.copyOf(mounts);
  }
}

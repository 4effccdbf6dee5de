package social.greenroom.standalone.up;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What {@code ./greenroom up} was told.
 *
 * @param webPort the page's port; 0 for any free one, as for the other ports
 * @param examples the folder whose YAML is applied on the first run
 * @param reset whether what earlier runs kept is deleted first
 * @param split whether each program and Job is a process of its own
 * @param onlyKubernetes whether nothing but PostgreSQL and the Kubernetes API is started
 */
public record UpOptions(
    Path data,
    int webPort,
    int kubernetesPort,
    int sandboxPort,
    Optional<Path> examples,
    boolean reset,
    boolean split,
    boolean onlyKubernetes) {}

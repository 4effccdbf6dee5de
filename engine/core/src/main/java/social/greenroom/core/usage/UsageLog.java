package social.greenroom.core.usage;

/** The port through which usage is written down, one line per call of a model. */
@FunctionalInterface
public interface UsageLog {
  void record(Usage usage);
}

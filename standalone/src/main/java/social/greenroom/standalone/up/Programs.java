package social.greenroom.standalone.up;

/** The running operator and API server. */
interface Programs extends AutoCloseable {
  /** Stops them, and returns when they have stopped. */
  @Override
  void close();
}

package social.greenroom.benchmarks;

/**
 * A signal to one process.
 *
 * @param afterMillis from the moment the run's posts are approved
 * @param heldMillis how long a stopped one sleeps; 0 for one that is killed
 */
record Strike(Victim victim, int afterMillis, int heldMillis) {
  /** What is struck; of several of a kind, one. */
  enum Victim {
    WORKER,
    OPERATOR,
    API_SERVER,
    /**
     * One of the server's processes that serve a connection. Killed: PostgreSQL then ends all of
     * them and recovers. Stopped: its client, and who waits for its locks, wait.
     */
    POSTGRES
  }

  boolean kills() {
    return heldMillis == 0;
  }
}

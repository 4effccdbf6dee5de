package social.greenroom.worker.settle;

/**
 * What keeps a post from going out twice, each to be taken away once so that the model is seen to
 * find what follows.
 */
enum Guard {
  /** The attempt is committed before the network is called. */
  WRITTEN_BEFORE_SENT,
  /** No attempt is begun while an earlier one may have gone out. */
  ONE_IN_DOUBT,
  /** A claim that another has taken begins nothing and moves nothing. */
  FENCE,
  /** Absence proves nothing while the sender may be alive. */
  PROOF_OF_DEATH,
  /** Absence proves nothing before the network has settled. */
  SETTLING_TIME,
  /** What may have gone out is looked for before it is sent again. */
  READING,
  /** A verdict is about the attempt that was looked at. */
  SAME_ATTEMPT,
  /** What follows waits until the one that it answers is known to be out. */
  TURN,
  /** The approval is looked at again as the attempt is begun. */
  APPROVAL
}

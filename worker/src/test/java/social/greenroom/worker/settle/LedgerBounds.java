package social.greenroom.worker.settle;

/**
 * How far the model goes.
 *
 * @param lives processes, of which two live at a time
 * @param claims claims and takeovers together
 * @param attempts at the network
 * @param ticks of the clock
 */
record LedgerBounds(int lives, int claims, int attempts, int ticks) {}

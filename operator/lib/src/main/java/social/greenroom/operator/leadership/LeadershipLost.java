package social.greenroom.operator.leadership;

/**
 * A CDI event: this operator ends in order, and begins nothing more. Who observes it returns when
 * its work has ended, since another operator may begin at once.
 */
public record LeadershipLost() {}

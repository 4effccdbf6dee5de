package social.greenroom.operator.leadership;

/** A CDI event: from now on this operator works. Fired at most once in a process. */
public record LeadershipGained() {}

package social.greenroom.store.overview;

/** The numbers of the first page. */
public record OverviewCounts(
    int waiting,
    int goingOut,
    int published,
    int failed,
    int unknown,
    int blocked,
    int accountsNeedingCare) {}

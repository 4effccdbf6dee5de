package social.greenroom.store.talent;

/** What came of declaring a talent. */
public sealed interface TalentUpsert {
  /** It stands as declared. */
  record Stored(TalentRow talent) implements TalentUpsert {}

  /** The slug is another talent's, in this tenant or elsewhere. */
  record SlugTaken(String slug) implements TalentUpsert {}

  /** A talent of that name exists with another slug, which it keeps. */
  record SlugFixed(TalentRow talent) implements TalentUpsert {}
}

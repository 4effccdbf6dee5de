package social.greenroom.api.overview;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import social.greenroom.api.activity.Subject;
import social.greenroom.api.talent.TalentRef;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.overview.CareItem;
import social.greenroom.store.talent.TalentRow;

/** Shows what needs care, the urgent first. */
record CareView(TenantSession session) {
  List<Care> of(List<CareItem> items) {
    var talents =
        session.talents().all().stream()
            .collect(Collectors.toMap(TalentRow::id, Function.identity()));
    return items.stream()
        .sorted(Comparator.comparing(CareItem::urgent).reversed())
        .map(item -> show(item, talents))
        .toList();
  }

  private static Care show(CareItem item, Map<UUID, TalentRow> talents) {
    var talent = item.talentId() == null ? null : talents.get(item.talentId());
    return new Care(
        item.kind(),
        item.urgent() ? "red" : "amber",
        CareSentence.of(item),
        new Subject(item.subjectKind(), item.subjectId().toString()),
        talent == null ? null : TalentRef.of(talent));
  }
}

package social.greenroom.store.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;
import social.greenroom.core.post.Origin;

/** Requests and intake seen as one list. */
final class RequestSummaries {
  private static final String ALL =
      """
      select * from (
        select r.id, r.name, r.talent_id, r.source, r.prompt, r.stage, r.message, r.created_at,
          (select p.id from greenroom.post p where p.tenant_id = r.tenant_id and p.request_id = r.id) as post_id,
          array(select a.account_id from greenroom.request_account a
            where a.tenant_id = r.tenant_id and a.request_id = r.id order by a.account_id) as account_ids
        from greenroom.request r where r.tenant_id = :tenantId
        union all
        select i.id, i.request_name, i.talent_id, i.source, coalesce(i.spec ->> 'text', ''),
          case when i.state = 'refused' then 'failed' else 'received' end, i.message, i.created_at, null,
          array(select cast(jsonb_array_elements_text(coalesce(i.spec -> 'accountIds', '[]')) as uuid))
        from greenroom.intake i where i.tenant_id = :tenantId
          and not exists (
            select from greenroom.request r where r.tenant_id = i.tenant_id and r.id = i.id)
      ) as asked
      """;
  static final String LIST =
      ALL
          + """
          where (cast(:talentId as uuid) is null or talent_id = :talentId)
            and (cast(:fromAt as timestamptz) is null or (created_at, id) < (:fromAt, cast(:fromId as uuid)))
          order by created_at desc, id desc limit :limit
          """;
  static final String ONE = ALL + " where id = :id";

  private RequestSummaries() {}

  static RequestSummary read(ResultSet row, StatementContext context) throws SQLException {
    return new RequestSummary(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getObject("talent_id", UUID.class),
        Origin.of(row.getString("source")),
        row.getString("prompt"),
        accounts(row),
        Stage.valueOf(row.getString("stage").toUpperCase(Locale.ROOT)),
        row.getString("message"),
        row.getObject("post_id", UUID.class),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private static List<UUID> accounts(ResultSet row) throws SQLException {
    return Arrays.stream((UUID[]) row.getArray("account_ids").getArray()).toList();
  }
}

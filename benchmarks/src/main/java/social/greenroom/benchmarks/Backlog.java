package social.greenroom.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import social.greenroom.core.post.CanonicalPayload;
import social.greenroom.standalone.data.Keys;

/**
 * Many posts, written straight into a running Greenroom's tables, as if they had come about over
 * the years: no trigger runs, so what is measured afterwards isn't what wrote them.
 */
final class Backlog {
  private final Jdbi superuser;
  private final UUID tenant;

  private Backlog(Jdbi superuser, UUID tenant) {
    this.superuser = superuser;
    this.tenant = tenant;
  }

  /** Of the Greenroom that keeps its data there. */
  static Backlog of(Path data, UUID tenant) throws IOException {
    var port = Files.readAllLines(data.resolve("postgres/data/postmaster.pid")).get(3).strip();
    var url = "jdbc:postgresql://127.0.0.1:%s/greenroom".formatted(port);
    var password = Keys.in(data.resolve("keys")).password("postgres");
    return new Backlog(Jdbi.create(url, "postgres", password), tenant);
  }

  /** Posts that went out in the last two years, spread over the accounts, with their ledger. */
  void published(int posts) {
    write(
        posts,
        "published",
        "now() - interval '1 day' - (n %% %d) * interval '730 days' / %d".formatted(posts, posts));
  }

  /** Approved posts that are to go out in the next year, none of them in the coming days. */
  void scheduled(int posts) {
    write(
        posts,
        "approved",
        "now() + interval '10 days' + (n %% %d) * interval '360 days' / %d"
            .formatted(posts, posts));
  }

  private void write(int posts, String state, String at) {
    superuser.useHandle(
        handle -> {
          handle.execute("set session_replication_role = replica");
          handle.execute("set synchronous_commit = off");
          handle.execute(
              """
              create temp table backlog as
              select uuidv7() as id, uuidv7() as post, a.id as account, a.talent_id as talent, a.remote_id as remote,
                t.owner_user_id as owner, %s as at,
                '{"account":"' || a.remote_id || '","media":[],"options":{},"platform":"mastodon","text":"What the lake taught on day '
                  || n || ' of the years","thread":[],"v":1}' as payload
              from generate_series(1, %d) n
              join (select row_number() over (order by id) - 1 as place, count(*) over () as of, x.*
                    from greenroom.account x where x.tenant_id = '%s') a on a.place = n %% a.of
              join greenroom.talent t on t.tenant_id = a.tenant_id and t.id = a.talent_id
              """
                  .formatted(at, posts, tenant));
          // Written here, it has to be what Greenroom would have written.
          CanonicalPayload.read(
              handle.select("select payload from backlog limit 1").mapTo(String.class).one());
          fill(handle, state);
          handle.execute("drop table backlog");
        });
    superuser.useHandle(handle -> handle.execute("vacuum analyze"));
  }

  private void fill(Handle handle, String state) {
    handle.execute(
        """
        insert into greenroom.post (tenant_id, id, talent_id, origin, title, idea, created_at)
        select '%s', post, talent, 'portal', 'Of the years', 'Of the years', at from backlog
        """
            .formatted(tenant));
    handle.execute(
        """
        insert into greenroom.variant (tenant_id, id, post_id, account_id, talent_id, state, version, payload,
          content_hash, publish_at, changed_by, published_at, remote_id, created_at, updated_at)
        select '%1$s', id, post, account, talent, '%2$s', 5, payload, encode(sha256(convert_to(payload, 'UTF8')), 'hex'),
          at, 'bench', case when '%2$s' = 'published' then at end, case when '%2$s' = 'published' then id::text end,
          least(at, now()), least(at, now())
        from backlog
        """
            .formatted(tenant, state));
    handle.execute(
        """
        insert into greenroom.approval (tenant_id, id, variant_id, account_id, content_hash, account_remote_id, user_id,
          approved_by, basis, approved_at)
        select '%s', uuidv7(), id, account, encode(sha256(convert_to(payload, 'UTF8')), 'hex'), remote, owner, 'Bench',
          'owner', least(at, now())
        from backlog
        """
            .formatted(tenant));
    if (state.equals("published")) {
      handle.execute(
          """
          insert into greenroom.attempt (tenant_id, id, variant_id, account_id, number, fence, worker, content_hash,
            idempotency_key, started_at, finished_at, outcome, remote_id)
          select '%s', uuidv7(), id, account, 1, 1, 'bench', encode(sha256(convert_to(payload, 'UTF8')), 'hex'),
            id::text, at, at, 'published', id::text
          from backlog
          """
              .formatted(tenant));
    }
  }
}

package social.greenroom.store.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import social.greenroom.store.testing.TestDatabase;

/** Walks the catalogue, so that a table made tomorrow is held to the same rules. */
class CatalogueIT {
  /**
   * Tables of nobody's rows: people and processes belong to no tenant, transitions are constant.
   */
  private static final List<String> GLOBAL =
      List.of(
          "app_user",
          "sender",
          "variant_transition",
          "follow_up_transition",
          "flyway_schema_history");

  private static TestDatabase database;

  @BeforeAll
  static void start() {
    database = TestDatabase.create();
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @Test
  void everyTableBelongsToATenantOrIsKnownNotTo() throws SQLException {
    assertThat(
            query(
                """
                select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'greenroom' and c.relkind in ('r', 'p', 'f') and c.relname <> 'tenant'
                  and not exists (
                    select from pg_attribute a
                    where a.attrelid = c.oid and a.attname = 'tenant_id' and a.attnotnull)
                """))
        .containsExactlyInAnyOrderElementsOf(GLOBAL);
  }

  @Test
  void everyTenantTableForcesRowSecurity() throws SQLException {
    assertThat(
            query(
                """
                select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'greenroom' and c.relkind in ('r', 'p')
                  and (c.relname in ('tenant', 'app_user') or exists (
                    select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id'))
                  and not (c.relrowsecurity and c.relforcerowsecurity)
                """))
        .isEmpty();
  }

  @Test
  void everyViewHasTheRightsOfWhoAsks() throws SQLException {
    assertThat(
            query(
                """
                select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'greenroom' and (c.relkind = 'm'
                  or (c.relkind = 'v' and not coalesce(c.reloptions, '{}') @> array['security_invoker=true']))
                """))
        .isEmpty();
  }

  @Test
  void everyPolicyForProgramsAndJobsComparesTheTenant() throws SQLException {
    assertThat(
            query(
                """
                select tablename || '.' || policyname from pg_policies
                where schemaname = 'greenroom' and roles && array['greenroom_app', 'greenroom_job', 'public']::name[]
                  and tablename <> 'app_user'
                  and (qual is null or with_check is null
                    or qual !~ '^\\((tenant_id|id) = \\( SELECT greenroom\\.current_tenant\\(\\) AS current_tenant\\)\\)$'
                    or with_check <> qual)
                """))
        .isEmpty();
    assertThat(
            query(
                """
                select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
                where n.nspname = 'greenroom' and c.relkind in ('r', 'p') and c.relname <> 'session'
                  and not exists (select from pg_policies p
                    where p.schemaname = 'greenroom' and p.tablename = c.relname and p.policyname = 'own_tenant')
                """))
        .isEmpty();
  }

  @Test
  void everyReferenceBetweenTenantTablesCarriesTheTenant() throws SQLException {
    assertThat(
            query(
                """
                select k.conrelid::regclass || ' ' || k.conname from pg_constraint k
                join pg_class f on f.oid = k.confrelid join pg_namespace n on n.oid = f.relnamespace
                where k.contype = 'f' and n.nspname = 'greenroom' and f.relname not in ('tenant', 'app_user')
                  and not exists (
                    select from unnest(k.conkey, k.confkey) as pair(here, there)
                    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.here
                    join pg_attribute b on b.attrelid = k.confrelid and b.attnum = pair.there
                    where a.attname = 'tenant_id' and b.attname = 'tenant_id')
                """))
        .isEmpty();
  }

  @Test
  void everyPrimaryKeyOfATenantTableBeginsWithTheTenant() throws SQLException {
    assertThat(
            query(
                """
                select c.relname from pg_constraint k join pg_class c on c.oid = k.conrelid
                join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute t on t.attrelid = c.oid and t.attname = 'tenant_id'
                where n.nspname = 'greenroom' and k.contype = 'p' and c.relname <> 'session'
                  and k.conkey[1] <> t.attnum
                """))
        .isEmpty();
  }

  @Test
  void noTextIsWithoutABound() throws SQLException {
    assertThat(
            query(
                """
                select c.relname || '.' || a.attname from pg_attribute a
                join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'greenroom' and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
                  and c.relname <> 'flyway_schema_history'
                  and a.atttypid in ('text'::regtype, 'varchar'::regtype, 'jsonb'::regtype, 'json'::regtype)
                """))
        .isEmpty();
  }

  @Test
  void nobodyButTheRolesMayDoAnything() throws SQLException {
    assertThat(
            query(
                """
                select table_name || ' ' || privilege_type from information_schema.table_privileges
                where table_schema = 'greenroom' and grantee = 'PUBLIC'
                union all
                select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                where n.nspname = 'greenroom' and (p.proacl is null or has_function_privilege('public', p.oid, 'execute'))
                union all
                select 'connect' where has_database_privilege('public', current_database(), 'connect')
                union all
                select 'temp' where has_database_privilege('public', current_database(), 'temp')
                union all
                select 'schema' where has_schema_privilege('public', 'greenroom', 'usage')
                union all
                select 'public' where has_schema_privilege('public', 'public', 'create')
                """))
        .isEmpty();
  }

  @Test
  void noFunctionRunsWithAnotherRolesRights() throws SQLException {
    assertThat(
            query(
                """
                select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                where n.nspname = 'greenroom' and p.prosecdef
                """))
        .isEmpty();
  }

  @Test
  void noRoleOfOursCanPassRowSecurity() throws SQLException {
    database.provisioner().createTenantLogin(database.seedTenant("rolewalk").id());
    assertThat(
            query(
                """
                select rolname from pg_roles where rolname like 'greenroom%'
                  and (rolsuper or rolbypassrls or rolreplication or rolcreatedb
                    or (rolcreaterole and rolname <> 'greenroom_provisioner'))
                """))
        .isEmpty();
  }

  @Test
  void jobsHaveNoRightToPeopleSessionsKeysOrConsent() throws SQLException {
    var granted = new ArrayList<String>();
    for (var table : List.of("app_user", "membership", "session", "tenant_key", "intake")) {
      granted.addAll(grantsOfJob(table, "'SELECT', 'INSERT', 'UPDATE', 'DELETE'"));
    }
    for (var table :
        List.of("approval", "standing_approval", "own_cap", "tenant", "talent", "stop")) {
      granted.addAll(grantsOfJob(table, "'INSERT', 'UPDATE', 'DELETE'"));
    }
    assertThat(granted).isEmpty();
  }

  /** A check that is wanted is a note to a Job, and gone when it was made. */
  @Test
  void nothingButMembershipsSessionsAndWantedChecksIsEverDeleted() throws SQLException {
    assertThat(
            query(
                """
                select distinct table_name from information_schema.table_privileges
                where table_schema = 'greenroom' and privilege_type in ('DELETE', 'TRUNCATE')
                  and grantee <> 'greenroom_owner'
                """))
        .containsExactlyInAnyOrder("membership", "session", "account_check");
  }

  private static List<String> grantsOfJob(String table, String kinds) throws SQLException {
    return query(
        """
        select table_name || '.' || column_name || ' ' || privilege_type from information_schema.column_privileges
        where table_schema = 'greenroom' and grantee = 'greenroom_job' and table_name = '%s'
          and privilege_type in (%s)
        """
            .formatted(table, kinds));
  }

  private static List<String> query(String sql) throws SQLException {
    var found = new ArrayList<String>();
    try (var connection = database.superuser().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }
}

package social.greenroom.store.migration;

/** The statement that makes the roles and closes the database to everybody else. */
final class Roles {
  static final String SQL =
      """
      do $$
      declare
        role text;
        is_superuser boolean;
      begin
        foreach role in array array['greenroom_owner', 'greenroom_app', 'greenroom_lookup',
            'greenroom_provisioner', 'greenroom_job', 'greenroom_t_pool'] loop
          if not exists (select from pg_catalog.pg_roles where rolname = role) then
            execute format('create role %I', role);
          end if;
        end loop;

        -- Only a superuser may even say "nosuperuser", so it is said only where something has to be taken away.
        for role in select rolname from pg_catalog.pg_roles
            where rolname in ('greenroom_owner', 'greenroom_app', 'greenroom_lookup', 'greenroom_provisioner',
                'greenroom_job', 'greenroom_t_pool')
              and (rolsuper or rolcreatedb or rolreplication or rolbypassrls) loop
          execute format('alter role %I nosuperuser nocreatedb noreplication nobypassrls', role);
        end loop;
        alter role greenroom_owner login nocreaterole;
        alter role greenroom_app login nocreaterole;
        alter role greenroom_lookup login nocreaterole;
        alter role greenroom_provisioner login createrole;
        alter role greenroom_job nologin nocreaterole;
        -- The pool's login; it may come in once it has a password.
        alter role greenroom_t_pool login nocreaterole inherit;
        grant greenroom_job to greenroom_t_pool;

        -- From PostgreSQL 16 a role that makes roles hands out only what it may administer; it neither has
        -- the group's rights itself nor may become it.
        if current_setting('server_version_num')::integer >= 160000 then
          execute 'grant greenroom_job to greenroom_provisioner with admin option';
          execute 'grant greenroom_job to greenroom_provisioner with inherit false';
          execute 'grant greenroom_job to greenroom_provisioner with set false';
        else
          execute 'grant greenroom_job to greenroom_provisioner with admin option';
          execute 'alter role greenroom_provisioner noinherit';
        end if;

        -- A transaction that waits on a network or a model is a defect; it doesn't hold its locks for long.
        execute 'alter role greenroom_app set idle_in_transaction_session_timeout = ''60s''';
        execute 'alter role greenroom_app set statement_timeout = ''30s''';
        execute 'alter role greenroom_lookup set idle_in_transaction_session_timeout = ''60s''';
        execute 'alter role greenroom_lookup set statement_timeout = ''30s''';
        execute 'alter role greenroom_t_pool set idle_in_transaction_session_timeout = ''60s''';
        execute 'alter role greenroom_t_pool set statement_timeout = ''30s''';

        execute format('revoke all on database %I from public', current_database());
        execute format(
          'grant connect on database %I to greenroom_owner, greenroom_app, greenroom_lookup, greenroom_provisioner, greenroom_job, greenroom_t_pool',
          current_database());
        execute 'revoke all on schema public from public';
        -- Who isn't a superuser gives a schema away only to a role whose member it is: for this moment.
        is_superuser := (select rolsuper from pg_catalog.pg_roles where rolname = current_user);
        if not is_superuser then
          execute format('grant greenroom_owner to %I', current_user);
        end if;
        execute 'create schema if not exists greenroom authorization greenroom_owner';
        execute 'revoke all on schema greenroom from public';
        execute 'grant usage on schema greenroom to greenroom_app, greenroom_lookup, greenroom_job, greenroom_t_pool';
        if not is_superuser then
          execute format('revoke greenroom_owner from %I', current_user);
        end if;
      end $$
      """;

  private Roles() {}
}

-- The program works as a role that cannot change the audit log. Migrations run
-- as the owner, who grants here and by default for tables to come.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'tenantry') THEN
    CREATE ROLE "tenantry" NOLOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL; -- another database of this server did it at the same moment
END
$$;

GRANT USAGE ON SCHEMA public TO "tenantry";
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO "tenantry";
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO "tenantry";
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO "tenantry";
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO "tenantry";

REVOKE UPDATE, DELETE, TRUNCATE ON "audit_events" FROM "tenantry";
REVOKE INSERT, UPDATE, DELETE ON "schema_migrations" FROM "tenantry";

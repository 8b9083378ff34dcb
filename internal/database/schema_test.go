package database_test

import (
	"context"
	"database/sql"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	atlas "ariga.io/atlas/sql/migrate"
	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
	"entgo.io/ent/dialect/sql/schema"
	"entgo.io/ent/schema/field"

	"tenantry/ent/db/migrate"
	"tenantry/internal/database"
	"tenantry/internal/dbtest"
)

// globals are the tables that belong to no reseller, and why that is right.
var globals = map[string]string{
	"login_directories":  "leads from an address to a reseller",
	"sign_in_throttles":  "counts before anybody is known",
	"sign_in_challenges": "a passkey is asked for before anybody is known",
	"branding_hosts":     "leads from a host to a reseller",
	"resellers":          "is the tenant",
	"schema_migrations":  "belongs to the installation",
}

func openOwner(t *testing.T) *sql.DB {
	t.Helper()
	owner, _ := dbtest.URLs(t)
	d, err := sql.Open("postgres", owner)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	return d
}

// lines reads rows of one text.
func lines(t *testing.T, d *sql.DB, query string, args ...any) []string {
	t.Helper()
	rows, err := d.QueryContext(t.Context(), query, args...)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	defer rows.Close()
	var all []string
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			t.Fatal(err)
		}
		all = append(all, s)
	}
	return all
}

// lint lists what breaks the rules that let the database be sharded by
// reseller. River's tables stay on one node and keep rules of their own.
func lint(t *testing.T, d *sql.DB) []string {
	t.Helper()
	const ours = `c.relnamespace = 'public'::regnamespace AND c.relname NOT LIKE 'river%'`
	var faults []string
	add := func(fault string, found []string) {
		for _, f := range found {
			faults = append(faults, fault+": "+f)
		}
	}
	for _, table := range lines(t, d, `SELECT c.relname FROM pg_class c WHERE `+ours+` AND c.relkind IN ('r', 'p') AND NOT EXISTS (
		SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'reseller_id' AND NOT a.attisdropped)`) {
		if globals[table] == "" {
			faults = append(faults, "a table without reseller_id: "+table)
		}
	}
	add("reseller_id may be null or is no uuid", lines(t, d, `SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
		WHERE `+ours+` AND c.relkind IN ('r', 'p') AND a.attname = 'reseller_id' AND (NOT a.attnotnull OR a.atttypid <> 'uuid'::regtype)`))
	add("ownership may be null", lines(t, d, `SELECT c.relname || '.' || a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
		WHERE `+ours+` AND c.relkind IN ('r', 'p') AND a.attname IN ('account_id', 'organization_id') AND NOT a.attnotnull`))
	add("the primary key does not lead with reseller_id and end with id", lines(t, d, `
		SELECT t.relname FROM pg_class t JOIN pg_attribute ra ON ra.attrelid = t.oid AND ra.attname = 'reseller_id'
		JOIN pg_class c ON c.oid = t.oid
		WHERE `+ours+` AND t.relkind IN ('r', 'p') AND NOT EXISTS (SELECT FROM pg_index i
			JOIN pg_attribute ida ON ida.attrelid = t.oid AND ida.attname = 'id'
			WHERE i.indrelid = t.oid AND i.indisprimary AND i.indkey[0] = ra.attnum AND i.indkey[i.indnkeyatts - 1] = ida.attnum AND i.indnkeyatts > 1)`))
	add("a unique index does not lead with reseller_id", lines(t, d, `
		SELECT ic.relname FROM pg_index i JOIN pg_class ic ON ic.oid = i.indexrelid JOIN pg_class c ON c.oid = i.indrelid
		JOIN pg_attribute ra ON ra.attrelid = c.oid AND ra.attname = 'reseller_id'
		WHERE `+ours+` AND i.indisunique AND i.indkey[0] <> ra.attnum`))
	add("a list's index does not lead with reseller_id", lines(t, d, `
		SELECT ic.relname FROM pg_index i JOIN pg_class ic ON ic.oid = i.indexrelid JOIN pg_class c ON c.oid = i.indrelid
		JOIN pg_am am ON am.oid = ic.relam JOIN pg_attribute ra ON ra.attrelid = c.oid AND ra.attname = 'reseller_id'
		WHERE `+ours+` AND am.amname = 'btree' AND i.indkey[0] <> ra.attnum`))
	add("a foreign key is not led by reseller_id on both sides", lines(t, d, `
		SELECT k.conname FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
		LEFT JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
		LEFT JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = k.confkey[1]
		WHERE `+ours+` AND k.contype = 'f' AND NOT (a.attname = 'reseller_id' AND (
			b.attname = 'reseller_id' AND cardinality(k.conkey) > 1
			OR k.confrelid = 'resellers'::regclass AND b.attname = 'id' AND cardinality(k.conkey) = 1))`))
	add("a foreign key is neither RESTRICT nor CASCADE", lines(t, d, `
		SELECT k.conname FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
		WHERE `+ours+` AND k.contype = 'f' AND (k.confdeltype NOT IN ('r', 'c') OR k.confupdtype NOT IN ('a', 'r') OR NOT k.convalidated)`))
	add("a tenant table is not tied to its reseller", lines(t, d, `
		SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'reseller_id'
		WHERE `+ours+` AND c.relkind IN ('r', 'p') AND c.relname NOT LIKE 'usage\_records%' -- whose sums are
		AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'f' AND k.confrelid = 'resellers'::regclass)`))
	add("a sequence", lines(t, d, `SELECT c.relname FROM pg_class c WHERE `+ours+` AND c.relkind = 'S'`))
	add("an identity or a default that the database makes up", lines(t, d, `
		SELECT c.relname || '.' || a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
		LEFT JOIN pg_attrdef f ON f.adrelid = c.oid AND f.adnum = a.attnum
		WHERE `+ours+` AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND (a.attidentity <> '' OR pg_get_expr(f.adbin, f.adrelid) LIKE '%(%')`))
	add("a trigger", lines(t, d, `SELECT g.tgname FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid WHERE `+ours+` AND NOT g.tgisinternal`))
	add("a rule", lines(t, d, `SELECT r.rulename FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class WHERE `+ours+` AND c.relkind <> 'v'`))
	add("a stored procedure", lines(t, d, `SELECT p.proname FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.proname NOT LIKE 'river%'
		AND NOT EXISTS (SELECT FROM pg_depend x WHERE x.objid = p.oid AND x.deptype = 'e')`))
	shard := regexp.MustCompile(`_\d+$`)
	for _, name := range lines(t, d, `SELECT k.conname FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid WHERE `+ours+`
		UNION SELECT c.relname FROM pg_class c WHERE `+ours+` AND c.relkind IN ('i', 'I')`) {
		if shard.MatchString(name) {
			faults = append(faults, "a name that ends as a shard's: "+name)
		}
	}
	return faults
}

func TestSchemaCanBeSharded(t *testing.T) {
	t.Parallel()
	d := openOwner(t)
	for _, fault := range lint(t, d) {
		t.Error(fault)
	}
	if n := len(lines(t, d, `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
		AND NOT relispartition AND relname NOT LIKE 'river%'`)); n != len(migrate.Tables)+2 {
		t.Errorf("%d tables, want the entities', usage_records and schema_migrations", n)
	}
	// The lint does find what it looks for.
	for _, c := range []struct{ statement, want string }{
		{"CREATE TABLE loose (id uuid PRIMARY KEY)", "a table without reseller_id"},
		{"CREATE TABLE lone (reseller_id uuid, id uuid PRIMARY KEY)", "the primary key does not lead"},
		{"ALTER TABLE users ALTER COLUMN account_id DROP NOT NULL", "ownership may be null"},
		{"CREATE UNIQUE INDEX u1x ON users (email_key, reseller_id)", "a unique index"},
		{"CREATE UNIQUE INDEX u2x ON users ((lower(email)))", "a unique index"},
		{"CREATE INDEX b1x ON users (email_key)", "a list's index"},
		{"ALTER TABLE sessions ADD CONSTRAINT f1x FOREIGN KEY (reseller_id, user_id) REFERENCES users (reseller_id, id) ON DELETE SET NULL (user_id)", "neither RESTRICT nor CASCADE"},
		{"CREATE SEQUENCE s1x", "a sequence"},
		{"ALTER TABLE users ADD COLUMN made uuid NOT NULL DEFAULT gen_random_uuid()", "makes up"},
		{"CREATE FUNCTION f2x() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'", "a stored procedure"},
		{"CREATE TRIGGER t1x BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION f2x()", "a trigger"},
		{"CREATE INDEX users_102008 ON users (reseller_id, phone)", "ends as a shard's"},
	} {
		if _, err := d.ExecContext(t.Context(), c.statement); err != nil {
			t.Fatalf("%s: %v", c.statement, err)
		}
		if found := lint(t, d); !slices.ContainsFunc(found, func(f string) bool { return strings.Contains(f, c.want) }) {
			t.Errorf("after %q the lint says %q", c.statement, found)
		}
	}
}

// difference is the migration that would make the database what the entities say.
func difference(ctx context.Context, t *testing.T, d *sql.DB, tables []*schema.Table) string {
	t.Helper()
	draft := &atlas.MemDir{}
	m, err := schema.NewMigrate(entsql.OpenDB(dialect.Postgres, d), schema.WithDir(draft),
		schema.WithMigrationMode(schema.ModeInspect), schema.WithFormatter(atlas.DefaultFormatter),
		schema.WithSkipChanges(schema.DropIndex|schema.DropCheck), schema.WithDropColumn(true)) // both stand in the migrations alone
	if err != nil {
		t.Fatal(err)
	}
	if err := m.NamedDiff(ctx, "draft", tables...); err != nil {
		t.Fatal(err)
	}
	files, err := draft.Files()
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	for _, f := range files {
		text.Write(f.Bytes())
	}
	return text.String()
}

func TestMigrationsAndEntitiesAgree(t *testing.T) {
	t.Parallel()
	d := openOwner(t)
	copied := func() []*schema.Table {
		tables, err := database.CompositeKeys(migrate.Tables)
		if err != nil {
			t.Fatal(err)
		}
		return tables
	}
	if diff := difference(t.Context(), t, d, copied()); diff != "" {
		t.Fatalf("the entities need a migration:\n%s", diff)
	}
	users := func(tables []*schema.Table) *schema.Table {
		return tables[slices.IndexFunc(tables, func(t *schema.Table) bool { return t.Name == "users" })]
	}
	for want, change := range map[string]func(*schema.Table){
		`ADD COLUMN "nickname"`: func(u *schema.Table) {
			u.Columns = append(u.Columns, &schema.Column{Name: "nickname", Type: field.TypeString, Nullable: true})
		},
		`"users_phone"`: func(u *schema.Table) {
			phone, _ := u.Column("phone")
			u.Indexes = append(u.Indexes, &schema.Index{Name: "users_phone", Columns: []*schema.Column{phone}})
		},
		`ALTER COLUMN "phone" SET NOT NULL`: func(u *schema.Table) {
			phone, _ := u.Column("phone")
			phone.Nullable = false
		},
		`CASCADE`: func(u *schema.Table) { u.ForeignKeys[0].OnDelete = schema.Cascade },
	} {
		tables := copied()
		change(users(tables))
		if diff := difference(t.Context(), t, d, tables); !strings.Contains(diff, want) {
			t.Errorf("a difference was not seen, want %s:\n%s", want, diff)
		}
	}
	if _, touched := users(migrate.Tables).Column("nickname"); touched {
		t.Error("the generated tables themselves were changed")
	}
}

// now is when migrations of the tests are applied.
func now() time.Time { return time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC) }

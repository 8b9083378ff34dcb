package database

import "testing"

func TestGuard(t *testing.T) {
	t.Parallel()
	guard := NewGuard("users", "organizations", "memberships")
	for _, test := range []struct {
		name, sql string
		ok        bool
	}{
		{"by key", `SELECT "users"."id" FROM "users" WHERE "users"."id" = $1 AND "users"."reseller_id" = $2 LIMIT 2`, true},
		{"no tenant", `SELECT "users"."id" FROM "users" WHERE "users"."id" = $1`, false},
		{"no where", `SELECT count(*) FROM users`, false},
		{"bare column", `SELECT id FROM users WHERE reseller_id=$1`, true},
		{"parameter first", `SELECT id FROM users WHERE $1 = users.reseller_id`, true},
		{"schema", `SELECT id FROM public.users u WHERE u.reseller_id = $1`, true},
		{"cast parameter", `SELECT id FROM users WHERE reseller_id = $1::uuid`, false},
		{"cast column", `SELECT id FROM users WHERE reseller_id::text = $1`, false},
		{"setting", `SELECT id FROM users WHERE reseller_id = current_setting('app.reseller')`, false},
		{"literal", `SELECT id FROM users WHERE reseller_id = '00000000-0000-0000-0000-000000000000'`, false},
		{"arithmetic", `SELECT id FROM users WHERE reseller_id = $1 || $2`, false},
		{"other alias", `SELECT id FROM users u WHERE v.reseller_id = $1`, false},
		{"in a string", `SELECT id FROM users WHERE name = 'reseller_id = $1'`, false},
		{"in a comment", "SELECT id FROM users /* WHERE reseller_id = $1 */ -- WHERE reseller_id = $1", false},
		{"in a dollar string", `SELECT id FROM users WHERE name = $x$ AND reseller_id = $1 $x$`, false},
		{"after an escaped quote", `SELECT id FROM users WHERE name = 'it''s' AND reseller_id = $1`, true},
		{"table in a string", `SELECT 'FROM users'`, true},
		{"or", `SELECT id FROM users WHERE reseller_id = $1 OR name = $2`, false},
		{"or beside", `SELECT id FROM users WHERE reseller_id = $1 AND (name = $2 OR name IS NULL)`, true},
		{"or within", `SELECT id FROM users WHERE (reseller_id = $1 OR name = $2) AND id = $3`, false},
		{"group", `SELECT id FROM users WHERE ((reseller_id = $1 AND id = $2))`, true},
		{"not", `SELECT id FROM users WHERE NOT (reseller_id = $1)`, false},
		{"not bare", `SELECT id FROM users WHERE NOT reseller_id = $1`, false},
		{"group compared", `SELECT id FROM users WHERE (reseller_id = $1) = false`, false},
		{"case", `SELECT id FROM users WHERE CASE WHEN a AND reseller_id = $1 AND b THEN true ELSE true END`, false},
		{"select list", `SELECT reseller_id = $1 FROM users`, false},
		{"select for update", `SELECT id FROM users WHERE reseller_id = $1 ORDER BY id FOR UPDATE OF users SKIP LOCKED`, true},

		{"join with both", `SELECT 1 FROM users u JOIN organizations o ON o.id = u.organization_id AND o.reseller_id = $1 WHERE u.reseller_id = $1`, true},
		{"join correlated", `SELECT 1 FROM "users" JOIN "organizations" AS "t1" ON "users"."organization_id" = "t1"."id" AND "t1"."reseller_id" = "users"."reseller_id" WHERE "users"."reseller_id" = $1`, true},
		{"join by id alone", `SELECT 1 FROM users u JOIN organizations o ON o.id = u.organization_id WHERE u.reseller_id = $1`, false},
		{"bare column of two", `SELECT 1 FROM users u, organizations o WHERE reseller_id = $1`, false},
		{"correlated without a parameter", `SELECT 1 FROM users u, organizations o WHERE u.reseller_id = o.reseller_id`, false},
		{"comma list", `SELECT 1 FROM users u, organizations o WHERE u.reseller_id = o.reseller_id AND $1 = o.reseller_id`, true},
		{"chain", `SELECT 1 FROM users u JOIN memberships m ON m.reseller_id = u.reseller_id JOIN organizations o ON o.reseller_id = m.reseller_id WHERE o.reseller_id = $1`, true},
		{"left join", `SELECT 1 FROM users u LEFT JOIN organizations o ON o.reseller_id = u.reseller_id AND o.id = u.organization_id WHERE u.reseller_id = $1`, true},
		{"left join limits the left", `SELECT 1 FROM users u LEFT JOIN organizations o ON o.reseller_id = $1 AND u.reseller_id = $1`, false},
		{"full join", `SELECT 1 FROM users u FULL OUTER JOIN organizations o ON o.reseller_id = $1 AND u.reseller_id = $1`, false},
		{"join on a global table", `SELECT 1 FROM users u JOIN plans p ON p.reseller_id = u.reseller_id`, false},

		{"exists", `SELECT 1 FROM users u WHERE u.reseller_id = $1 AND EXISTS (SELECT 1 FROM memberships m WHERE m.user_id = u.id AND m.reseller_id = u.reseller_id)`, true},
		{"exists without", `SELECT 1 FROM users u WHERE u.reseller_id = $1 AND EXISTS (SELECT 1 FROM memberships m WHERE m.user_id = u.id)`, false},
		{"outer limited from within", `SELECT 1 FROM users u WHERE EXISTS (SELECT 1 FROM memberships m WHERE u.reseller_id = $1 AND m.reseller_id = $1)`, false},
		{"in", `SELECT 1 FROM "users" WHERE "users"."organization_id" IN (SELECT "organizations"."id" FROM "organizations" WHERE "organizations"."reseller_id" = $1) AND "users"."reseller_id" = $2`, true},
		{"in without", `SELECT 1 FROM users WHERE reseller_id = $1 AND organization_id IN (SELECT id FROM organizations WHERE name = $2)`, false},
		{"lateral", `SELECT 1 FROM organizations o CROSS JOIN LATERAL (SELECT id FROM users u WHERE u.reseller_id = o.reseller_id ORDER BY id LIMIT 3) x WHERE o.reseller_id = $1`, true},
		{"derived", `SELECT 1 FROM (SELECT * FROM users WHERE reseller_id = $1) AS t JOIN organizations o ON o.reseller_id = t.reseller_id`, true},
		{"union", `SELECT id FROM users WHERE reseller_id = $1 UNION ALL SELECT id FROM organizations WHERE reseller_id = $1`, true},
		{"union half", `SELECT id FROM users WHERE reseller_id = $1 UNION SELECT id FROM organizations`, false},
		{"union in parentheses", `(SELECT id FROM users WHERE reseller_id = $1) UNION (SELECT id FROM organizations)`, false},
		{"with", `WITH "src" AS (SELECT *, (ROW_NUMBER() OVER (PARTITION BY "organization_id" ORDER BY "id")) AS "n" FROM "users" WHERE "users"."reseller_id" = $1) SELECT * FROM "src" AS "users" WHERE "users"."n" <= $2`, true},
		{"with correlated", `WITH x AS MATERIALIZED (SELECT * FROM users WHERE reseller_id = $1) SELECT 1 FROM x JOIN organizations o ON o.reseller_id = x.reseller_id`, true},
		{"with without", `WITH x AS (SELECT * FROM users) SELECT * FROM x WHERE reseller_id = $1`, false},
		{"name of a tenant table", `WITH users AS (SELECT 1) SELECT * FROM users`, false},
		{"parenthesised join", `SELECT 1 FROM (users u JOIN organizations o ON true)`, false},
		{"function", `SELECT 1 FROM unnest($1::uuid[]) AS ids (id) JOIN users u ON u.id = ids.id AND u.reseller_id = $2`, true},
		{"extract", `SELECT extract(year FROM created_at) FROM users WHERE reseller_id = $1 AND name IS DISTINCT FROM $2`, true},
		{"left function", `SELECT 1 FROM users WHERE left(name, 2) = $1 AND reseller_id = $2`, true},

		{"update", `UPDATE "users" SET "name" = $1 WHERE "id" = $2 AND "reseller_id" = $3 RETURNING "id"`, true},
		{"update without", `UPDATE "users" SET "name" = $1 WHERE "id" = $2`, false},
		{"update sets only", `UPDATE users SET name = $2, reseller_id = $1`, false},
		{"update moves", `UPDATE users SET reseller_id = $1 WHERE reseller_id = $2`, false},
		{"update from", `UPDATE users u SET name = o.name FROM organizations o WHERE o.reseller_id = u.reseller_id AND u.reseller_id = $1`, true},
		{"update from without", `UPDATE users u SET name = o.name FROM organizations o WHERE u.reseller_id = $1`, false},
		{"delete", `DELETE FROM "users" WHERE "users"."reseller_id" = $1 AND "users"."id" = $2`, true},
		{"delete without", `DELETE FROM users WHERE id = $1`, false},
		{"delete using", `DELETE FROM users u USING memberships m WHERE m.reseller_id = u.reseller_id AND u.reseller_id = $1`, true},
		{"delete using without", `DELETE FROM users u USING memberships m WHERE u.reseller_id = $1`, false},
		{"second statement", `SELECT 1; DELETE FROM users`, false},
		{"delete in with", `WITH gone AS (DELETE FROM users WHERE reseller_id = $1 RETURNING id) SELECT * FROM gone`, true},

		{"insert", `INSERT INTO "users" ("name", "reseller_id", "id") VALUES ($1, $2, $3) RETURNING "id"`, true},
		{"insert without", `INSERT INTO "users" ("name", "id") VALUES ($1, $2)`, false},
		{"insert without list", `INSERT INTO users VALUES ($1, $2, $3)`, false},
		{"insert select", `INSERT INTO memberships (reseller_id, user_id) SELECT reseller_id, id FROM users WHERE reseller_id = $1`, true},
		{"insert select without", `INSERT INTO memberships (reseller_id, user_id) SELECT reseller_id, id FROM users`, false},
		{"upsert", `INSERT INTO "users" ("reseller_id", "id", "name") VALUES ($1, $2, $3) ON CONFLICT ("reseller_id", "id") DO UPDATE SET "reseller_id" = "users"."reseller_id", "name" = "excluded"."name"`, true},
		{"upsert moves", `INSERT INTO users (reseller_id, id) VALUES ($1, $2) ON CONFLICT (reseller_id, id) DO UPDATE SET reseller_id = excluded.reseller_id`, false},
		{"copy", `COPY "users" ("reseller_id", "id") FROM STDIN`, true},
		{"copy without", `COPY users FROM STDIN`, false},
		{"copy out", `COPY users (reseller_id, id) TO STDOUT`, false},

		{"resellers", `SELECT "resellers"."name" FROM "resellers" WHERE "resellers"."id" = $1`, true},
		{"resellers by name", `SELECT "resellers"."id" FROM "resellers" WHERE "resellers"."name" = $1`, false},
		{"resellers joined", `SELECT 1 FROM users u JOIN resellers r ON r.id = u.reseller_id WHERE u.reseller_id = $1`, true},
		{"new reseller", `INSERT INTO resellers (id, name) VALUES ($1, $2)`, true},
		{"other table", `SELECT * FROM river_job WHERE id = $1`, true},
		{"schema change", `ALTER TABLE users ADD FOREIGN KEY (reseller_id, id) REFERENCES organizations ON DELETE CASCADE`, true},
		{"grant", `GRANT SELECT, UPDATE ON users TO app`, true},
		{"explain", `EXPLAIN (ANALYZE, BUFFERS) SELECT 1 FROM users`, false},
		{"unfinished", `SELECT 1 FROM users u WHERE (`, false},
		{"nothing", ``, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if err := guard.Check(test.sql); (err == nil) != test.ok {
				t.Errorf("%v\n%s", err, test.sql)
			}
		})
	}
}

// FuzzGuard looks for texts that hang or crash the reader.
func FuzzGuard(f *testing.F) {
	guard := NewGuard("users")
	for _, s := range []string{"SELECT ((", "WITH x (a) AS (SELECT", "'", `"`, "$", "$$", "/*", "UPDATE users SET (", "FROM (SELECT", ")", "a AS ("} {
		f.Add(s)
	}
	f.Fuzz(func(_ *testing.T, s string) { _ = guard.Check(s) })
}

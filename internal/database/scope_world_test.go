package database_test

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"entgo.io/ent/dialect/sql/schema"
	"entgo.io/ent/schema/field"
	"github.com/google/uuid"
	"github.com/lib/pq"
	"github.com/shopspring/decimal"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/migrate"
	"tenantry/internal/database"
	"tenantry/internal/dbtest"
)

// owner is one who has a row in every table.
type owner struct{ reseller, account uuid.UUID }

// scene is a database in which two accounts of reseller A and one of reseller
// B own one row in each table, and every link leads to somebody else's row: a
// link the real constraints forbid, so that the scope alone keeps them apart.
type scene struct {
	*testing.T
	db      *database.DB
	look    *sql.DB // as the owner, unguarded
	x, y, z owner   // x and y are accounts of A, z of B
	ids     map[owner]map[string]any
}

// entity is one field of the generated client.
type entity struct {
	name   string
	client reflect.Value
	table  *schema.Table
	tenant bool // carries reseller_id
}

// entities walks the client: every entity there is, by reflection.
func entities(t *testing.T, client *db.Client) []entity {
	t.Helper()
	byName := map[string]*schema.Table{}
	for _, table := range migrate.Tables {
		byName[plain(table.Name)] = table
	}
	var all []entity
	v := reflect.ValueOf(client).Elem()
	for i := range v.NumField() {
		f := v.Field(i)
		if f.Kind() != reflect.Pointer || !f.MethodByName("Query").IsValid() {
			continue
		}
		name := v.Type().Field(i).Name
		singular := strings.ToLower(name)
		table := byName[singular+"s"]
		if table == nil {
			table = byName[strings.TrimSuffix(singular, "y")+"ies"]
		}
		if table == nil {
			table = byName[singular]
		}
		if table == nil {
			t.Fatalf("no table for %s", name)
		}
		_, tenant := table.Column("reseller_id")
		all = append(all, entity{name, f, table, tenant})
	}
	if len(all) != len(migrate.Tables) {
		t.Fatalf("%d entities and %d tables", len(all), len(migrate.Tables))
	}
	return all
}

func plain(s string) string { return strings.ToLower(strings.ReplaceAll(s, "_", "")) }

func newScene(t *testing.T) *scene {
	t.Helper()
	t.Parallel()
	ownerURL, _ := dbtest.URLs(t)
	look, err := sql.Open("postgres", ownerURL)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { look.Close() })
	s := &scene{T: t, look: look, ids: map[owner]map[string]any{}}
	// Constraints between tables sleep in connections opened from now on.
	s.exec("DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET session_replication_role = replica', current_database()); END $$")
	// Nor do rows mean anything, so what they must look like does not count.
	s.exec(`DO $$ DECLARE c record; BEGIN
		FOR c IN SELECT conrelid::regclass AS place, conname FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace AND coninhcount = 0 LOOP
			EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', c.place, c.conname);
		END LOOP;
		FOR c IN SELECT indexrelid::regclass AS place FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
			WHERE indisunique AND NOT indisprimary AND relnamespace = 'public'::regnamespace
				AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid) LOOP
			EXECUTE format('DROP INDEX %s', c.place);
		END LOOP; END $$`)
	look.SetMaxIdleConns(0)
	s.db = dbtest.Open(t, ownerURL) // as the owner: no grant does the scope's work

	a, b := uuid.New(), uuid.New()
	s.x, s.y, s.z = owner{a, uuid.New()}, owner{a, uuid.New()}, owner{b, uuid.New()}
	for _, o := range []owner{s.x, s.y, s.z} {
		s.ids[o] = map[string]any{}
		for _, table := range migrate.Tables {
			s.ids[o][table.Name] = uuid.New()
			if c, _ := table.Column("id"); c.Type == field.TypeString {
				s.ids[o][table.Name] = uuid.NewString()
			}
		}
		s.ids[o]["resellers"] = o.reseller
	}
	for o, linked := range map[owner]owner{s.x: s.z, s.y: s.x, s.z: s.x} {
		for _, table := range migrate.Tables {
			s.insert(table, o, linked)
		}
	}
	return s
}

func (s *scene) exec(query string, args ...any) {
	s.Helper()
	if _, err := s.look.ExecContext(s.Context(), query, args...); err != nil {
		s.Fatalf("%s: %v", query, err)
	}
}

// insert writes the row of one owner, whose links lead to another's rows.
func (s *scene) insert(table *schema.Table, o, linked owner) {
	s.Helper()
	links := map[string]any{}
	for _, fk := range table.ForeignKeys {
		links[fk.Columns[len(fk.Columns)-1].Name] = s.ids[linked][fk.RefTable.Name]
	}
	var columns, places []string
	var args []any
	for _, c := range table.Columns {
		var v any
		switch {
		case c.Name == "id":
			v = s.ids[o][table.Name]
		case c.Name == "reseller_id":
			v = o.reseller
		case c.Name == "account_id":
			v = o.account
		case c.Name == "actor_id":
			v = o.account // the viewers of an account have its id
		case links[c.Name] != nil:
			v = links[c.Name]
		default:
			v = sample(c)
		}
		if raw, ok := v.(json.RawMessage); ok {
			v = string(raw)
		}
		columns, args = append(columns, pq.QuoteIdentifier(c.Name)), append(args, v)
		places = append(places, fmt.Sprintf("$%d", len(args)))
	}
	s.exec(fmt.Sprintf("INSERT INTO %s (%s) VALUES (%s) ON CONFLICT DO NOTHING", pq.QuoteIdentifier(table.Name),
		strings.Join(columns, ", "), strings.Join(places, ", ")), args...)
}

// sample is a value the column takes.
func sample(c *schema.Column) any {
	switch c.Type {
	case field.TypeEnum:
		return c.Enums[0]
	case field.TypeString:
		return uuid.NewString()
	case field.TypeUUID:
		return uuid.New()
	case field.TypeTime:
		return time.Now().UTC().Truncate(time.Microsecond)
	case field.TypeBool:
		return false
	case field.TypeBytes:
		return []byte{1}
	case field.TypeJSON:
		return json.RawMessage("null") // which every type of ours can read
	case field.TypeOther:
		if strings.HasSuffix(c.SchemaType["postgres"], "[]") {
			return pq.StringArray{}
		}
		return decimal.NewFromInt(1)
	}
	return 1
}

// staff sees the whole reseller, a customer its account alone.
func (s *scene) staff(o owner) context.Context {
	root := uuid.New()
	return authz.NewContext(s.Context(), &authz.Viewer{UserID: o.account, ResellerID: o.reseller, RootID: root, OrganizationID: root, AccountID: root})
}

func (s *scene) customer(o owner) context.Context {
	return authz.NewContext(s.Context(), &authz.Viewer{UserID: o.account, ResellerID: o.reseller, RootID: uuid.New(), OrganizationID: o.account, AccountID: o.account})
}

// views are the contexts and whose rows each may see in a table of tenants.
func (s *scene) views() map[string]struct {
	ctx  context.Context
	mine []owner
} {
	type view = struct {
		ctx  context.Context
		mine []owner
	}
	return map[string]view{
		"staff of A":          {s.staff(s.x), []owner{s.x, s.y}},
		"staff of B":          {s.staff(s.z), []owner{s.z}},
		"reseller A":          {database.WithReseller(s.Context(), s.x.reseller), []owner{s.x, s.y}},
		"customer x of A":     {s.customer(s.x), []owner{s.x}},
		"customer y of A":     {s.customer(s.y), []owner{s.y}},
		"B above a viewer":    {database.WithReseller(s.customer(s.x), s.z.reseller), []owner{s.z}},
		"the nil reseller, x": {database.WithReseller(s.customer(s.x), uuid.Nil), []owner{s.x}},
	}
}

// may lists the ids of a table's rows that may be seen.
func (s *scene) may(e entity, view string, mine []owner) []string {
	var ids []string
	for _, o := range mine {
		if view == "staff of A" && e.name == db.TypeIdempotencyRecord && o != s.x {
			continue // each has his own
		}
		if _, account := e.table.Column("account_id"); e.tenant && !account && e.name != db.TypeIdempotencyRecord &&
			(strings.HasPrefix(view, "customer") || view == "the nil reseller, x") {
			continue // the reseller's own people's
		}
		if id := fmt.Sprint(s.ids[o][e.table.Name]); !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids
}

// nowhere are contexts that name no tenant.
func (s *scene) nowhere() map[string]context.Context {
	return map[string]context.Context{
		"nobody":                  s.Context(),
		"an empty chair":          authz.NewContext(s.Context(), nil),
		"a viewer of no reseller": authz.NewContext(s.Context(), &authz.Viewer{UserID: uuid.New(), AccountID: uuid.New()}),
		"a viewer of no account":  authz.NewContext(s.Context(), &authz.Viewer{UserID: uuid.New(), ResellerID: s.x.reseller}),
		"the nil reseller":        database.WithReseller(s.Context(), uuid.Nil),
	}
}

// call calls a method by name; the error is its last result.
func call(v reflect.Value, method string, args ...any) ([]reflect.Value, error) {
	m := v.MethodByName(method)
	in := make([]reflect.Value, len(args))
	for i, a := range args {
		if rv, ok := a.(reflect.Value); ok {
			in[i] = rv
		} else {
			in[i] = reflect.ValueOf(a)
		}
	}
	out := m.Call(in)
	if n := len(out); n > 0 {
		if err, ok := out[n-1].Interface().(error); ok {
			return out[:n-1], err
		}
	}
	return out, nil
}

func chain(v reflect.Value, method string, args ...any) reflect.Value {
	out, _ := call(v, method, args...)
	return out[0]
}

// idsOf reads the ids of nodes, of ids, or of one of either.
func idsOf(v reflect.Value) []string {
	var ids []string
	switch {
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			ids = append(ids, idsOf(v.Index(i))...)
		}
	case v.Kind() == reflect.Pointer && !v.IsNil():
		ids = []string{fmt.Sprint(v.Elem().FieldByName("ID").Interface())}
	case v.Kind() == reflect.Array || v.Kind() == reflect.String:
		ids = []string{fmt.Sprint(v.Interface())}
	}
	slices.Sort(ids)
	return ids
}

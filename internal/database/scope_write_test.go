package database_test

import (
	"context"
	stdsql "database/sql"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"entgo.io/ent/dialect/sql"
	"entgo.io/ent/dialect/sql/schema"
	"entgo.io/ent/schema/field"
	"github.com/google/uuid"

	"tenantry/ent/db"
	"tenantry/ent/db/migrate"
	"tenantry/internal/database"
)

func rolesTable(t *testing.T) *schema.Table {
	t.Helper()
	i := slices.IndexFunc(migrate.Tables, func(t *schema.Table) bool { return t.Name == "roles" })
	return migrate.Tables[i]
}

// contents is every row of every table, to find out what a change touched.
func (s *scene) contents(table string) map[string]string {
	s.Helper()
	rows, err := s.look.QueryContext(s.Context(), "SELECT id::text, t::text FROM "+table+" t")
	if err != nil {
		s.Fatal(err)
	}
	defer rows.Close()
	all := map[string]string{}
	for rows.Next() {
		var id, row string
		if err := rows.Scan(&id, &row); err != nil {
			s.Fatal(err)
		}
		all[id] = row
	}
	return all
}

// touched lists the ids whose rows differ.
func touched(before, after map[string]string) []string {
	var ids []string
	for id, row := range before {
		if after[id] != row {
			ids = append(ids, id)
		}
	}
	for id := range after {
		if _, ok := before[id]; !ok {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids
}

// builder fills a create builder with everything but whose the row is.
func (s *scene) builder(e entity, more map[string]any) reflect.Value {
	s.Helper()
	b := chain(e.client, "Create")
	for _, c := range e.table.Columns {
		v, given := more[c.Name]
		if !given && (c.Name == "reseller_id" || c.Name == "account_id" || c.Name == "actor_id" && e.name == db.TypeIdempotencyRecord) {
			continue
		}
		if given && v == nil {
			continue
		}
		if !given {
			v = sample(c)
		}
		i := slices.IndexFunc(methods(b), func(m string) bool { return plain(m) == "set"+plain(c.Name) })
		if i < 0 {
			s.Fatalf("%s has no setter of %s", e.name, c.Name)
		}
		set := b.Method(i)
		want := set.Type().In(0)
		value := reflect.ValueOf(v)
		switch {
		case c.Type == field.TypeJSON && want.Kind() == reflect.Slice:
			value = reflect.MakeSlice(want, 0, 0)
		case c.Type == field.TypeJSON:
			value = reflect.Zero(want)
		case value.CanConvert(want):
			value = value.Convert(want)
		}
		set.Call([]reflect.Value{value})
	}
	return b
}

func methods(v reflect.Value) []string {
	names := make([]string, v.NumMethod())
	for i := range names {
		names[i] = v.Type().Method(i).Name
	}
	return names
}

// creates are the ways to write a new row.
func creates(e entity) map[string]func(ctx context.Context, b reflect.Value) error {
	bulk := func(b reflect.Value) reflect.Value { return chain(e.client, "CreateBulk", b) }
	exec := func(ctx context.Context, v reflect.Value) error { _, err := call(v, "Exec", ctx); return err }
	upsert := func(b reflect.Value) reflect.Value {
		return chain(chain(b, "OnConflictColumns", "reseller_id", "id"), "UpdateNewValues")
	}
	return map[string]func(ctx context.Context, b reflect.Value) error{
		"Save":        func(ctx context.Context, b reflect.Value) error { _, err := call(b, "Save", ctx); return err },
		"CreateBulk":  func(ctx context.Context, b reflect.Value) error { return exec(ctx, bulk(b)) },
		"Upsert":      func(ctx context.Context, b reflect.Value) error { return exec(ctx, upsert(b)) },
		"Bulk upsert": func(ctx context.Context, b reflect.Value) error { return exec(ctx, upsert(bulk(b))) },
	}
}

func TestWritesWithoutTenant(t *testing.T) {
	s := newScene(t)
	for where, ctx := range s.nowhere() {
		for _, e := range entities(t, s.db.Client()) {
			if !e.tenant && e.name != db.TypeReseller {
				continue
			}
			changes := map[string]func(ctx context.Context) error{
				"update": func(ctx context.Context) error { return update(ctx, e) },
				"delete": func(ctx context.Context) error { _, err := call(chain(e.client, "Delete"), "Exec", ctx); return err },
			}
			for way, create := range creates(e) {
				changes[way] = func(ctx context.Context) error { return create(ctx, s.builder(e, nil)) }
			}
			for way, change := range changes {
				counted, counter := database.WithCounter(ctx)
				if err := change(counted); !errors.Is(err, database.ErrNoTenant) || counter.Count() != 0 {
					t.Errorf("%s: %s of %s: error %v, %d statements", where, way, e.name, err, counter.Count())
				}
			}
		}
	}
}

// update changes a time, which every tenant table has.
func update(ctx context.Context, e entity) error {
	i := slices.IndexFunc(e.table.Columns, func(c *schema.Column) bool { return c.Type == field.TypeTime })
	name := e.table.Columns[i].Name
	builder := chain(e.client, "Update")
	builder = chain(builder, "Modify", func(b *sql.UpdateBuilder) {
		b.Set(name, sql.ExprFunc(func(x *sql.Builder) { x.Ident(name).WriteString(" + interval '1 day'") })) // days as well as instants
	})
	_, err := call(builder, "Save", ctx)
	return err
}

func TestUpdatesAndDeletesReachTheirOwn(t *testing.T) {
	s := newScene(t)
	for view, v := range s.views() {
		for _, e := range entities(t, s.db.Client()) {
			if !e.tenant && e.name != db.TypeReseller {
				continue
			}
			want := s.may(e, view, v.mine)
			before := s.contents(e.table.Name)
			if err := update(v.ctx, e); err != nil {
				t.Fatalf("%s: update %s: %v", view, e.name, err)
			}
			after := s.contents(e.table.Name)
			if got := touched(before, after); !slices.Equal(got, want) {
				t.Errorf("%s: update of %s touched %v, may touch %v", view, e.name, got, want)
			}
			var deleted []string
			err := s.db.WithTx(v.ctx, func(ctx context.Context, tx *database.Tx) error {
				i := slices.IndexFunc(entities(t, tx.Client), func(o entity) bool { return o.name == e.name })
				inTx := entities(t, tx.Client)[i]
				if _, err := call(chain(inTx.client, "Delete"), "Exec", ctx); err != nil {
					return err
				}
				var left []string
				rows, err := tx.SQL.QueryContext(database.Unguarded(ctx, "a test looks at everybody"), "SELECT id::text FROM "+e.table.Name)
				if err != nil {
					return err
				}
				for rows.Next() {
					var id string
					if err := rows.Scan(&id); err != nil {
						return err
					}
					left = append(left, id)
				}
				for id := range after {
					if !slices.Contains(left, id) {
						deleted = append(deleted, id)
					}
				}
				return errors.Join(rows.Err(), stdsql.ErrTxDone) // rolls back
			})
			slices.Sort(deleted)
			if !errors.Is(err, stdsql.ErrTxDone) || !slices.Equal(deleted, want) {
				t.Errorf("%s: delete of %s took %v, may take %v: %v", view, e.name, deleted, want, err)
			}
		}
	}
}

func TestChangesByIDAreRefused(t *testing.T) {
	s := newScene(t)
	ctx := s.staff(s.x)
	for _, e := range entities(t, s.db.Client()) {
		if !e.tenant && e.name != db.TypeReseller {
			continue
		}
		id := s.ids[s.x][e.table.Name]
		node, err := call(e.client, "Get", ctx, id)
		if err != nil {
			t.Fatal(err)
		}
		for way, b := range map[string]reflect.Value{
			"UpdateOneID": chain(e.client, "UpdateOneID", id), "UpdateOne": chain(e.client, "UpdateOne", node[0]),
			"DeleteOneID": chain(e.client, "DeleteOneID", id), "DeleteOne": chain(e.client, "DeleteOne", node[0]),
		} {
			counted, counter := database.WithCounter(ctx)
			_, err := call(b, "Exec", counted)
			if err == nil || !strings.Contains(err.Error(), "use Update().Where") || counter.Count() != 0 {
				t.Errorf("%s of %s: %v, %d statements", way, e.name, err, counter.Count())
			}
		}
	}
}

func TestCreatesAreTheirOwn(t *testing.T) {
	s := newScene(t)
	for _, e := range entities(t, s.db.Client()) {
		_, ofAccount := e.table.Column("account_id")
		ofStaff := e.tenant && !ofAccount && e.name != db.TypeIdempotencyRecord
		for way, create := range creates(e) {
			upsert := strings.HasSuffix(strings.ToLower(way), "upsert")
			conflict := len(e.table.PrimaryKey) == 1 && e.name != db.TypeAuditEvent // audit_events has another key
			try := func(who string, ctx context.Context, want error, more map[string]any) {
				t.Helper()
				before := s.contents(e.table.Name)
				counted, counter := database.WithCounter(ctx)
				err := create(counted, s.builder(e, more))
				if !errors.Is(err, want) {
					t.Errorf("%s: %s of %s: %v, want %v", who, way, e.name, err, want)
				}
				if changed := touched(before, s.contents(e.table.Name)); want != nil && (len(changed) > 0 || counter.Count() > 0) {
					t.Errorf("%s: %s of %s: refused after %d statements, touched %v", who, way, e.name, counter.Count(), changed)
				}
			}
			if e.name == db.TypeReseller {
				try("another reseller", s.staff(s.x), database.ErrOtherTenant, nil)
				try("rival's id", s.staff(s.x), database.ErrOtherTenant, map[string]any{"id": s.z.reseller})
				continue
			}
			if !e.tenant {
				continue
			}
			try("rival", s.staff(s.x), database.ErrOtherTenant, map[string]any{"reseller_id": s.z.reseller, "account_id": s.z.account})
			try("rival by a customer", s.customer(s.x), database.ErrOtherTenant, map[string]any{"reseller_id": s.z.reseller})
			if ofAccount {
				try("neighbour", s.customer(s.x), database.ErrOtherTenant, map[string]any{"account_id": s.y.account})
			}
			if e.name == db.TypeIdempotencyRecord {
				try("somebody else's", s.customer(s.x), database.ErrOtherTenant, map[string]any{"actor_id": uuid.New()})
			}
			// An upsert that would meet the neighbour's row.
			if upsert && !ofStaff {
				try("neighbour's id", s.customer(s.x), database.ErrUpsert, map[string]any{"id": s.ids[s.y][e.table.Name]})
			}
			if upsert && !conflict {
				continue
			}
			more := map[string]any{"id": uuid.New()}
			if ofAccount {
				more["account_id"] = s.y.account
			}
			try("one's own", s.staff(s.x), nil, more)
			if ofStaff {
				try("of staff", s.customer(s.x), database.ErrOtherTenant, map[string]any{"id": uuid.New()})
			} else if !upsert {
				id := uuid.New()
				try("filled in", s.customer(s.x), nil, map[string]any{"id": id})
				if ofAccount && !strings.Contains(s.contents(e.table.Name)[id.String()], s.x.account.String()) {
					t.Errorf("%s of %s: account not filled in", way, e.name)
				}
				if !strings.Contains(s.contents(e.table.Name)[id.String()], s.x.reseller.String()) {
					t.Errorf("%s of %s: reseller not filled in: %s", way, e.name, fmt.Sprint(s.contents(e.table.Name)[id.String()]))
				}
			}
		}
	}
}

// The two global tables know no tenant.
func TestGlobalEntities(t *testing.T) {
	s := newScene(t)
	for _, e := range entities(t, s.db.Client()) {
		if e.tenant || e.name == db.TypeReseller {
			continue
		}
		if out, err := call(chain(e.client, "Query"), "Count", t.Context()); err != nil || out[0].Interface() != 3 {
			t.Errorf("%s: %v %v", e.name, out, err)
		}
		if _, err := call(chain(e.client, "DeleteOneID", s.ids[s.x][e.table.Name]), "Exec", t.Context()); err != nil {
			t.Errorf("%s: %v", e.name, err)
		}
	}
}

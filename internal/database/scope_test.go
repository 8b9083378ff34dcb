package database_test

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"tenantry/ent/db"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/predicate"
	"tenantry/ent/db/role"
	"tenantry/ent/db/user"
	"tenantry/internal/database"
)

// An entity that nobody thought about stops the program's tests here.
func TestEveryEntityHasARule(t *testing.T) {
	t.Parallel()
	s := db.NewClient()
	var names []string
	for _, e := range entities(t, s) {
		names = append(names, e.name)
	}
	kinds := database.Kinds()
	slices.Sort(names)
	slices.Sort(kinds)
	if diff := cmp.Diff(names, kinds); diff != "" {
		t.Errorf("entities and rules of tenancy differ:\n%s", diff)
	}
	if _, err := database.Predicate(database.WithReseller(t.Context(), uuid.New()), "Surprise"); !errors.Is(err, database.ErrNoTenant) {
		t.Errorf("an unknown entity: %v", err)
	}
}

// reads are the ways to read one entity, each answering the ids it saw; nil
// stands for a way that answers none.
func reads(e entity) map[string]func(ctx context.Context) ([]string, error) {
	query := func() reflect.Value { return chain(e.client, "Query") }
	via := func(method string, args ...any) func(ctx context.Context) ([]string, error) {
		return func(ctx context.Context) ([]string, error) {
			out, err := call(query(), method, append([]any{ctx}, args...)...)
			if err != nil {
				return nil, err
			}
			return idsOf(out[0]), nil
		}
	}
	scan := func(build func() reflect.Value) func(ctx context.Context) ([]string, error) {
		return func(ctx context.Context) ([]string, error) {
			var ids []string
			_, err := call(build(), "Scan", ctx, &ids)
			slices.Sort(ids)
			return ids, err
		}
	}
	ways := map[string]func(ctx context.Context) ([]string, error){
		"All": via("All"), "First": via("First"), "FirstID": via("FirstID"), "Only": via("Only"), "OnlyID": via("OnlyID"),
		"IDs": via("IDs"), "Count": via("Count"), "Exist": via("Exist"),
		"Clone": func(ctx context.Context) ([]string, error) {
			out, err := call(chain(query(), "Clone"), "All", ctx)
			if err != nil {
				return nil, err
			}
			return idsOf(out[0]), nil
		},
		"Select":  scan(func() reflect.Value { return chain(query(), "Select", "id") }),
		"GroupBy": scan(func() reflect.Value { return chain(query(), "GroupBy", "id") }),
	}
	for i := range query().NumMethod() {
		name := query().Type().Method(i).Name
		if !strings.HasPrefix(name, "Query") || query().Method(i).Type().NumIn() != 0 {
			continue
		}
		ways[name] = func(ctx context.Context) ([]string, error) {
			_, err := call(chain(query(), name), "All", ctx)
			return nil, err
		}
	}
	return ways
}

func TestReadsWithoutTenant(t *testing.T) {
	s := newScene(t)
	for where, ctx := range s.nowhere() {
		for _, e := range entities(t, s.db.Client()) {
			if !e.tenant && e.name != db.TypeReseller {
				continue
			}
			for way, read := range reads(e) {
				counted, counter := database.WithCounter(ctx)
				if _, err := read(counted); !errors.Is(err, database.ErrNoTenant) || counter.Count() != 0 {
					t.Errorf("%s: %s of %s: error %v, %d statements", where, way, e.name, err, counter.Count())
				}
			}
			counted, counter := database.WithCounter(ctx)
			if _, err := call(e.client, "Get", counted, s.ids[s.x][e.table.Name]); !errors.Is(err, database.ErrNoTenant) || counter.Count() != 0 {
				t.Errorf("%s: Get of %s: error %v, %d statements", where, e.name, err, counter.Count())
			}
		}
	}
}

func TestReadsSeeTheirOwn(t *testing.T) {
	s := newScene(t)
	s.reads(s.db.Client())
	err := s.db.WithTx(t.Context(), func(_ context.Context, tx *database.Tx) error {
		s.reads(tx.Client)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func (s *scene) reads(client *db.Client) {
	s.Helper()
	for view, v := range s.views() {
		for _, e := range entities(s.T, client) {
			if !e.tenant && e.name != db.TypeReseller {
				continue
			}
			want := s.may(e, view, v.mine)
			if view == "reseller A" && e.name == db.TypeIdempotencyRecord && len(want) != 2 {
				s.Fatalf("the scene is wrong: %v", want)
			}
			for way, read := range reads(e) {
				got, err := read(v.ctx)
				switch {
				case len(want) == 0 && (strings.HasPrefix(way, "Only") || strings.HasPrefix(way, "First")):
					if !db.IsNotFound(err) {
						s.Errorf("%s: %s of %s, where nothing may be seen: %v, %v", view, way, e.name, got, err)
					}
					continue
				case strings.HasPrefix(way, "Only") && len(want) > 1:
					if !db.IsNotSingular(err) {
						s.Errorf("%s: %s of %s: %v", view, way, e.name, err)
					}
					continue
				case err != nil:
					s.Errorf("%s: %s of %s: %v", view, way, e.name, err)
				case way == "Count" || way == "Exist" || strings.HasPrefix(way, "Query"):
				case strings.HasPrefix(way, "First"):
					if len(got) != 1 || !slices.Contains(want, got[0]) {
						s.Errorf("%s: %s of %s saw %v, may see %v", view, way, e.name, got, want)
					}
				default:
					if diff := cmp.Diff(want, got); diff != "" {
						s.Errorf("%s: %s of %s:\n%s", view, way, e.name, diff)
					}
				}
			}
			if out, err := call(chain(e.client, "Query"), "Count", v.ctx); err != nil || out[0].Interface() != len(want) {
				s.Errorf("%s: count of %s is %v: %v", view, e.name, out, err)
			}
			for _, o := range []owner{s.x, s.y, s.z} {
				id := s.ids[o][e.table.Name]
				_, err := call(e.client, "Get", v.ctx, id)
				if mine := slices.Contains(want, fmt.Sprint(id)); mine != (err == nil) || !mine && !db.IsNotFound(err) {
					s.Errorf("%s: Get of %s, mine %v: %v", view, e.name, mine, err)
				}
			}
		}
	}
}

// Edges: from a query, from a node of somebody else, and loaded with nodes.
// Every link of the scene leads out of the account.
func TestEdgesSeeTheirOwn(t *testing.T) {
	s := newScene(t)
	all := entities(t, s.db.Client())
	byType := map[string]entity{}
	for _, e := range all {
		byType[e.name] = e
	}
	walked := 0
	for view, v := range s.views() {
		for _, e := range all {
			query := func() reflect.Value { return chain(e.client, "Query") }
			for i := range query().NumMethod() {
				name := query().Type().Method(i).Name
				edge, isEdge := strings.CutPrefix(name, "Query")
				if !isEdge || query().Method(i).Type().NumIn() != 0 {
					continue
				}
				target := byType[strings.TrimSuffix(query().Method(i).Type().Out(0).Elem().Name(), "Query")]
				may := s.may(target, view, v.mine)
				check := func(how string, got []string) {
					t.Helper()
					walked++
					for _, id := range got {
						if !slices.Contains(may, id) {
							t.Errorf("%s: %s %s.%s saw %s", view, how, e.name, edge, id)
						}
					}
				}
				out, err := call(chain(query(), name), "All", v.ctx)
				if err != nil {
					t.Fatalf("%s: %s.%s: %v", view, e.name, name, err)
				}
				check("query of", idsOf(out[0]))

				for _, o := range []owner{s.x, s.y, s.z} { // a node of anybody
					nodes, err := call(query(), "All", database.WithReseller(t.Context(), o.reseller))
					if err != nil {
						t.Fatal(err)
					}
					for k := range nodes[0].Len() {
						// Where the statement names the node's table, it does so
						// without a tenant, and the guard of the tests stops it.
						for how, q := range map[string]reflect.Value{
							"node's": chain(nodes[0].Index(k), name), "client's": chain(e.client, name, nodes[0].Index(k)),
						} {
							if _, err := call(q, "All", v.ctx); err != nil && !strings.Contains(err.Error(), "guard: ") {
								t.Fatalf("%s: %s %s.%s: %v", view, how, e.name, name, err)
							}
							out, err := call(q, "All", database.Unguarded(v.ctx, "the scope alone is tested"))
							if err != nil {
								t.Fatalf("%s: %s %s.%s: %v", view, how, e.name, name, err)
							}
							check(how, idsOf(out[0]))
						}
					}
				}
				with := chain(query(), "With"+edge)
				out, err = call(with, "All", v.ctx)
				if err != nil {
					t.Fatalf("%s: %s with %s: %v", view, e.name, edge, err)
				}
				for k := range out[0].Len() {
					check("loaded", idsOf(out[0].Index(k).Elem().FieldByName("Edges").FieldByName(edge)))
				}
			}
		}
	}
	if walked < 500 {
		t.Errorf("only %d edges were walked", walked)
	}
}

// Predicates over edges are out of the interceptor's reach: a program that
// uses one must name the tenant in it, and the guard of the tests insists.
func TestEdgePredicatesNeedTheTenant(t *testing.T) {
	s := newScene(t)
	_, err := s.db.Client().User.Query().Where(user.HasOrganizationWith(organization.NameNEQ(""))).All(s.staff(s.x))
	if err == nil || !strings.Contains(err.Error(), "guard: ") {
		t.Errorf("without the scope inside: %v", err)
	}
	inner, err := database.Predicate(s.staff(s.x), db.TypeOrganization)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.db.Client().User.Query().Where(user.HasOrganizationWith(organization.NameNEQ(""), predicate.Organization(inner))).All(s.staff(s.x)); err != nil {
		t.Errorf("with the scope inside: %v", err)
	}
}

// Built-in roles are everybody's to read and nobody's to change.
func TestSystemRoles(t *testing.T) {
	s := newScene(t)
	s.exec("UPDATE roles SET system = true WHERE account_id IN ($1, $2)", s.y.account, s.z.account)
	c, ctx := s.db.Client(), s.customer(s.x)
	ids, err := c.Role.Query().IDs(ctx)
	want := s.may(entity{name: db.TypeRole, table: rolesTable(t)}, "", []owner{s.x, s.y})
	if diff := cmp.Diff(want, idsOf(reflect.ValueOf(ids))); diff != "" || err != nil {
		t.Errorf("%v\n%s", err, diff)
	}
	if n, err := c.Role.Update().SetName("mine").Save(ctx); n != 1 || err != nil {
		t.Errorf("%d roles changed: %v", n, err)
	}
	if n, err := c.Role.Delete().Where(role.System(true)).Exec(ctx); n != 0 || err != nil {
		t.Errorf("%d built-in roles deleted: %v", n, err)
	}
	err = c.Role.Create().SetOrganizationID(s.x.account).SetKey("k").SetName("n").SetFamily(role.FamilyCUSTOM).SetSystem(true).Exec(ctx)
	if !errors.Is(err, database.ErrOtherTenant) {
		t.Errorf("a customer makes a built-in role: %v", err)
	}
}

package graph

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"tenantry/authz"
	"tenantry/graph/model"
	"tenantry/internal/database"
	"tenantry/internal/dbtest"
	"tenantry/internal/export"
)

// nodeFields are what the paged list is asked for to compare it with a file.
const nodeFields = `id displayName firstName lastName email phone status userType resellerRole roles { name } ` +
	`organization { id name } externalId timezone locale lastLoginAt lastActivityAt createdAt`

// exported opens the list as the worker does and answers its lines of NDJSON.
func exported(t *testing.T, d *database.DB, v *authz.Viewer, input json.RawMessage, columns []string, size int) []string {
	t.Helper()
	policy, err := authz.Load()
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	err = d.Snapshot(authz.NewContext(t.Context(), v), func(ctx context.Context, at *database.Snapshot) error {
		list := UserExport{Authorizer: authz.New(policy), Now: func() time.Time { return moment }}
		rows, err := list.Open(ctx, at, input, columns, size)
		if err != nil {
			return err
		}
		keys, n := rows.Columns(), 1
		for n > 0 {
			n, err = rows.Next(ctx, func(values [][]byte) error {
				parts := make([]string, len(values))
				for i, value := range values {
					parts[i] = fmt.Sprintf("%q:%s", keys[i], value)
				}
				lines = append(lines, "{"+strings.Join(parts, ",")+"}")
				return nil
			})
			if err != nil {
				return err
			}
			if n > size {
				return fmt.Errorf("%d rows at once", n)
			}
		}
		if rows.Total() != len(lines) {
			return fmt.Errorf("%d rows were promised, %d came", rows.Total(), len(lines))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return lines
}

// paged reads all pages of the list and writes a line for each row.
func (w *world) paged(t *testing.T, v *authz.Viewer, variables map[string]any, columns []string) []string {
	t.Helper()
	query := `query($search: String, $where: UserWhereInput, $orderBy: [UserOrder!]!, $at: Cursor) {
		users(first: 9, after: $at, search: $search, where: $where, orderBy: $orderBy) {
			nodes { ` + nodeFields + ` } pageInfo { hasNextPage endCursor } } }`
	var lines []string
	for {
		page := w.read(t, v, query, variables)
		for _, n := range page.at("users.nodes").([]any) {
			lines = append(lines, line(t, n.(map[string]any), columns))
		}
		if page.at("users.pageInfo.hasNextPage") != true {
			return lines
		}
		variables["at"] = page.at("users.pageInfo.endCursor")
	}
}

// line is a node as a file shows it.
func line(t *testing.T, node map[string]any, columns []string) string {
	t.Helper()
	parts := make([]string, len(columns))
	for i, key := range columns {
		value := node[key]
		switch key {
		case "roles":
			value = dig(value, []string{"*", "name"})
		case "organization":
			value = dig(value, []string{"name"})
		case "organizationId":
			value = dig(node, []string{"organization", "id"})
		}
		var b bytes.Buffer
		e := json.NewEncoder(&b)
		e.SetEscapeHTML(false)
		if err := e.Encode(value); err != nil {
			t.Fatal(err)
		}
		parts[i] = fmt.Sprintf("%q:%s", key, bytes.TrimSpace(b.Bytes()))
	}
	return "{" + strings.Join(parts, ",") + "}"
}

// anyList makes the arguments of a list.
func (w *world) anyList(rng *rand.Rand) map[string]any {
	n := w.north
	in := func(values ...any) map[string]any { return map[string]any{"in": values} }
	conditions := []func() map[string]any{
		func() map[string]any { return map[string]any{"status": in("ACTIVE", "PENDING")} },
		func() map[string]any {
			return map[string]any{"status": map[string]any{"notIn": []any{"ACTIVE"}, "in": nil}}
		},
		func() map[string]any { return map[string]any{"userType": in("AGENT", "VIEWER")} },
		func() map[string]any {
			return map[string]any{"organizationId": map[string]any{"eq": n.acme.GlobalID()}}
		},
		func() map[string]any { return map[string]any{"roleId": in(n.custom.GlobalID())} },
		func() map[string]any { return map[string]any{"displayName": map[string]any{"contains": "é"}} },
		func() map[string]any {
			return map[string]any{"lastLoginAt": map[string]any{"isNull": rng.IntN(2) == 0}}
		},
		func() map[string]any {
			return map[string]any{"lastLoginAt": map[string]any{"lt": moment.Add(-time.Minute).Format(time.RFC3339)}, "email": nil}
		},
		func() map[string]any { return map[string]any{} },
		func() map[string]any { return map[string]any{"or": []any{}} },
	}
	pick := func() any { return conditions[rng.IntN(len(conditions))]() }
	list := map[string]any{}
	switch rng.IntN(4) {
	case 0:
		list["where"] = pick()
	case 1:
		list["where"] = map[string]any{"or": []any{pick(), pick()}, "not": nil}
	case 2:
		list["where"] = map[string]any{"and": []any{pick(), map[string]any{"not": pick()}}}
	}
	if rng.IntN(3) == 0 {
		list["search"] = []any{"berg", "0%_s", "ÉLODIE", " ", nil}[rng.IntN(5)]
	}
	fields := slices.Clone(model.AllUserOrderField)
	rng.Shuffle(len(fields), func(i, j int) { fields[i], fields[j] = fields[j], fields[i] })
	by := []any{}
	for _, f := range fields[:rng.IntN(4)] {
		by = append(by, map[string]any{"field": f.String(), "direction": []any{"ASC", "DESC"}[rng.IntN(2)]})
	}
	list["orderBy"] = by
	return list
}

// TestExportIsThePagedList compares files with the pages of the list, for
// random conditions and orders, and pieces of several sizes.
func TestExportIsThePagedList(t *testing.T) {
	t.Parallel()
	d := dbtest.New(t)
	w := newWorldIn(t, d)
	rng := rand.New(rand.NewPCG(11, 3))
	all := slices.DeleteFunc(export.DefaultColumns(export.Users), func(key string) bool { return key == "twoFactorEnabled" })
	rows := 0
	for range 60 {
		list, columns := w.anyList(rng), all
		if rng.IntN(2) == 0 {
			columns = slices.Clone(all)
			rng.Shuffle(len(columns), func(i, j int) { columns[i], columns[j] = columns[j], columns[i] })
			columns = columns[:1+rng.IntN(6)]
		}
		// What Create stores is the JSON of the arguments after gqlgen has read them.
		text, err := json.Marshal(list)
		if err != nil {
			t.Fatal(err)
		}
		var in userListInput
		if err := json.Unmarshal(text, &in); err != nil {
			t.Fatal(err)
		}
		stored, err := json.Marshal(in)
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range []*authz.Viewer{w.north.asAdmin(), w.north.asBoss()} {
			want := w.paged(t, v, map[string]any{"search": list["search"], "where": list["where"], "orderBy": list["orderBy"]}, columns)
			got := exported(t, d, v, stored, columns, 1+rng.IntN(40))
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("%s %v\n%s", text, columns, diff)
			}
			rows += len(got)
		}
	}
	if rows < 500 {
		t.Errorf("only %d rows were compared", rows)
	}
}

// TestExportReach: who may see users takes away only those he may export.
func TestExportReach(t *testing.T) {
	t.Parallel()
	d := dbtest.New(t)
	w := newWorldIn(t, d)
	n := w.north
	count := func(homes ...any) (total int) {
		for _, u := range n.users {
			if u.Status != "DELETED" && slices.Contains(homes, any(u.OrganizationID)) {
				total++
			}
		}
		return total
	}
	for name, c := range map[string]struct {
		viewer *authz.Viewer
		want   int
	}{
		"administrator of the reseller": {n.asAdmin(), count(n.root.ID, n.acme.ID, n.east.ID, n.beta.ID, n.gamma.ID)},
		"user manager":                  {n.viewerOf(n.admin, n.root, authz.RoleUserAdmin), count(n.root.ID)},
		"support":                       {n.viewerOf(n.admin, n.root, authz.RoleResellerSupport), 0},
		"administrator who only reads":  {n.viewerOf(n.admin, n.root, authz.RoleResellerAdmin, authz.RoleResellerViewer), 0},
		"tenant administrator":          {n.asBoss(), count(n.acme.ID, n.east.ID)},
		"of a sub-account":              {n.viewerOf(n.boss, n.east, authz.RoleTenantAdmin), count(n.east.ID)},
		"viewer of the tenant":          {n.viewerOf(n.boss, n.acme, authz.RoleViewer), 0},
		"administrator of members":      {n.viewerOf(n.boss, n.acme, authz.RoleClientAdmin), 0},
		"agent":                         {n.viewerOf(n.agent, n.acme, authz.RoleAgent), 0},
	} {
		if got := exported(t, d, c.viewer, json.RawMessage(`{"orderBy":[]}`), []string{"id"}, 1000); len(got) != c.want {
			t.Errorf("%s exports %d users, want %d", name, len(got), c.want)
		}
	}
}

func TestReadableColumns(t *testing.T) {
	t.Parallel()
	s, err := gqlparser.LoadSchema(&ast.Source{Input: `
		directive @hasPermission(anyOf: [Permission!]!) on FIELD_DEFINITION
		enum Permission { AUDIT_READ ROLE_READ }
		type User { id: ID phone: String @hasPermission(anyOf: [AUDIT_READ]) organization: ID @hasPermission(anyOf: [ROLE_READ, AUDIT_READ]) }
		type Query { user: User }`})
	if err != nil {
		t.Fatal(err)
	}
	all := []string{"organizationId", "phone", "secret", "id", "organization"}
	for _, c := range []struct {
		held authz.Set
		want []string
	}{
		{authz.SetOf(), []string{"id"}},
		{authz.SetOf(authz.RoleRead), []string{"organizationId", "id", "organization"}},
		{authz.SetOf(authz.AuditRead), []string{"organizationId", "phone", "id", "organization"}},
	} {
		if diff := cmp.Diff(c.want, readableColumns(s.Types["User"], c.held, all)); diff != "" {
			t.Error(diff)
		}
	}
}

// TestColumnKeys: every column of the contract has a key, and a way to be
// written.
func TestColumnKeys(t *testing.T) {
	t.Parallel()
	var keys []string
	for _, c := range model.AllUserColumn {
		keys = append(keys, columnKey(c))
	}
	if diff := cmp.Diff(keys, export.DefaultColumns(export.Users)); diff != "" {
		t.Error(diff)
	}
	p := (&Resolver{}).exportPlan(keys)
	for i, write := range p.values {
		if write == nil {
			t.Errorf("nothing writes %s", keys[i])
		}
	}
}

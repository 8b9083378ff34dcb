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

	"github.com/google/go-cmp/cmp"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/organization"
	"tenantry/graph/generated"
	"tenantry/graph/model"
	"tenantry/internal/database"
	"tenantry/internal/dbtest"
	"tenantry/internal/export"
)

// organizationFields are what the paged list is asked for to compare it with a
// file.
const organizationFields = `id name kind status parent { id name } legalName address contactName contactEmail phone tags locale timezone
	userCount seats { used limit } plan { name } creditBalance features { enabled feature { key } } lastActivityAt createdAt`

// organizationFile opens the list as the worker does and answers its columns
// and lines of NDJSON.
func organizationFile(t *testing.T, d *database.DB, v *authz.Viewer, input json.RawMessage, columns []string, size int) (keys, lines []string) {
	t.Helper()
	policy, err := authz.Load()
	if err != nil {
		t.Fatal(err)
	}
	err = d.Snapshot(authz.NewContext(t.Context(), v), func(ctx context.Context, at *database.Snapshot) error {
		rows, err := OrganizationExport{Authorizer: authz.New(policy)}.Open(ctx, at, input, columns, size)
		if err != nil {
			return err
		}
		keys = rows.Columns()
		for n := 1; n > 0; {
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
	return keys, lines
}

// pagedOrganizations reads all pages of the list and writes a line for each
// row.
func (w *world) pagedOrganizations(t *testing.T, v *authz.Viewer, list map[string]any, columns []string) (lines []string) {
	t.Helper()
	query := `query($search: String, $where: OrganizationWhereInput, $orderBy: [OrganizationOrder!]!, $at: Cursor) {
		organizations(first: 2, after: $at, search: $search, where: $where, orderBy: $orderBy) {
			nodes { ` + organizationFields + ` } pageInfo { hasNextPage endCursor } } }`
	variables := map[string]any{"search": list["search"], "where": list["where"], "orderBy": list["orderBy"]}
	for {
		page := w.read(t, v, query, variables)
		for _, n := range page.at("organizations.nodes").([]any) {
			lines = append(lines, organizationLine(t, n.(map[string]any), columns))
		}
		if page.at("organizations.pageInfo.hasNextPage") != true {
			return lines
		}
		variables["at"] = page.at("organizations.pageInfo.endCursor")
	}
}

// organizationLine is a node as a file shows it.
func organizationLine(t *testing.T, node map[string]any, columns []string) string {
	t.Helper()
	within := func(edge, field string) any {
		if at, ok := node[edge].(map[string]any); ok {
			return at[field]
		}
		return nil
	}
	parts := make([]string, len(columns))
	for i, key := range columns {
		value := node[key]
		switch key {
		case "parent", "plan":
			value = within(key, "name")
		case "parentId":
			value = within("parent", "id")
		case "seatsUsed":
			value = within("seats", "used")
		case "seatLimit":
			value = within("seats", "limit")
		case "creditBalance":
			if text, ok := value.(string); ok {
				value = json.Number(text) // numbers that a spreadsheet adds up
			}
		case "features":
			if all, ok := value.([]any); ok {
				keys := []any{}
				for _, f := range all {
					if f := f.(map[string]any); f["enabled"] == true {
						keys = append(keys, f["feature"].(map[string]any)["key"])
					}
				}
				value = keys
			}
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

// anyOrganizations makes the arguments of a list.
func (w *world) anyOrganizations(rng *rand.Rand) map[string]any {
	n := w.north
	conditions := []map[string]any{
		{"status": map[string]any{"in": []any{"ACTIVE"}}},
		{"kind": map[string]any{"notIn": []any{"SUB_ACCOUNT"}, "in": nil}},
		{"parentId": map[string]any{"eq": n.root.GlobalID()}},
		{"creditBalance": map[string]any{"gte": "1"}},
		{"name": map[string]any{"contains": "a"}, "tag": nil},
		{"lastActivityAt": map[string]any{"isNull": true}},
		{"feature": map[string]any{"in": []any{"SMS"}}},
		{},
	}
	pick := func() any { return conditions[rng.IntN(len(conditions))] }
	list := map[string]any{}
	switch rng.IntN(4) {
	case 0:
		list["where"] = pick()
	case 1:
		list["where"] = map[string]any{"or": []any{pick(), pick()}, "not": nil}
	case 2:
		list["where"] = map[string]any{"and": []any{pick(), map[string]any{"not": pick()}}}
	}
	if rng.IntN(4) == 0 {
		list["search"] = []any{"a", "E", " ", nil}[rng.IntN(4)]
	}
	fields := slices.Clone(model.AllOrganizationOrderField)
	rng.Shuffle(len(fields), func(i, j int) { fields[i], fields[j] = fields[j], fields[i] })
	by := []any{}
	for _, f := range fields[:rng.IntN(4)] {
		by = append(by, map[string]any{"field": f.String(), "direction": []any{"ASC", "DESC"}[rng.IntN(2)]})
	}
	list["orderBy"] = by
	return list
}

// TestOrganizationExportIsThePagedList compares files with the pages of the
// list, for random conditions and orders, and pieces of several sizes.
func TestOrganizationExportIsThePagedList(t *testing.T) {
	t.Parallel()
	d := dbtest.New(t)
	w := newWorldIn(t, d)
	n := w.north
	ctx := database.WithReseller(t.Context(), n.root.ResellerID)
	for i, o := range []*db.Organization{n.root, n.acme, n.east, n.beta, n.gamma} {
		err := d.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
			return tx.Client.Organization.Update().Where(organization.ID(o.ID)).
				SetTags([]string{"gold", `a "quoted" <tag>`}[:i%3]).SetLegalName("=Légal").SetFeatures([]string{"SMS", "CALLS"}[:i%2+1]).
				SetCreditBalance(int64(i) * 1_000_000_007).SetNillableSeatLimit([]*int{nil, new(7)}[i%2]).Exec(ctx)
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	rng, all, rows := rand.New(rand.NewPCG(4, 12)), export.DefaultColumns(export.Organizations), 0
	for range 40 {
		list, columns := w.anyOrganizations(rng), all
		if rng.IntN(2) == 0 {
			columns = slices.Clone(all)
			rng.Shuffle(len(columns), func(i, j int) { columns[i], columns[j] = columns[j], columns[i] })
			columns = columns[:1+rng.IntN(8)]
		}
		text, err := json.Marshal(list)
		if err != nil {
			t.Fatal(err)
		}
		text = bytes.ReplaceAll(text, []byte(`{"gte":"1"}`), []byte(`{"gte":1}`)) // as gqlgen reads it
		var in organizationListInput
		if err := json.Unmarshal(text, &in); err != nil {
			t.Fatal(err)
		}
		stored, err := json.Marshal(in)
		if err != nil {
			t.Fatal(err)
		}
		want := w.pagedOrganizations(t, n.asAdmin(), list, columns)
		_, got := organizationFile(t, d, n.asAdmin(), stored, columns, 1+rng.IntN(4))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("%s %v\n%s", text, columns, diff)
		}
		rows += len(got)
	}
	if rows < 80 {
		t.Errorf("only %d rows were compared", rows)
	}
}

// TestOrganizationExportReach: who sees organizations takes away only those he
// may export, without the columns and cells he may not read.
func TestOrganizationExportReach(t *testing.T) {
	t.Parallel()
	d := dbtest.New(t)
	w := newWorldIn(t, d)
	n := w.north
	for name, c := range map[string]struct {
		viewer *authz.Viewer
		want   int
	}{
		"administrator of the reseller": {n.asAdmin(), 5},
		"support":                       {n.viewerOf(n.admin, n.root, authz.RoleResellerSupport), 0},
		"viewer":                        {n.viewerOf(n.admin, n.root, authz.RoleResellerAdmin, authz.RoleResellerViewer), 0},
		"tenant administrator":          {n.asBoss(), 0},
	} {
		_, got := organizationFile(t, d, c.viewer, json.RawMessage(`{"orderBy":[]}`), []string{"id"}, 1000)
		if len(got) != c.want {
			t.Errorf("%s exports %d organizations, want %d", name, len(got), c.want)
		}
	}
}

// TestOrganizationCells: what is guarded in the list is guarded in the file.
func TestOrganizationCells(t *testing.T) {
	t.Parallel()
	policy, err := authz.Load()
	if err != nil {
		t.Fatal(err)
	}
	var keys []string
	for _, c := range model.AllOrganizationColumn {
		keys = append(keys, columnKey(c))
	}
	if diff := cmp.Diff(keys, export.DefaultColumns(export.Organizations)); diff != "" {
		t.Error(diff)
	}
	of := generated.NewExecutableSchema(generated.Config{}).Schema().Types["Organization"]
	if diff := cmp.Diff(keys, readableColumns(of, authz.SetOf(authz.OrganizationRead, authz.OrganizationCreditRead,
		authz.SubscriptionRead, authz.OrganizationSeatRead), keys)); diff != "" {
		t.Error(diff)
	}
	open := []string{"id", "name", "kind", "status", "parent", "parentId", "features", "createdAt"}
	if diff := cmp.Diff(open, readableColumns(of, authz.SetOf(), keys)); diff != "" {
		t.Error(diff)
	}
	r := &Resolver{Authorizer: authz.New(policy)}
	o := &db.Organization{LegalName: "Secret AG", CreditBalance: 7, Name: "Acme"}
	p := r.organizationExportPlan(of, &authz.Viewer{}, []string{"name", "legalName", "creditBalance", "seatLimit"})
	for i, want := range []string{`"Acme"`, "null", "null", "null"} {
		if got := string(p.values[i](nil, o)); got != want {
			t.Errorf("%s: %s, want %s", p.fields[i], got, want)
		}
	}
}

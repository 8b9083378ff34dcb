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

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/schema"
	"tenantry/graph/generated"
	"tenantry/graph/model"
	"tenantry/internal/database"
	"tenantry/internal/dbtest"
	"tenantry/internal/export"
)

// auditFields are what the paged list is asked for to compare it with a file.
const auditFields = `id occurredAt action actor { userId displayName email } onBehalfOf { userId displayName } target { typeName targetId displayName }
	organization { id name } changes { field before after } reason ipAddress requestId`

// auditFile opens the list as the worker does and answers its lines of NDJSON.
func auditFile(t *testing.T, d *database.DB, v *authz.Viewer, input json.RawMessage, columns []string, size int) (lines []string) {
	t.Helper()
	policy, err := authz.Load()
	if err != nil {
		t.Fatal(err)
	}
	err = d.Snapshot(authz.NewContext(t.Context(), v), func(ctx context.Context, at *database.Snapshot) error {
		rows, err := AuditEventExport{Authorizer: authz.New(policy)}.Open(ctx, at, input, columns, size)
		if err != nil {
			return err
		}
		keys := rows.Columns()
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
	return lines
}

// pagedAudit reads all pages of the list and writes a line for each row.
func (w *world) pagedAudit(t *testing.T, v *authz.Viewer, where any, columns []string) (lines []string) {
	t.Helper()
	query := `query($where: AuditEventWhereInput, $at: Cursor) {
		auditEvents(first: 7, after: $at, where: $where) { nodes { ` + auditFields + ` } pageInfo { hasNextPage endCursor } } }`
	variables := map[string]any{"where": where}
	for {
		page := w.read(t, v, query, variables)
		for _, n := range page.at("auditEvents.nodes").([]any) {
			lines = append(lines, auditLine(t, n.(map[string]any), columns))
		}
		if page.at("auditEvents.pageInfo.hasNextPage") != true {
			return lines
		}
		variables["at"] = page.at("auditEvents.pageInfo.endCursor")
	}
}

// auditLine is a node as a file shows it.
func auditLine(t *testing.T, node map[string]any, columns []string) string {
	t.Helper()
	within := func(object, field string) any {
		at, _ := node[object].(map[string]any)
		return at[field]
	}
	cut := map[string][2]string{
		"actorName": {"actor", "displayName"}, "actorEmail": {"actor", "email"}, "actorId": {"actor", "userId"},
		"onBehalfOfName": {"onBehalfOf", "displayName"}, "onBehalfOfId": {"onBehalfOf", "userId"},
		"targetType": {"target", "typeName"}, "targetName": {"target", "displayName"}, "targetId": {"target", "targetId"},
		"organization": {"organization", "name"}, "organizationId": {"organization", "id"},
	}
	parts := make([]string, len(columns))
	for i, key := range columns {
		value := node[key]
		if at, ok := cut[key]; ok {
			value = within(at[0], at[1])
		}
		if key == "changes" { // the order of an object's fields is not kept in a map
			all := []schema.AuditChange{}
			for _, c := range value.([]any) {
				c := c.(map[string]any)
				all = append(all, schema.AuditChange{Field: c["field"].(string), Before: textOrNil(c["before"]), After: textOrNil(c["after"])})
			}
			parts[i] = fmt.Sprintf("%q:%s", key, appendList(nil, all, appendAuditChange))
			continue
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

func textOrNil(v any) *string {
	if s, ok := v.(string); ok {
		return &s
	}
	return nil
}

// history writes lines of all sorts: by staff and by the customer's own people,
// in somebody's place, by nobody, about what is gone, several at one moment.
func (w *world) history(t *testing.T, n reseller, lines int) {
	t.Helper()
	ctx, rng := database.WithReseller(t.Context(), n.root.ResellerID), rand.New(rand.NewPCG(7, 14))
	homes := []*db.Organization{n.root, n.acme, n.acme, n.east, n.beta}
	actors := []*db.User{n.admin, n.boss, n.agent, n.lost, nil}
	for range lines {
		home, actor := homes[rng.IntN(len(homes))], actors[rng.IntN(len(actors))]
		c := w.AuditEvent.Create().SetAccountID(home.AccountID).SetOrganizationID(home.ID).
			SetAction([]string{"user.updated", "user.suspended", "session.created", "role.updated"}[rng.IntN(4)]).
			SetTargetType([]string{"User", "User", "Role", "Session"}[rng.IntN(4)]).SetTargetID(n.agent.ID).SetTargetName("=1+\"x\"").
			SetChanges([]schema.AuditChange{{Field: "phone", After: new("+49 <30>")}, {Field: "name", Before: new("a\n\\"), After: new("é")}}[:rng.IntN(3)]).
			SetRequestID("request").SetIP([]string{"", "192.0.2.7"}[rng.IntN(2)]).
			SetCreatedAt(moment.Add(time.Duration(rng.IntN(lines/2)) * time.Minute))
		if actor != nil {
			c.SetActorID(actor.ID).SetActorName(actor.DisplayName).SetActorEmail(actor.Email)
		}
		if actor == n.admin && home != n.root && rng.IntN(2) == 0 {
			c.SetOnBehalfOfID(n.boss.ID).SetOnBehalfOfName(n.boss.DisplayName).SetReason("They asked.")
		}
		c.ExecX(ctx)
	}
}

// anyAuditWhere makes conditions of the list.
func (w *world) anyAuditWhere(rng *rand.Rand) map[string]any {
	n := w.north
	conditions := []map[string]any{
		{"action": map[string]any{"startsWith": "USER."}},
		{"action": map[string]any{"in": []any{"user.updated", "role.updated"}, "eq": nil}},
		{"actorId": map[string]any{"eq": n.boss.GlobalID()}},
		{"targetId": map[string]any{"in": []any{n.agent.GlobalID()}}},
		{"targetType": map[string]any{"in": []any{"Role"}}},
		{"targetType": map[string]any{"in": []any{"Role", "Session"}}},
		{"targetType": map[string]any{"notIn": []any{"User"}}},
		{"targetType": map[string]any{"in": []any{"user"}}},
		{"organizationId": map[string]any{"notIn": []any{n.east.GlobalID()}}},
		{"organizationId": map[string]any{"eq": w.south.acme.GlobalID()}},
		{"occurredAt": map[string]any{"gte": moment.Add(20 * time.Minute).Format(time.RFC3339)}},
	}
	where := map[string]any{}
	for range rng.IntN(3) {
		for key, value := range conditions[rng.IntN(len(conditions))] {
			where[key] = value
		}
	}
	return where
}

// TestAuditExportIsThePagedList compares files with the pages of the list, for
// random conditions and columns, and pieces of several sizes.
func TestAuditExportIsThePagedList(t *testing.T) {
	t.Parallel()
	d := dbtest.New(t)
	w := newWorldIn(t, d)
	w.history(t, w.north, 90)
	w.history(t, w.south, 10)
	rng, all, rows, hidden := rand.New(rand.NewPCG(14, 5)), export.DefaultColumns(export.AuditLog), 0, 0
	for range 50 {
		where, columns := w.anyAuditWhere(rng), all
		if rng.IntN(2) == 0 {
			columns = slices.Clone(all)
			rng.Shuffle(len(columns), func(i, j int) { columns[i], columns[j] = columns[j], columns[i] })
			columns = columns[:1+rng.IntN(6)]
		}
		text, err := json.Marshal(map[string]any{"where": where})
		if err != nil {
			t.Fatal(err)
		}
		var in auditListInput
		if err := json.Unmarshal(text, &in); err != nil {
			t.Fatal(err)
		}
		stored, err := json.Marshal(in)
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range []*authz.Viewer{w.north.asAdmin(), w.north.asBoss()} {
			want := w.pagedAudit(t, v, where, columns)
			got := auditFile(t, d, v, stored, columns, 1+rng.IntN(40))
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("%s %v\n%s", text, columns, diff)
			}
			rows += len(got)
			for _, line := range got {
				if strings.Contains(line, `"ipAddress":null`) {
					hidden++
				}
			}
		}
	}
	if rows < 500 || hidden == 0 || hidden == rows {
		t.Errorf("%d rows were compared, %d of them without an address", rows, hidden)
	}
}

// TestAuditExportReach: who reads the log takes away only the lines he may
// export, and who may export reads them first.
func TestAuditExportReach(t *testing.T) {
	t.Parallel()
	d := dbtest.New(t)
	w := newWorldIn(t, d)
	w.history(t, w.north, 40)
	n := w.north
	all := func(v *authz.Viewer) int { return len(w.pagedAudit(t, v, nil, []string{"id"})) }
	boss := all(n.asBoss())
	if whole := all(n.asAdmin()); boss == 0 || boss >= whole {
		t.Fatalf("%d of %d lines are the customer's", boss, whole)
	}
	for name, c := range map[string]struct {
		viewer *authz.Viewer
		want   int
	}{
		"administrator of the reseller": {n.asAdmin(), all(n.asAdmin())},
		"administrator who only reads":  {n.viewerOf(n.admin, n.root, authz.RoleResellerAdmin, authz.RoleResellerViewer), 0},
		"support":                       {n.viewerOf(n.admin, n.root, authz.RoleResellerSupport), 0},
		"tenant administrator":          {n.asBoss(), boss},
		"of a sub-account":              {n.viewerOf(n.boss, n.east, authz.RoleTenantAdmin), all(n.viewerOf(n.boss, n.east, authz.RoleTenantAdmin))},
		"viewer of the tenant":          {n.viewerOf(n.boss, n.acme, authz.RoleViewer), 0},
		"reader of the log":             {n.viewerOf(n.boss, n.acme, authz.RoleClientAdmin), 0},
		"analyst beside it":             {n.viewerOf(n.boss, n.acme, authz.RoleTenantAdmin, authz.RoleAnalyst), 0},
	} {
		if got := auditFile(t, d, c.viewer, json.RawMessage(`{}`), []string{"id"}, 1000); len(got) != c.want {
			t.Errorf("%s exports %d lines, want %d", name, len(got), c.want)
		}
	}
}

// TestAuditCells: every column of the contract has a key, shows a field of the
// list, and has a way to be written.
func TestAuditCells(t *testing.T) {
	t.Parallel()
	var keys []string
	for _, c := range model.AllAuditEventColumn {
		keys = append(keys, columnKey(c))
	}
	if diff := cmp.Diff(keys, export.DefaultColumns(export.AuditLog)); diff != "" {
		t.Error(diff)
	}
	of := generated.NewExecutableSchema(generated.Config{}).Schema().Types["AuditEvent"]
	if diff := cmp.Diff(keys, readableColumns(of, authz.SetOf(), keys)); diff != "" {
		t.Error(diff)
	}
	for i, write := range (&Resolver{}).auditExportPlan(nil, keys).values {
		if write == nil {
			t.Errorf("nothing writes %s", keys[i])
		}
	}
}

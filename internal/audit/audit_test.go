package audit_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/lib/pq"

	"tenantry/authz"
	"tenantry/ent/db/auditevent"
	"tenantry/ent/schema"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/dbtest"
	"tenantry/internal/request"
)

// line is a scene: a reseller, and a context of a member of its staff.
func line(t *testing.T) (*database.DB, *authz.Viewer, context.Context) {
	t.Helper()
	t.Parallel()
	d := dbtest.New(t)
	v := &authz.Viewer{UserID: schema.NewID(), ResellerID: schema.NewID(), RootID: schema.NewID(), DisplayName: "Ada", Email: "ada@northwind.test"}
	v.OrganizationID, v.AccountID = v.RootID, v.RootID
	ctx := authz.NewContext(t.Context(), v)
	if err := d.Client().Reseller.Create().SetID(v.ResellerID).SetName("N").SetRootOrganizationID(v.RootID).
		SetCreatedAt(time.Now()).SetUpdatedAt(time.Now()).Exec(ctx); err != nil {
		t.Fatal(err)
	}
	return d, v, request.WithInfo(ctx, request.Info{ID: "req-1", IP: "192.0.2.1"})
}

func record(ctx context.Context, d *database.DB, events ...audit.Event) error {
	return d.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error { return audit.Record(ctx, tx, events...) })
}

func TestRecord(t *testing.T) {
	d, v, ctx := line(t)
	at := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	event := func(action string) audit.Event {
		return audit.Event{At: at, Action: action, OrganizationID: v.RootID, AccountID: v.RootID, TargetType: "User", TargetID: schema.NewID(), TargetName: "Bob"}
	}
	byOther := event("b")
	byOther.Actor = &audit.Actor{ID: schema.NewID(), Name: "Eve", Email: "eve@harbour.test"}
	byOther.Reason, byOther.Changes = new("why"), audit.Text("status", "ACTIVE", "SUSPENDED")
	counted, counter := database.WithCounter(ctx)
	if err := record(counted, d, event("a"), byOther); err != nil {
		t.Fatal(err)
	}
	if n := counter.Count(); n != 2 {
		t.Errorf("%d statements for two lines, want one to write them and one to tell of them", n)
	}
	if err := record(ctx, d); err != nil {
		t.Errorf("no events: %v", err)
	}
	all, err := d.Client().AuditEvent.Query().Order(auditevent.ByAction()).All(ctx)
	if err != nil || len(all) != 2 {
		t.Fatalf("%d lines: %v", len(all), err)
	}
	a, b := all[0], all[1]
	if *a.ActorID != v.UserID || a.ActorName != "Ada" || a.ActorEmail != "ada@northwind.test" || a.RequestID != "req-1" || a.IP != "192.0.2.1" ||
		a.TargetName != "Bob" || !a.CreatedAt.Equal(at) || a.Reason != nil || len(a.Changes) != 0 {
		t.Errorf("by the viewer: %+v", a)
	}
	if b.ActorName != "Eve" || *b.Reason != "why" || *b.Changes[0].Before != "ACTIVE" || *b.Changes[0].After != "SUSPENDED" {
		t.Errorf("by another: %+v", b)
	}
}

// The program's role can add lines, and nothing else.
func TestAppendOnly(t *testing.T) {
	d, v, ctx := line(t)
	err := record(ctx, d, audit.Event{At: time.Now(), Action: "a", OrganizationID: v.RootID, AccountID: v.RootID, TargetType: "User", TargetID: schema.NewID()})
	if err != nil {
		t.Fatal(err)
	}
	denied := func(what string, err error) {
		t.Helper()
		if e, ok := errors.AsType[*pq.Error](err); !ok || e.Code != "42501" {
			t.Errorf("%s: %v, want permission denied", what, err)
		}
	}
	_, err = d.Client().AuditEvent.Delete().Exec(ctx)
	denied("delete", err)
	for _, query := range []string{
		"UPDATE audit_events SET actor_name = 'x' WHERE reseller_id = $1",
		"DELETE FROM audit_events WHERE reseller_id = $1",
	} {
		_, err := d.Write.ExecContext(ctx, query, v.ResellerID)
		denied(query, err)
	}
	free := database.Unguarded(ctx, "a test of grants")
	for _, query := range []string{
		"TRUNCATE audit_events", "DROP TABLE audit_events", "ALTER TABLE audit_events ADD COLUMN x int",
		"DELETE FROM schema_migrations", "CREATE TABLE x (y int)",
	} {
		if _, err := d.Write.ExecContext(free, query); err == nil {
			t.Errorf("the program may %s", query)
		}
	}
	if n, err := d.Client().AuditEvent.Query().Count(ctx); err != nil || n != 1 {
		t.Errorf("%d lines left: %v", n, err)
	}
}

func TestDiff(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		got  []audit.Change
		want int
	}{
		"both nil":      {audit.Diff("f", nil, nil), 0},
		"the same":      {audit.Diff("f", new("a"), new("a")), 0},
		"set":           {audit.Diff("f", nil, new("a")), 1},
		"cleared":       {audit.Diff("f", new("a"), nil), 1},
		"empty is none": {audit.Text("f", "", ""), 0},
		"changed":       {audit.Text("f", "a", "b"), 1},
	} {
		if len(c.got) != c.want {
			t.Errorf("%s: %v", name, c.got)
		}
	}
}

package policy_test

import (
	"context"
	"log/slog"
	"testing"
	"time"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/role"
	"tenantry/ent/schema"
	"tenantry/internal/database"
	"tenantry/internal/dbtest"
	"tenantry/internal/policy"
)

// TestAnotherProcessLearnsOfARole changes a role through one process and waits
// for the decision of another.
func TestAnotherProcessLearnsOfARole(t *testing.T) {
	t.Parallel()
	url := dbtest.URL(t)
	here := dbtest.Open(t, url)
	settings, err := database.ParseURL(url)
	if err != nil {
		t.Fatal(err)
	}
	builtIn, err := authz.Load()
	if err != nil {
		t.Fatal(err)
	}
	there := authz.New(builtIn)
	keeper := &policy.Keeper{
		DB: dbtest.Open(t, url), Authorizer: there, ListenDSN: settings.DSN,
		PollEvery: time.Hour, Log: slog.New(slog.DiscardHandler), // only a notification can be in time
	}
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- keeper.Run(ctx) }()
	t.Cleanup(func() {
		stop()
		if err := <-done; err != nil {
			t.Error(err)
		}
	})

	resellerID, rootID, roleID, now := schema.NewID(), schema.NewID(), schema.NewID(), time.Now()
	viewer := &authz.Viewer{
		UserID: schema.NewID(), ResellerID: resellerID, RootID: rootID, OrganizationID: rootID, AccountID: rootID,
		Assignments: []authz.Assignment{{Role: roleID.String(), Domain: rootID}},
	}
	in := database.WithReseller(t.Context(), resellerID)
	grant := func(permission authz.Permission) {
		t.Helper()
		err := here.WithTx(in, func(ctx context.Context, tx *database.Tx) error {
			if err := tx.Client.RolePermission.Create().SetAccountID(rootID).SetRoleID(roleID).
				SetPermission(permission.Name()).SetCreatedAt(now).Exec(ctx); err != nil {
				return err
			}
			return policy.Changed(ctx, tx, roleID)
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	err = here.WithTx(in, func(ctx context.Context, tx *database.Tx) error {
		if err := tx.Client.Reseller.Create().SetID(resellerID).SetName("North").SetRootOrganizationID(rootID).
			SetCreatedAt(now).SetUpdatedAt(now).Exec(ctx); err != nil {
			return err
		}
		if err := tx.Client.Organization.Create().SetID(rootID).SetAccountID(rootID).SetKind(organization.KindRESELLER).
			SetPath("/").SetName("North").SetSortName("north").SetSearchText("north").SetCreatedAt(now).SetUpdatedAt(now).Exec(ctx); err != nil {
			return err
		}
		return tx.Client.Role.Create().SetID(roleID).SetAccountID(rootID).SetOrganizationID(rootID).SetKey("auditor").SetName("Auditor").
			SetFamily(role.FamilyCUSTOM).SetCreatedAt(now).SetUpdatedAt(now).Exec(ctx)
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range []authz.Permission{authz.AuditRead, authz.UsageRead} {
		grant(p)
		waitFor(t, func() bool { return there.Has(viewer, []uuid.UUID{rootID}, p) })
	}
}

func waitFor(t *testing.T, ok func() bool) {
	t.Helper()
	deadline := time.After(10 * time.Second)
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	for !ok() {
		select {
		case <-deadline:
			t.Fatal("the other process has not learned of it")
		case <-tick.C:
		}
	}
}

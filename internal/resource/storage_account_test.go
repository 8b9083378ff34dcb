package resource

import (
	"context"
	"database/sql"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/storageaccount"
	"tenantry/ent/schema"
	"tenantry/internal/database"
	"tenantry/internal/dbtest"
	"tenantry/internal/fault"
	"tenantry/internal/feature"
)

func TestJudgeQuota(t *testing.T) {
	t.Parallel()
	for bytes, good := range map[int64]bool{
		minQuota: true, minQuota + 1: true, maxQuota: true,
		0: false, -1: false, 1: false, minQuota - 1: false, maxQuota + 1: false, 1<<63 - 1: false, -1 << 63: false,
	} {
		var errs fault.Refusals
		judgeQuota(&errs, bytes)
		if (len(errs) == 0) != good || !good && (errs[0].Code != fault.Invalid || strings.Join(errs[0].Path, ".") != "input.quotaBytes") {
			t.Errorf("%d: %v", bytes, errs)
		}
	}
}

func TestModelKey(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("a", maxModelKey)
	for key, want := range map[string]fault.Code{
		"triage": "", "a": "", "7": "", "triage-2-eu": "", long: "",
		"": fault.Required, long + "a": fault.TooLong, "Triage": fault.Invalid, "tri age": fault.Invalid, "-triage": fault.Invalid, "triage-": fault.Invalid,
		"tri--age": fault.Invalid, "tri_age": fault.Invalid, "triäge": fault.Invalid, "triage\n": fault.Invalid,
	} {
		var errs fault.Refusals
		modelKey(&errs, key)
		if got := first(errs.Err()); got != want {
			t.Errorf("%q: %q, want %q", key, got, want)
		}
	}
}

// first is the code of the first refusal.
func first(err error) fault.Code {
	if refusals, ok := errors.AsType[fault.Refusals](err); ok {
		return refusals[0].Code
	}
	return ""
}

// customer writes a reseller with one customer, and answers the context of its
// administrator and the customer.
func customer(t *testing.T, ownerURL string, d *database.DB, now time.Time, name string) (context.Context, uuid.UUID) {
	t.Helper()
	owner, err := sql.Open("postgres", ownerURL)
	if err != nil {
		t.Fatal(err)
	}
	defer owner.Close()
	id, root, org := schema.NewID(), schema.NewID(), schema.NewID()
	_, err = owner.ExecContext(t.Context(), `INSERT INTO resellers (id, name, root_organization_id, created_at, updated_at) VALUES ($1, $2, $3, $4, $4)`,
		id, name, root, now)
	if err != nil {
		t.Fatal(err)
	}
	ctx, all := database.WithReseller(t.Context(), id), []feature.Key{feature.Storage, feature.CustomModels}
	organizations := d.Client().Organization
	err = organizations.Create().SetID(root).SetKind(organization.KindRESELLER).SetAccountID(root).SetPath(root.String() + "/").SetFeatures(all).
		SetName(name).SetSortName(name).SetSearchText(name).SetCreatedAt(now).SetUpdatedAt(now).Exec(ctx)
	if err != nil {
		t.Fatal(err)
	}
	err = organizations.Create().SetID(org).SetKind(organization.KindCUSTOMER).SetAccountID(org).SetParentID(root).
		SetPath(root.String() + "/" + org.String() + "/").SetFeatures(all).
		SetName("Customer").SetSortName("customer").SetSearchText("customer").SetCreatedAt(now).SetUpdatedAt(now).Exec(ctx)
	if err != nil {
		t.Fatal(err)
	}
	return authz.NewContext(t.Context(), &authz.Viewer{
		UserID: schema.NewID(), SessionID: schema.NewID(), ResellerID: id, RootID: root, OrganizationID: root, AccountID: root, DisplayName: "Ada",
		Assignments: []authz.Assignment{{Role: authz.RoleResellerAdmin, Domain: root}},
	}), org
}

// TestStorageQuota: a quota is never set below what is used, unless it only comes
// closer to it, and the number of bytes used has bounds of its own.
func TestStorageQuota(t *testing.T) {
	t.Parallel()
	ownerURL, url := dbtest.URLs(t)
	rules, err := authz.Load()
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 3, 2, 9, 30, 0, 0, time.UTC)
	s := &Service{DB: dbtest.Open(t, url), Authorizer: authz.New(rules), Now: func() time.Time { return now }}
	ctx, org := customer(t, ownerURL, s.DB, now, "northwind")
	other, _ := customer(t, ownerURL, s.DB, now, "southwind")
	const gib = 1 << 30
	a, err := s.StorageCreate(ctx, NewStorage{OrganizationID: org, Name: "Contracts", Region: storageaccount.RegionEU_WEST, QuotaBytes: 4 * gib})
	if err != nil {
		t.Fatal(err)
	}
	quota := func(ctx context.Context, bytes int64) fault.Code {
		_, err := s.StorageUpdate(ctx, a.ID, StoragePatch{QuotaBytes: &bytes})
		if err != nil && first(err) == "" {
			t.Fatal(err)
		}
		return first(err)
	}
	used := func(ctx context.Context, bytes int64) fault.Code {
		_, err := s.StorageUsageSet(ctx, a.ID, bytes)
		if err != nil && first(err) == "" {
			t.Fatal(err)
		}
		return first(err)
	}
	for i, c := range []struct {
		set  func(context.Context, int64) fault.Code
		ctx  context.Context
		to   int64
		want fault.Code
	}{
		{used, ctx, -1, fault.Invalid},
		{used, ctx, maxUsed + 1, fault.Invalid},
		{used, other, gib, fault.Missing},
		{used, ctx, 3 * gib, ""},
		{quota, ctx, 3*gib - 1, fault.Conflict},
		{quota, ctx, 3 * gib, ""},
		{quota, other, 9 * gib, fault.Missing},
		{quota, ctx, minQuota - 1, fault.Invalid},
		{used, ctx, 8 * gib, ""}, // what is stored is told, whatever was allowed
		{quota, ctx, 2 * gib, fault.Conflict},
		{quota, ctx, 3 * gib, ""}, // as it is
		{quota, ctx, 5 * gib, ""}, // more, if not enough
		{quota, ctx, maxQuota, ""},
	} {
		if got := c.set(c.ctx, c.to); got != c.want {
			t.Errorf("step %d, to %d: %q, want %q", i, c.to, got, c.want)
		}
	}
	if _, err := s.StorageCreate(ctx, NewStorage{OrganizationID: org, Name: "CONTRACTS", Region: storageaccount.RegionEU_WEST, QuotaBytes: gib}); first(err) != fault.Taken {
		t.Errorf("the name in capitals: %v", err)
	}
	if err := s.StorageDelete(ctx, a.ID, "Contract"); first(err) != fault.Invalid {
		t.Errorf("deleted by another name: %v", err)
	}
	if err := s.StorageDelete(ctx, a.ID, "contracts"); err != nil {
		t.Error(err)
	}
}

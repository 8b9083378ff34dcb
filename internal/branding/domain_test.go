package branding

import (
	"context"
	"database/sql"
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db/branding"
	"tenantry/ent/db/organization"
	"tenantry/ent/schema"
	"tenantry/internal/database"
	"tenantry/internal/dbtest"
	"tenantry/internal/fault"
)

func TestHost(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"portal.northwind.test": "portal.northwind.test", " Portal.Northwind.TEST. ": "portal.northwind.test", "bücher.test": "xn--bcher-kva.test",
		"xn--bcher-kva.test": "xn--bcher-kva.test", "a-b.c.test": "a-b.c.test",
	} {
		if got, ok := Host(in); !ok || got != want {
			t.Errorf("%q: %q %v, want %q", in, got, ok, want)
		}
	}
	for _, in := range []string{
		"", ".", "localhost", "192.0.2.7", "::1", "https://portal.northwind.test", "portal.northwind.test/in", "portal.northwind.test:443", "*.northwind.test",
		"-portal.northwind.test", "por tal.northwind.test", "portal..northwind.test", "por_tal.northwind.test", strings.Repeat("a", 64) + ".test",
		strings.Repeat("a.", 127) + "test",
	} {
		if got, ok := Host(in); ok {
			t.Errorf("%q was taken for %q", in, got)
		}
	}
}

// zone is a DNS of the test's own.
type zone struct {
	records map[string][]string
	err     error
	asked   []string
}

func (z *zone) LookupTXT(_ context.Context, name string) ([]string, error) {
	z.asked = append(z.asked, name)
	return z.records[name], z.err
}

// reseller writes a reseller with its root alone, and answers the context of its
// administrator.
func reseller(t *testing.T, owner *sql.DB, d *database.DB, name string, now time.Time) (context.Context, uuid.UUID) {
	t.Helper()
	id, root := schema.NewID(), schema.NewID()
	_, err := owner.ExecContext(t.Context(), `INSERT INTO resellers (id, name, root_organization_id, created_at, updated_at) VALUES ($1, $2, $3, $4, $4)`,
		id, name, root, now)
	if err != nil {
		t.Fatal(err)
	}
	err = d.Client().Organization.Create().SetID(root).SetKind(organization.KindRESELLER).SetAccountID(root).SetPath(root.String() + "/").
		SetName(name).SetSortName(name).SetSearchText(name).SetCreatedAt(now).SetUpdatedAt(now).Exec(database.WithReseller(t.Context(), id))
	if err != nil {
		t.Fatal(err)
	}
	return authz.NewContext(t.Context(), &authz.Viewer{
		UserID: schema.NewID(), SessionID: schema.NewID(), ResellerID: id, RootID: root, OrganizationID: root, AccountID: root,
		DisplayName: "Ada", Email: "ada@" + name + ".test",
		Assignments: []authz.Assignment{{Role: authz.RoleResellerAdmin, Domain: root}},
	}), root
}

// TestDomainProof: a host belongs to whoever shows the record, on a real database
// and with a resolver of the test.
func TestDomainProof(t *testing.T) {
	t.Parallel()
	ownerURL, url := dbtest.URLs(t)
	owner, err := sql.Open("postgres", ownerURL)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { owner.Close() })
	rules, err := authz.Load()
	if err != nil {
		t.Fatal(err)
	}
	now, dns := time.Date(2026, 3, 2, 9, 30, 0, 0, time.UTC), &zone{}
	s := &Service{
		DB: dbtest.Open(t, url), Authorizer: authz.New(rules), Secret: []byte("secret"), PublicURL: "https://portal.test", DNS: dns, Now: func() time.Time { return now },
	}
	ctx, root := reseller(t, owner, s.DB, "northwind", now)
	other, otherRoot := reseller(t, owner, s.DB, "southwind", now)
	const host, portal = "portal.northwind.test", branding.PortalCUSTOMER

	verify := func(ctx context.Context, org uuid.UUID) fault.Code {
		_, err := s.DomainVerify(ctx, org, portal)
		refusals, ok := errors.AsType[fault.Refusals](err)
		if err != nil && !ok {
			t.Fatal(err)
		}
		if ok {
			return refusals[0].Code
		}
		return ""
	}
	if got := verify(ctx, root); got != fault.WrongState || len(dns.asked) > 0 {
		t.Errorf("without a domain: %q, asked %v", got, dns.asked)
	}
	mine, err := s.DomainSet(ctx, root, portal, "Portal.Northwind.test.")
	if err != nil {
		t.Fatal(err)
	}
	theirs, err := s.DomainSet(other, otherRoot, portal, host)
	if err != nil {
		t.Fatal("who merely names a host keeps nobody from it:", err)
	}
	name, value := s.Record(mine)
	_, foreign := s.Record(theirs)
	if name != "_tenantry."+host || value == foreign {
		t.Errorf("record %s %s, of another %s", name, value, foreign)
	}
	for what, z := range map[string]zone{
		"no record":          {},
		"another's value":    {records: map[string][]string{name: {foreign}}},
		"below another name": {records: map[string][]string{host: {value}}},
		"the value in part":  {records: map[string][]string{name: {value[:len(value)-1], "x" + value, value + " "}}},
		"no answer":          {records: map[string][]string{name: {value}}, err: errors.New("server misbehaving")},
	} {
		*dns = z
		if got := verify(ctx, root); got != fault.Conflict || !slices.Equal(dns.asked, []string{name}) {
			t.Errorf("%s: %q, asked %v", what, got, dns.asked)
		}
		if _, at, err := s.At(t.Context(), host); err != nil || at != nil {
			t.Errorf("%s: the host shows %v %v", what, at, err)
		}
	}
	*dns = zone{records: map[string][]string{name: {"v=spf1 -all", foreign, value}}}
	if got := verify(ctx, root); got != "" {
		t.Fatalf("with the record: %s", got)
	}
	if got := verify(ctx, root); got != "" {
		t.Errorf("once more: %s", got)
	}
	if got := verify(other, otherRoot); got != fault.Taken {
		t.Errorf("another with a record of its own: %q, want %s", got, fault.Taken)
	}
	if _, at, err := s.At(t.Context(), host); err != nil || at == nil || *at != portal {
		t.Errorf("the host shows %v %v", at, err)
	}
	if _, err := s.DomainRemove(ctx, root, portal); err != nil {
		t.Fatal(err)
	}
	if got := verify(other, otherRoot); got != "" {
		t.Errorf("freed, and yet %s", got)
	}

	var log []string
	rows, err := owner.QueryContext(t.Context(), `SELECT action FROM audit_events ORDER BY created_at, id`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var action string
		if err := rows.Scan(&action); err != nil {
			t.Fatal(err)
		}
		log = append(log, action)
	}
	want := map[string]int{"branding.domain_set": 2, "branding.domain_verified": 2, "branding.domain_removed": 1}
	got := map[string]int{}
	for _, action := range log {
		got[action]++
	}
	if rows.Err() != nil || !maps.Equal(got, want) {
		t.Errorf("the log has %v, want %v", got, want)
	}
}

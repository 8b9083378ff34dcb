package usage

import (
	"context"
	"database/sql"
	"fmt"
	"log/slog"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/user"
	"tenantry/ent/schema"
	"tenantry/internal/database"
	"tenantry/internal/dbtest"
	"tenantry/internal/export"
	"tenantry/internal/fault"
	"tenantry/internal/jobs"
	"tenantry/internal/rule"
)

// clock stands still unless moved.
type clock struct{ at atomic.Int64 }

func (c *clock) now() time.Time          { return time.UnixMicro(c.at.Load()).UTC() }
func (c *clock) advance(d time.Duration) { c.at.Add(d.Microseconds()) }

// house is a database with one reseller and some customers.
type house struct {
	*Service
	t     testing.TB
	clock *clock
	owner *sql.DB

	reseller, root uuid.UUID
	admin          *db.User
	ctx            context.Context // of the administrator
}

func setup(t testing.TB) *house {
	t.Helper()
	ownerURL, url := dbtest.URLs(t)
	h := &house{t: t, clock: &clock{}, reseller: schema.NewID(), root: schema.NewID()}
	h.clock.at.Store(time.Date(2026, 3, 10, 9, 0, 0, 0, time.UTC).UnixMicro())
	var err error
	h.owner, err = sql.Open("postgres", ownerURL)
	h.must(err)
	t.Cleanup(func() { h.owner.Close() })
	d := dbtest.Open(t, url)
	rules, err := authz.Load()
	h.must(err)
	decides := authz.New(rules)
	inserter, err := jobs.New(jobs.Config{DB: d.Write})
	h.must(err)
	_, err = h.owner.ExecContext(t.Context(), `INSERT INTO resellers (id, name, root_organization_id, timezone, created_at, updated_at)
		VALUES ($1, 'Northwind', $2, 'Europe/Berlin', $3, $3)`, h.reseller, h.root, h.clock.now())
	h.must(err)
	h.Service = &Service{DB: d, Authorizer: decides, Now: h.clock.now, Viewers: h}
	h.Exports = &export.Service{
		DB: d, Authorizer: decides, Jobs: inserter, Idempotency: h, Viewers: h, Secret: []byte("0123456789abcdef0123456789abcdef"),
		Reports:   export.Source{List: Files{Authorizer: decides, Now: h.clock.now}, Allowed: func(v *authz.Viewer) bool { return ReportsAllowed(decides, v) }},
		PublicURL: "https://portal.test", Now: h.clock.now,
	}
	h.organization(h.root, nil, "Northwind")
	h.admin = h.user(h.root, "admin@northwind.test", func(c *db.UserCreate) { c.SetResellerRole(user.ResellerRoleRESELLER_ADMIN) })
	h.ctx = h.as(h.admin)
	return h
}

func (h *house) must(err error) {
	h.t.Helper()
	if err != nil {
		h.t.Fatal(err)
	}
}

func (h *house) exec(query string, args ...any) {
	h.t.Helper()
	_, err := h.owner.ExecContext(h.t.Context(), query, args...)
	h.must(err)
}

// Once implements export.Idempotency.
func (h *house) Once(ctx context.Context, tx *database.Tx, operation string, key *string, input any, run func() (uuid.UUID, error)) (uuid.UUID, error) {
	return rule.Once(ctx, tx, h.now(), operation, key, input, run)
}

// ViewerOf implements export.Viewers: by role and state.
func (h *house) ViewerOf(ctx context.Context, reseller, id uuid.UUID) (*authz.Viewer, error) {
	u, err := h.DB.Client().User.Query().Where(user.ID(id)).Only(database.WithReseller(ctx, reseller))
	if db.IsNotFound(err) || err == nil && u.Status != user.StatusACTIVE {
		return nil, fault.New(fault.Unauthenticated, "Nobody is signed in.")
	} else if err != nil {
		return nil, err
	}
	return h.viewer(u), nil
}

func (h *house) viewer(u *db.User) *authz.Viewer {
	v := &authz.Viewer{
		UserID: u.ID, SessionID: schema.NewID(), ResellerID: u.ResellerID, RootID: h.root, OrganizationID: u.OrganizationID, AccountID: u.AccountID,
		DisplayName: u.DisplayName, Email: u.Email,
	}
	if u.ResellerRole != nil {
		v.Assignments = append(v.Assignments, authz.Assignment{Role: lower(string(*u.ResellerRole)), Domain: h.root})
	}
	if u.UserType != nil {
		v.Assignments = append(v.Assignments, authz.Assignment{Role: lower(string(*u.UserType)), Domain: u.OrganizationID})
	}
	return v
}

func lower(s string) string {
	b := []byte(s)
	for i, c := range b {
		if c >= 'A' && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
	return string(b)
}

func (h *house) as(u *db.User) context.Context { return authz.NewContext(h.t.Context(), h.viewer(u)) }

func (h *house) system() context.Context { return database.WithReseller(h.t.Context(), h.reseller) }

// organization makes a customer, or a sub-account of one.
func (h *house) organization(id uuid.UUID, parent *db.Organization, name string) *db.Organization {
	h.t.Helper()
	c := h.DB.Client().Organization.Create().SetID(id).SetName(name).SetSortName(name).SetSearchText(name).SetCreatedAt(h.now()).SetUpdatedAt(h.now())
	switch {
	case id == h.root:
		c.SetKind(organization.KindRESELLER).SetAccountID(id).SetPath(id.String() + "/")
	case parent == nil:
		c.SetKind(organization.KindCUSTOMER).SetAccountID(id).SetParentID(h.root).SetPath(h.root.String() + "/" + id.String() + "/")
	default:
		c.SetKind(organization.KindSUB_ACCOUNT).SetAccountID(parent.ID).SetParentID(parent.ID).SetPath(parent.Path + id.String() + "/")
	}
	o, err := c.Save(h.system())
	h.must(err)
	return o
}

func (h *house) customer(name string) *db.Organization {
	h.t.Helper()
	return h.organization(schema.NewID(), nil, name)
}

func (h *house) user(org uuid.UUID, email string, more func(*db.UserCreate)) *db.User {
	h.t.Helper()
	account := org
	if o, err := h.DB.Client().Organization.Query().Where(organization.ID(org)).Only(h.system()); err == nil {
		account = o.AccountID
	}
	var made *db.User
	h.must(h.DB.WithTx(h.system(), func(ctx context.Context, tx *database.Tx) (err error) {
		c := tx.Client.User.Create().SetAccountID(account).SetOrganizationID(org).SetEmail(email).SetEmailKey(email).
			SetDisplayName(email).SetSortName(email).SetSearchText(email).SetStatus(user.StatusACTIVE).SetCreatedAt(h.now()).SetUpdatedAt(h.now())
		more(c)
		made, err = c.Save(ctx)
		return err
	}))
	return made
}

// batch is n records of one organization, of the days before today.
func batch(org uuid.UUID, name string, n int, today time.Time) []Record {
	out := make([]Record, n)
	for i := range out {
		out[i] = Record{
			OrganizationID: org, Metric: Metrics()[i%6].Key, Day: today.AddDate(0, 0, -(i/6)%30), Quantity: int64(i % 100), Key: fmt.Sprintf("%s-%d", name, i),
		}
	}
	return out
}

// quiet is a log nobody reads.
func quiet() *slog.Logger { return slog.New(slog.DiscardHandler) }

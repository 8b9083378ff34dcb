package session

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"log/slog"
	"sync"
	"testing"
	"time"

	"github.com/alexedwards/argon2id"
	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/role"
	"tenantry/ent/db/user"
	"tenantry/ent/schema"
	"tenantry/internal/database"
	"tenantry/internal/dbtest"
	"tenantry/internal/fault"
)

const (
	password = "a long walk by the river"
	home     = "192.0.2.7"
)

// clock is moved by hand.
type clock struct {
	mu sync.Mutex
	t  time.Time
}

func newClock() *clock { return &clock{t: time.Date(2026, 3, 2, 9, 30, 0, 0, time.UTC)} }

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.t
}

func (c *clock) advance(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.t = c.t.Add(d)
}

// counting is a cheap Hasher that tells what it did.
type counting struct {
	*Hasher
	mu  sync.Mutex
	ops []string
}

func cheap() *counting {
	c := &counting{Hasher: NewHasher(argon2id.Params{Memory: 8, Iterations: 1, Parallelism: 1, SaltLength: 16, KeyLength: 32})}
	c.Observe = func(op string) {
		c.mu.Lock()
		defer c.mu.Unlock()
		c.ops = append(c.ops, op)
	}
	return c
}

// taken answers what was computed since it was last asked.
func (c *counting) taken() []string {
	c.mu.Lock()
	defer c.mu.Unlock()
	ops := c.ops
	c.ops = nil
	return ops
}

// world is a database with one reseller, one customer and one sub-account.
type world struct {
	t      *testing.T
	url    string
	clock  *clock
	hasher *counting
	db     *database.DB
	mails  *letters
	*Service

	hash                      string
	reseller, root, cust, sub uuid.UUID
}

func newWorld(t *testing.T) *world {
	t.Helper()
	t.Parallel()
	w := &world{t: t, url: dbtest.URL(t), clock: newClock(), hasher: cheap(), mails: &letters{}}
	w.db = dbtest.Open(t, w.url)
	w.Service = w.process()
	var err error
	if w.hash, err = w.hasher.Hash(t.Context(), password); err != nil {
		t.Fatal(err)
	}
	w.hasher.taken()
	w.reseller, w.root = w.newReseller("Northwind")
	w.cust = w.organization(organization.KindCUSTOMER, "Harbour", w.root)
	w.sub = w.organization(organization.KindSUB_ACCOUNT, "Harbour East", w.cust)
	return w
}

// process is another Service on the same database, as another process would be.
func (w *world) process() *Service {
	w.t.Helper()
	policy, err := authz.Load()
	w.must(err)
	s, err := New(Config{
		Authorizer: authz.New(policy),
		DB:         dbtest.Open(w.t, w.url), Hasher: w.hasher.Hasher, Secret: bytes.Repeat([]byte("s"), minSecret),
		PublicURL: "https://portal.test", Mails: w.mails,
		ListenDSN: w.url, Now: w.clock.now, Log: slog.New(slog.DiscardHandler),
	})
	if err != nil {
		w.t.Fatal(err)
	}
	return s
}

func (w *world) ctx() context.Context {
	return database.WithReseller(w.t.Context(), w.reseller)
}

func (w *world) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

// newReseller makes a reseller with its root organization.
func (w *world) newReseller(name string) (reseller, root uuid.UUID) {
	w.t.Helper()
	reseller, root = schema.NewID(), schema.NewID()
	ctx, now := database.WithReseller(w.t.Context(), reseller), w.now()
	w.exec(`INSERT INTO resellers (id, name, root_organization_id, created_at, updated_at) VALUES ($1, $2, $3, $4, $4)`,
		reseller, name, root, now)
	w.must(w.db.Client().Organization.Create().SetID(root).SetAccountID(root).SetKind(organization.KindRESELLER).
		SetPath(root.String() + "/").SetName(name).SetSortName(name).SetSearchText(name).
		SetCreatedAt(now).SetUpdatedAt(now).Exec(ctx))
	return reseller, root
}

func (w *world) organization(kind organization.Kind, name string, parent uuid.UUID) uuid.UUID {
	w.t.Helper()
	id := schema.NewID()
	account := id
	if kind == organization.KindSUB_ACCOUNT {
		account = parent
	}
	w.must(w.db.Client().Organization.Create().SetID(id).SetAccountID(account).SetKind(kind).SetParentID(parent).
		SetPath(w.root.String() + "/" + id.String() + "/").SetName(name).SetSortName(name).SetSearchText(name).
		SetCreatedAt(w.now()).SetUpdatedAt(w.now()).Exec(w.ctx()))
	return id
}

// user makes one with the password at an organization of the world's reseller,
// staff at the root.
func (w *world) user(email string, at uuid.UUID, more ...func(*db.UserCreate)) *db.User {
	w.t.Helper()
	return w.userOf(w.reseller, email, at, more...)
}

func (w *world) userOf(reseller uuid.UUID, email string, at uuid.UUID, more ...func(*db.UserCreate)) *db.User {
	w.t.Helper()
	ctx := database.WithReseller(w.t.Context(), reseller)
	o, err := w.db.Client().Organization.Query().Where(organization.ID(at)).Only(ctx)
	w.must(err)
	create := w.db.Client().User.Create().SetOrganizationID(at).SetAccountID(o.AccountID).
		SetEmail(email).SetEmailKey(addressKey(email)).SetDisplayName("Ada Example").SetSortName("ada").SetSearchText("ada").
		SetStatus(user.StatusACTIVE).SetPasswordHash(w.hash).SetCreatedAt(w.now()).SetUpdatedAt(w.now())
	for _, m := range more {
		m(create)
	}
	u, err := create.Save(ctx)
	w.must(err)
	w.must(w.db.Client().LoginDirectory.Create().SetID(u.ID).SetOwnerResellerID(reseller).SetOrganizationID(at).
		SetVerified(u.EmailVerifiedAt != nil).SetEmailKey(u.EmailKey).SetCreatedAt(w.now()).Exec(ctx))
	return u
}

func (w *world) member(u *db.User, at uuid.UUID, status membership.Status, access membership.ClientAccess) {
	w.t.Helper()
	m := w.db.Client().Membership.Create().SetUserID(u.ID).SetOrganizationID(at).SetAccountID(u.AccountID).
		SetStatus(status).SetClientAccess(access).SetCreatedAt(w.now()).SetUpdatedAt(w.now())
	if status == membership.StatusREMOVED {
		m.SetEndedAt(w.now())
	}
	w.must(m.Exec(w.ctx()))
}

// askIn writes the membership of an invitation that was not accepted yet.
func (w *world) askIn(u *db.User, at uuid.UUID) {
	w.t.Helper()
	w.member(u, at, membership.StatusREMOVED, membership.ClientAccessUSER)
	w.exec(`UPDATE memberships SET ended_at = NULL WHERE reseller_id = $1 AND user_id = $2 AND organization_id = $3`, w.reseller, u.ID, at)
}

// assign gives a role; a system role belongs to the root.
func (w *world) assign(u *db.User, key string, system bool, at uuid.UUID, starts, expires *time.Time) uuid.UUID {
	w.t.Helper()
	family := role.FamilyCUSTOM
	if system {
		family = role.FamilyPERMISSION
	}
	r, err := w.db.Client().Role.Create().SetOrganizationID(w.root).SetAccountID(w.root).SetKey(key).SetName(key).
		SetFamily(family).SetSystem(system).SetCreatedAt(w.now()).SetUpdatedAt(w.now()).Save(w.ctx())
	w.must(err)
	w.must(w.db.Client().RoleAssignment.Create().SetUserID(u.ID).SetRoleID(r.ID).SetOrganizationID(at).
		SetAccountID(u.AccountID).SetNillableStartsAt(starts).SetNillableExpiresAt(expires).
		SetCreatedAt(w.now()).Exec(w.ctx()))
	return r.ID
}

func (w *world) signInAs(email string) Result {
	w.t.Helper()
	r, err := w.SignIn(w.t.Context(), SignInInput{Email: email, Password: password, IP: home, UserAgent: "Browser"})
	w.must(err)
	return r
}

// exec changes rows as another part of the program would.
func (w *world) exec(query string, args ...any) {
	w.t.Helper()
	_, err := w.db.Write.ExecContext(w.t.Context(), query, args...)
	w.must(err)
}

func (w *world) text(query string, args ...any) string {
	w.t.Helper()
	var s sql.NullString
	w.must(w.db.Write.QueryRowContext(w.t.Context(), query, args...).Scan(&s))
	return s.String
}

// code is the refusal's code, or the kind of another error.
func code(err error) string {
	if err == nil {
		return ""
	}
	if r, ok := errors.AsType[fault.Refusals](err); ok {
		return string(r[0].Code)
	}
	return string(fault.KindOf(err))
}

package commerce

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"
	"github.com/riverqueue/river"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/user"
	"tenantry/ent/schema"
	"tenantry/internal/database"
	"tenantry/internal/dbtest"
	"tenantry/internal/fault"
	"tenantry/internal/feature"
)

// clock moves by a microsecond whenever it is read, so that nothing happens at
// once.
type clock struct{ at atomic.Int64 }

func (c *clock) now() time.Time { return time.UnixMicro(c.at.Add(1)).UTC() }

// queue remembers the jobs of transactions, whether or not they commit.
type queue struct {
	mu   sync.Mutex
	jobs []river.JobArgs
}

func (q *queue) InsertMany(_ context.Context, _ *sql.Tx, jobs []river.InsertManyParams) error {
	q.mu.Lock()
	defer q.mu.Unlock()
	for _, j := range jobs {
		q.jobs = append(q.jobs, j.Args)
	}
	return nil
}

type lowMail struct{ Low }

func (lowMail) Kind() string { return "low" }

// seats counts users plainly.
type seats struct{}

func (seats) SeatsTaken(ctx context.Context, tx *database.Tx, account *db.Organization) (int, error) {
	return tx.Client.User.Query().Where(user.AccountID(account.ID), user.StatusNEQ(user.StatusDELETED)).Count(ctx)
}

// shop is a database with one reseller, which has every feature and no credits.
type shop struct {
	*Service
	t        *testing.T
	clock    *clock
	queue    *queue
	owner    *sql.DB
	reseller reseller
	ctx      context.Context // of a Reseller Admin
	counts   sync.Map        // "TYPE outcome" → *atomic.Int64
}

func setup(t *testing.T) *shop {
	t.Helper()
	t.Parallel()
	ownerURL, url := dbtest.URLs(t)
	s := &shop{t: t, clock: &clock{}, queue: &queue{}, reseller: reseller{schema.NewID(), schema.NewID()}}
	s.clock.at.Store(time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC).UnixMicro())
	var err error
	s.owner, err = sql.Open("postgres", ownerURL)
	s.must(err)
	t.Cleanup(func() { s.owner.Close() })
	rules, err := authz.Load()
	s.must(err)
	s.Service = &Service{
		DB: dbtest.Open(t, url), Authorizer: authz.New(rules), Jobs: s.queue, Seats: seats{}, Now: s.clock.now,
		Changed: func(ctx context.Context, tx *database.Tx, id uuid.UUID) error {
			return tx.Notify(ctx, "changed", id.String())
		},
		LowMail: func(l Low) river.JobArgs { return lowMail{l} },
		Observe: func(movement, outcome string, credits int64) {
			n, _ := s.counts.LoadOrStore(movement+" "+outcome, new(atomic.Int64))
			n.(*atomic.Int64).Add(credits)
		},
	}
	s.exec(`INSERT INTO resellers (id, name, root_organization_id, created_at, updated_at) VALUES ($1, 'Northwind', $2, $3, $3)`,
		s.reseller.id, s.reseller.root, s.Now())
	s.organization(s.reseller.root, nil, func(c *db.OrganizationCreate) { c.SetFeatures(pq.StringArray(feature.Keys())) })
	s.ctx = s.as(authz.RoleResellerAdmin, s.reseller.root, s.reseller.root)
	return s
}

func (s *shop) must(err error) {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
}

func (s *shop) exec(query string, args ...any) {
	s.t.Helper()
	_, err := s.owner.ExecContext(context.Background(), query, args...)
	s.must(err)
}

// number reads one number as the owner.
func (s *shop) number(query string, args ...any) int64 {
	s.t.Helper()
	var n int64
	s.must(s.owner.QueryRowContext(context.Background(), query, args...).Scan(&n))
	return n
}

// system is a context that sees the whole reseller.
func (s *shop) system() context.Context {
	return database.WithReseller(context.Background(), s.reseller.id)
}

// organization writes one below a parent.
func (s *shop) organization(id uuid.UUID, parent *db.Organization, more ...func(*db.OrganizationCreate)) *db.Organization {
	s.t.Helper()
	name := "Org " + id.String()[30:]
	c := s.DB.Client().Organization.Create().SetID(id).SetName(name).SetSortName(name).SetSearchText(name).
		SetCreatedAt(s.Now()).SetUpdatedAt(s.Now()).SetPath(id.String() + "/").SetAccountID(id)
	switch {
	case parent == nil && id == s.reseller.root:
		c.SetKind(organization.KindRESELLER)
	case parent == nil:
		c.SetKind(organization.KindCUSTOMER).SetParentID(s.reseller.root)
	default:
		c.SetKind(organization.KindSUB_ACCOUNT).SetParentID(parent.ID).SetAccountID(parent.ID)
	}
	for _, f := range more {
		f(c)
	}
	o, err := c.Save(s.system())
	s.must(err)
	return o
}

// customer writes one with features.
func (s *shop) customer(features ...string) *db.Organization {
	s.t.Helper()
	return s.organization(schema.NewID(), nil, func(c *db.OrganizationCreate) { c.SetFeatures(append(pq.StringArray{}, features...)) })
}

// seatsOf limits the seats of one written by organization.
func seatsOf(n int) func(*db.OrganizationCreate) {
	return func(c *db.OrganizationCreate) { c.SetSeatLimit(n) }
}

// as is the context of somebody with a role.
func (s *shop) as(role string, at, account uuid.UUID) context.Context {
	v := &authz.Viewer{
		UserID: schema.NewID(), ResellerID: s.reseller.id, RootID: s.reseller.root, OrganizationID: at, AccountID: account,
		DisplayName: "Ana Pérez", Email: "ana@northwind.test",
		Assignments: []authz.Assignment{{Role: role, Domain: at, Account: account}},
	}
	return authz.NewContext(context.Background(), v)
}

// user writes a person at home in an organization; members have an access.
func (s *shop) user(o *db.Organization, role *user.ResellerRole, access membership.ClientAccess) uuid.UUID {
	s.t.Helper()
	id := schema.NewID()
	address := id.String() + "@people.test"
	s.must(s.DB.WithTx(s.system(), func(ctx context.Context, tx *database.Tx) error {
		err := tx.Client.User.Create().SetID(id).SetOrganizationID(o.ID).SetAccountID(o.AccountID).SetStatus(user.StatusACTIVE).
			SetNillableResellerRole(role).SetEmail(address).SetEmailKey(address).SetDisplayName("Bo").SetFirstName("Bo").SetLastName("Ek").
			SetSortName("bo").SetSearchText("bo").SetRoleRank(0).SetCreatedAt(s.Now()).SetUpdatedAt(s.Now()).Exec(ctx)
		if err != nil || access == "" {
			return err
		}
		return tx.Client.Membership.Create().SetUserID(id).SetOrganizationID(o.ID).SetAccountID(o.AccountID).SetClientAccess(access).
			SetCreatedAt(s.Now()).SetUpdatedAt(s.Now()).Exec(ctx)
	}))
	return id
}

// balance is what an organization has.
func (s *shop) balance(id uuid.UUID) int64 {
	s.t.Helper()
	return s.number(`SELECT credit_balance FROM organizations WHERE id = $1`, id)
}

// fill puts credits into the pool.
func (s *shop) fill(n int64) {
	s.t.Helper()
	_, err := s.CreditTopUp(s.ctx, TopUp{Amount: n})
	s.must(err)
}

// give gives a customer credits.
func (s *shop) give(o *db.Organization, n int64) *db.CreditEntry {
	s.t.Helper()
	e, err := s.CreditAllocate(s.ctx, Allocation{OrganizationID: o.ID, Amount: n})
	s.must(err)
	return e
}

// sound fails the test when the ledger is not.
func (s *shop) sound() {
	s.t.Helper()
	drift, err := CreditDrift(context.Background(), s.owner, s.reseller.id)
	s.must(err)
	if !drift.OK() {
		s.t.Errorf("the ledger is wrong: %+v", drift)
	}
}

// refused describes an error: codes and paths, or the kind.
func refused(err error) string {
	var refusals fault.Refusals
	var failure *fault.Error
	switch {
	case err == nil:
		return "ok"
	case errors.As(err, &refusals):
		parts := make([]string, len(refusals))
		for i, r := range refusals {
			parts[i] = fmt.Sprintf("%s at %s", r.Code, strings.Join(r.Path, "."))
		}
		return strings.Join(parts, ", ")
	case errors.As(err, &failure):
		return string(failure.Kind)
	}
	return err.Error()
}

func (s *shop) wantRefused(name string, err error, want string) {
	s.t.Helper()
	if got := refused(err); got != want {
		s.t.Errorf("%s: %s, want %s", name, got, want)
	}
}

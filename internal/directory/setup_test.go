package directory

import (
	"context"
	"database/sql"
	"errors"
	"log/slog"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/alexedwards/argon2id"
	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"
	"github.com/lib/pq"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/role"
	"tenantry/ent/db/roleassignment"
	"tenantry/ent/db/user"
	"tenantry/ent/schema"
	"tenantry/internal/database"
	"tenantry/internal/dbtest"
	"tenantry/internal/disposable"
	"tenantry/internal/fault"
	"tenantry/internal/feature"
	"tenantry/internal/jobs"
	"tenantry/internal/policy"
	"tenantry/internal/session"
)

const goodPassword = "seven purple kettles"

// clock stands still unless moved.
type clock struct{ at atomic.Int64 }

func (c *clock) now() time.Time          { return time.UnixMicro(c.at.Load()).UTC() }
func (c *clock) advance(d time.Duration) { c.at.Add(d.Microseconds()) }

// house is a database with one reseller, whose administrator has accepted.
type house struct {
	*Service
	t     *testing.T
	clock *clock
	owner *sql.DB // sees everything, for looking
	url   string

	reseller, root uuid.UUID
	admin          *db.User
	ctx            context.Context // of the administrator
}

func setup(t *testing.T) *house {
	t.Helper()
	t.Parallel()
	ownerURL, url := dbtest.URLs(t)
	h := &house{t: t, clock: &clock{}, url: url}
	h.clock.at.Store(time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC).UnixMicro())
	var err error
	h.owner, err = sql.Open("postgres", ownerURL)
	h.must(err)
	t.Cleanup(func() { h.owner.Close() })

	d := dbtest.Open(t, url)
	rules, err := authz.Load()
	h.must(err)
	decides := authz.New(rules)
	keeper := &policy.Keeper{DB: d, Authorizer: decides, Log: slog.New(slog.DiscardHandler)}
	inserter, err := jobs.New(jobs.Config{DB: d.Write})
	h.must(err)
	hasher := session.NewHasher(argon2id.Params{Memory: 8, Iterations: 1, Parallelism: 1, SaltLength: 16, KeyLength: 32})
	secret := []byte(strings.Repeat("s", 32))
	signIns, err := session.New(session.Config{DB: d, Hasher: hasher, Secret: secret, Now: h.clock.now})
	h.must(err)
	accounts := session.Accounts{Service: signIns}
	h.Service = &Service{
		DB: d, Authorizer: decides, RoleChanged: keeper.Refresh, Jobs: inserter,
		Passwords: accounts, Sessions: accounts,
		Disposable: disposable.Parse("trash.test\n"), Secret: secret,
		PublicURL: "https://portal.test", TermsVersion: "2026-01", Now: h.clock.now,
	}
	h.reseller, h.admin = h.newReseller("Northwind", "admin@northwind.test")
	h.root, h.ctx = h.admin.OrganizationID, h.as(h.admin)
	return h
}

// newReseller makes one, whose administrator accepts.
func (h *house) newReseller(name, address string) (uuid.UUID, *db.User) {
	h.t.Helper()
	link, err := h.ResellerCreate(h.t.Context(), NewReseller{Name: name, AdminEmail: address})
	h.must(err)
	admin := h.accept(tokenOf(link))
	return admin.ResellerID, admin
}

func (h *house) must(err error) {
	h.t.Helper()
	if err != nil {
		h.t.Fatal(err)
	}
}

func tokenOf(link string) string {
	_, token, _ := strings.Cut(link, "#token=")
	return token
}

func (h *house) accept(token string) *db.User {
	h.t.Helper()
	u, err := h.InvitationAccept(h.t.Context(), Acceptance{Token: token, Password: goodPassword, TermsVersion: h.TermsVersion})
	h.must(err)
	return u
}

// system is a context that sees the whole reseller.
func (h *house) system() context.Context { return database.WithReseller(h.t.Context(), h.reseller) }

// as is the context of a signed-in user, with the roles the database knows.
func (h *house) as(u *db.User) context.Context {
	h.t.Helper()
	ctx, c := database.WithReseller(h.t.Context(), u.ResellerID), h.DB.Client()
	root, err := c.Organization.Query().Where(organization.KindEQ(organization.KindRESELLER)).OnlyID(ctx)
	h.must(err)
	v := &authz.Viewer{
		ProvenAt: h.Now().AddDate(5, 0, 0), // however the clock is moved
		UserID:   u.ID, SessionID: schema.NewID(), ResellerID: u.ResellerID, RootID: root,
		OrganizationID: u.OrganizationID, AccountID: u.AccountID, DisplayName: u.DisplayName, Email: u.Email,
	}
	hold := func(key string, at uuid.UUID) {
		v.Assignments = append(v.Assignments, authz.Assignment{Role: key, Domain: at, Account: u.AccountID})
	}
	if u.ResellerRole != nil {
		hold(strings.ToLower(string(*u.ResellerRole)), root)
	}
	if u.UserType != nil {
		hold(strings.ToLower(string(*u.UserType)), u.OrganizationID)
	}
	members, err := c.Membership.Query().Where(membership.UserID(u.ID), membership.StatusEQ(membership.StatusACTIVE)).All(ctx)
	h.must(err)
	for _, m := range members {
		hold("client_"+strings.ToLower(string(m.ClientAccess)), m.OrganizationID)
	}
	assigned, err := c.RoleAssignment.Query().Where(roleassignment.UserID(u.ID)).WithRole().All(ctx)
	h.must(err)
	for _, a := range assigned {
		hold(RoleKey(a.Edges.Role), a.OrganizationID)
	}
	return authz.NewContext(h.t.Context(), v)
}

// customer makes a customer organization.
func (h *house) customer(name string, seats *int) *db.Organization {
	h.t.Helper()
	made, err := h.OrganizationCreate(h.ctx, NewOrganization{Company: Company{Name: given(name)}, SeatLimit: seats})
	h.must(err)
	h.features(feature.Keys(), h.root, made.Organization.ID)
	return made.Organization
}

// features sets what organizations have of the platform.
func (h *house) features(keys []string, ids ...uuid.UUID) {
	h.t.Helper()
	h.must(h.DB.Client().Organization.Update().Where(organization.IDIn(ids...)).SetFeatures(keys).Exec(h.system()))
}

// subAccount makes one below a customer.
func (h *house) subAccount(of *db.Organization, name string) *db.Organization {
	h.t.Helper()
	made, err := h.OrganizationCreate(h.ctx, NewOrganization{Company: Company{Name: given(name)}, ParentID: &of.ID})
	h.must(err)
	return made.Organization
}

// invite invites one person who must pass, and gives the invitation's id.
func (h *house) invite(org uuid.UUID, item NewInvitation) uuid.UUID {
	h.t.Helper()
	verdicts, err := h.InvitationsCreate(h.ctx, NewInvitations{OrganizationID: org, Items: []NewInvitation{item}})
	h.must(err)
	if verdicts[0].Outcome != Invited {
		h.t.Fatalf("invite %s: %+v", item.Email, verdicts[0])
	}
	return *verdicts[0].InvitationID
}

// join invites somebody who accepts.
func (h *house) join(org uuid.UUID, item NewInvitation) *db.User {
	h.t.Helper()
	return h.accept(h.token(h.invite(org, item)))
}

// staff is a member of staff with a reseller role.
func (h *house) staff(address string, r user.ResellerRole) *db.User {
	h.t.Helper()
	return h.join(h.root, NewInvitation{Email: address, ResellerRole: &r})
}

// token is the live token of an invitation, as its mail would carry it.
func (h *house) token(id uuid.UUID) string {
	h.t.Helper()
	var reseller uuid.UUID
	var count int
	h.must(h.owner.QueryRowContext(h.t.Context(), "SELECT reseller_id, send_count FROM invitations WHERE id = $1", id).Scan(&reseller, &count))
	return h.invitationToken(reseller, id, count)
}

// systemRole is the row of a built-in role.
func (h *house) systemRole(key string) uuid.UUID {
	h.t.Helper()
	id, err := h.DB.Client().Role.Query().Where(role.Key(key), role.System(true)).OnlyID(h.system())
	h.must(err)
	return id
}

func (h *house) reload(u *db.User) *db.User {
	h.t.Helper()
	fresh, err := h.DB.Client().User.Query().Where(user.ID(u.ID)).Only(database.WithReseller(h.t.Context(), u.ResellerID))
	h.must(err)
	return fresh
}

// look reads one text as the owner.
func (h *house) look(query string, args ...any) string {
	h.t.Helper()
	var s sql.NullString
	h.must(h.owner.QueryRowContext(h.t.Context(), query, args...).Scan(&s))
	return s.String
}

// exec changes rows behind the program's back.
func (h *house) exec(query string, args ...any) {
	h.t.Helper()
	_, err := h.owner.ExecContext(h.t.Context(), query, args...)
	h.must(err)
}

// snapshot is the contents of every table, hashed.
func (h *house) snapshot() map[string]string {
	h.t.Helper()
	rows, err := h.owner.QueryContext(h.t.Context(), `SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`)
	h.must(err)
	defer rows.Close()
	all := map[string]string{}
	for rows.Next() {
		var table string
		h.must(rows.Scan(&table))
		all[table] = ""
	}
	h.must(rows.Err())
	for table := range all {
		all[table] = h.look("SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') FROM " + pq.QuoteIdentifier(table) + " t")
	}
	return all
}

// refused runs a change that must be refused, as "CODE at path", and must
// leave every table as it was.
func (h *house) refused(want string, change func() error) {
	h.t.Helper()
	before := h.snapshot()
	if got := refusal(change()); got != want {
		h.t.Errorf("refusal %q, want %q", got, want)
	}
	if diff := cmp.Diff(before, h.snapshot()); diff != "" {
		h.t.Errorf("%s: refused, but something was written:\n%s", want, diff)
	}
}

func refusal(err error) string {
	if err == nil {
		return ""
	}
	if r, ok := errors.AsType[fault.Refusals](err); ok {
		return strings.TrimPrefix(r.Error(), "refused: ")
	}
	if e, ok := errors.AsType[*fault.Error](err); ok {
		return string(e.Kind)
	}
	return "unexpected error: " + err.Error()
}

// errOf drops the result of a change.
func errOf[T any](_ T, err error) error { return err }

func given[T any](v T) Set[T] { return Set[T]{Given: true, Value: &v} }

func cleared[T any]() Set[T] { return Set[T]{Given: true} }

// outcomes are the verdicts in short: outcome, then refusals.
func outcomes(verdicts []InvitationVerdict) []string {
	list := make([]string, len(verdicts))
	for i, v := range verdicts {
		list[i] = strings.TrimSpace(string(v.Outcome) + " " + refusal(v.Errors.Err()))
	}
	return list
}

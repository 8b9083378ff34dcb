package graph

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/google/uuid"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/invitation"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/role"
	"tenantry/ent/db/user"
	"tenantry/ent/schema"
	"tenantry/graph/generated"
	"tenantry/graph/model"
	"tenantry/internal/database"
	"tenantry/internal/dbtest"
	"tenantry/internal/directory"
)

// moment is the time of the tests.
var moment = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

// world is a database with two resellers, and the API over it.
type world struct {
	*db.Client
	exec  *executor.Executor // lists through gqlgen alone
	quick *executor.Executor // lists as the server writes them
	// compiled counts the lists that quick wrote itself.
	compiled *atomic.Int64
	resolver *Resolver
	north    reseller
	south    reseller
}

// reseller is one of them: three customers, the first with a sub-account.
type reseller struct {
	id                               uuid.UUID
	root, acme, east, beta, gamma    *db.Organization
	users                            []*db.User
	invitations                      []*db.Invitation
	custom                           *db.Role // of acme
	admin, boss, agent, member, lost *db.User // staff, acme's administrator, …; lost is deleted
}

func newWorld(t *testing.T) *world {
	t.Helper()
	return newWorldIn(t, dbtest.New(t))
}

func newWorldIn(t *testing.T, d *database.DB) *world {
	t.Helper()
	policy, err := authz.Load()
	if err != nil {
		t.Fatal(err)
	}
	r := &Resolver{DB: d, Authorizer: authz.New(policy), Now: func() time.Time { return moment }}
	guard := newGuard(r.Authorizer, generated.NewExecutableSchema(generated.Config{Resolvers: r}).Schema()).hasPermission
	executing := func(d directive) *executor.Executor {
		config := generated.Config{Resolvers: r}
		config.Directives.HasPermission = d
		e := executor.New(generated.NewExecutableSchema(config))
		e.SetErrorPresenter(presenter{log: slog.New(slog.DiscardHandler)}.present)
		e.AroundOperations(loaderMiddleware)
		return e
	}
	var compiled atomic.Int64
	counting := func(ctx context.Context, obj any, next graphql.Resolver, anyOf []authz.Permission, onDeny model.DenyBehavior) (any, error) {
		list, err := r.compiling(guard)(ctx, obj, next, anyOf, onDeny)
		if _, ok := list.(encoded); ok {
			compiled.Add(1)
		}
		return list, err
	}
	w := &world{Client: d.Client(), exec: executing(guard), quick: executing(counting), compiled: &compiled, resolver: r}
	w.north = w.reseller(t, "North", 60)
	w.south = w.reseller(t, "South", 8)
	for _, r := range []reseller{w.north, w.south} {
		if err := database.Recount(t.Context(), d.Write, r.id, moment); err != nil {
			t.Fatal(err)
		}
	}
	return w
}

// reseller fills one reseller. The same name gives the same people.
func (w *world) reseller(t *testing.T, name string, people int) reseller {
	r := reseller{id: schema.NewID()}
	ctx := database.WithReseller(t.Context(), r.id)
	rootID := schema.NewID()
	w.Reseller.Create().SetID(r.id).SetName(name).SetRootOrganizationID(rootID).SetCreatedAt(moment).SetUpdatedAt(moment).ExecX(ctx)
	r.root = w.organization(ctx, nil, rootID, organization.KindRESELLER, name)
	r.acme = w.organization(ctx, r.root, schema.NewID(), organization.KindCUSTOMER, "Acme "+name)
	r.east = w.organization(ctx, r.acme, schema.NewID(), organization.KindSUB_ACCOUNT, "Acme East")
	r.beta = w.organization(ctx, r.root, schema.NewID(), organization.KindCUSTOMER, "béta")
	r.gamma = w.organization(ctx, r.root, schema.NewID(), organization.KindCUSTOMER, "Gamma")
	w.Role.CreateBulk(directory.SystemRoleRows(w.Client, r.id, rootID, moment)...).ExecX(ctx)
	r.custom = w.Role.Create().SetAccountID(r.acme.ID).SetOrganizationID(r.acme.ID).SetKey("auditor").SetName("Auditor").
		SetFamily(role.FamilyCUSTOM).SetCreatedAt(moment).SetUpdatedAt(moment).SaveX(ctx)
	for _, p := range []authz.Permission{authz.AuditRead, authz.TenantUserRead} {
		w.RolePermission.Create().SetAccountID(r.acme.ID).SetRoleID(r.custom.ID).SetPermission(p.Name()).SetCreatedAt(moment).ExecX(ctx)
	}
	rng := rand.New(rand.NewPCG(1, uint64(len(name))))
	homes := []*db.Organization{r.root, r.acme, r.acme, r.east, r.beta, r.gamma}
	for i := range people {
		home := homes[i%len(homes)]
		r.users = append(r.users, w.user(ctx, rng, i, home, &r))
	}
	for _, u := range r.users {
		if u.Status == user.StatusPENDING {
			r.invitations = append(r.invitations, w.invitation(ctx, rng, u, r.admin))
		}
	}
	for i, u := range []*db.User{r.admin, r.boss, r.lost} {
		w.AuditEvent.Create().SetAccountID(u.AccountID).SetOrganizationID(u.OrganizationID).SetAction("user.suspended").
			SetActorID(u.ID).SetActorName("Then").SetActorEmail("then@mail.test").SetTargetType("User").SetTargetID(r.agent.ID).
			SetTargetName("Target").SetChanges([]schema.AuditChange{}).SetCreatedAt(moment.Add(time.Duration(i) * time.Minute)).ExecX(ctx)
	}
	return r
}

func (w *world) organization(ctx context.Context, parent *db.Organization, id uuid.UUID, kind organization.Kind, name string) *db.Organization {
	c := w.Organization.Create().SetID(id).SetAccountID(id).SetKind(kind).SetPath(id.String() + "/").SetName(name).
		SetSortName(directory.Fold(name)).SetSearchText(directory.SearchText(name)).SetCreatedAt(moment).SetUpdatedAt(moment)
	if parent != nil {
		c.SetParentID(parent.ID).SetPath(parent.Path + id.String() + "/")
		if kind == organization.KindSUB_ACCOUNT {
			c.SetAccountID(parent.AccountID)
		} else {
			c.SetSeatLimit(50).SetLegalName(name + " Ltd")
		}
	}
	return c.SaveX(ctx)
}

// user adds the i-th person. Names, times and roles repeat, so that orders
// have ties and nulls.
func (w *world) user(ctx context.Context, rng *rand.Rand, i int, home *db.Organization, r *reseller) *db.User {
	first := []string{"Élodie", "elodie", "Zoë", "Adam", "Łukasz"}[rng.IntN(5)]
	last := []string{"Ångström", "Berg", "O'Neil", "100%_sure"}[rng.IntN(4)]
	email := fmt.Sprintf("%s%d@mail.test", strings.ToLower(string([]rune(directory.Fold(first))[:2])), i)
	status := []user.Status{user.StatusACTIVE, user.StatusACTIVE, user.StatusPENDING, user.StatusSUSPENDED, user.StatusACTIVE, user.StatusDELETED, user.StatusACTIVE}[i%7]
	c := w.User.Create().SetAccountID(home.AccountID).SetOrganizationID(home.ID).SetEmail(email).SetEmailKey(email).
		SetFirstName(first).SetLastName(last).SetDisplayName(first + " " + last).SetSortName(directory.Fold(first + " " + last)).
		SetSearchText(directory.UserSearchText(first+" "+last, first, last, email)).
		SetCreatedAt(moment.Add(-time.Duration(rng.IntN(5)) * time.Hour)).SetUpdatedAt(moment)
	if rng.IntN(3) > 0 {
		c.SetLastLoginAt(moment.Add(-time.Duration(rng.IntN(4)) * time.Minute))
	}
	var staff *user.ResellerRole
	var kind *user.UserType
	var access membership.ClientAccess
	switch {
	case i == 0: // the administrators come first and can sign in
		staff, status = ptr(user.ResellerRoleRESELLER_ADMIN), user.StatusACTIVE
	case home.ID == r.root.ID:
		staff = ptr([]user.ResellerRole{user.ResellerRoleRESELLER_SUPPORT, user.ResellerRoleRESELLER_VIEWER}[rng.IntN(2)])
	case i == 1:
		kind, status = ptr(user.UserTypeTENANT_ADMIN), user.StatusACTIVE
	case i == 2:
		kind, status = ptr(user.UserTypeAGENT), user.StatusACTIVE
	case i == 3:
		access, status = membership.ClientAccessUSER, user.StatusACTIVE
	case rng.IntN(2) == 0:
		kind = ptr([]user.UserType{user.UserTypeAGENT, user.UserTypeANALYST, user.UserTypeVIEWER}[rng.IntN(3)])
	default:
		access = []membership.ClientAccess{membership.ClientAccessADMIN, membership.ClientAccessUSER}[rng.IntN(2)]
	}
	c.SetStatus(status).SetNillableResellerRole(staff).SetNillableUserType(kind).SetRoleRank(directory.RoleRank(staff, kind, access))
	if status == user.StatusSUSPENDED {
		c.SetSuspendedAt(moment).SetSuspendedBy(r.admin.ID).SetSuspensionMotive(user.SuspensionMotiveON_LEAVE)
	}
	u := c.SaveX(ctx)
	w.duties(ctx, u, access, r)
	switch {
	case i == 0:
		r.admin = u
	case i == 1:
		r.boss = u
	case i == 2:
		r.agent = u
	case i == 3:
		r.member = u
	case status == user.StatusDELETED:
		r.lost = u
	}
	return u
}

// duties gives a user membership, custom role and permission role.
func (w *world) duties(ctx context.Context, u *db.User, access membership.ClientAccess, r *reseller) {
	if access != "" {
		m := w.Membership.Create().SetAccountID(u.AccountID).SetUserID(u.ID).SetOrganizationID(u.OrganizationID).
			SetClientAccess(access).SetCreatedAt(moment).SetUpdatedAt(moment).SaveX(ctx)
		if access == membership.ClientAccessUSER {
			w.ModuleGrant.Create().SetAccountID(u.AccountID).SetMembershipID(m.ID).SetModule("CAMPAIGNS").SetCreatedAt(moment).ExecX(ctx)
			if u.AccountID == r.acme.ID {
				w.SubAccountGrant.Create().SetAccountID(u.AccountID).SetMembershipID(m.ID).SetOrganizationID(r.east.ID).SetCreatedAt(moment).ExecX(ctx)
			}
		}
	}
	if u.UserType != nil && u.OrganizationID == r.acme.ID {
		w.RoleAssignment.Create().SetAccountID(u.AccountID).SetUserID(u.ID).SetRoleID(r.custom.ID).SetOrganizationID(r.acme.ID).
			SetCreatedAt(moment).ExecX(ctx)
	}
	if u.ResellerRole != nil && *u.ResellerRole == user.ResellerRoleRESELLER_SUPPORT {
		brand := w.Role.Query().Where(role.Key(authz.RoleBrandingAdmin)).OnlyX(ctx)
		w.RoleAssignment.Create().SetAccountID(u.AccountID).SetUserID(u.ID).SetRoleID(brand.ID).SetOrganizationID(r.root.ID).
			SetCreatedAt(moment).ExecX(ctx)
	}
}

// invitation invites a pending user; one in three is past its end.
func (w *world) invitation(ctx context.Context, rng *rand.Rand, u *db.User, by *db.User) *db.Invitation {
	return w.Invitation.Create().SetAccountID(u.AccountID).SetOrganizationID(u.OrganizationID).SetUserID(u.ID).
		SetEmail(u.Email).SetEmailKey(u.EmailKey).SetStatus(invitation.StatusPENDING).SetTokenHash([]byte{1}).
		SetExpiresAt(moment.Add(time.Duration(rng.IntN(3)-1) * time.Hour)).SetInvitedBy(by.ID).
		SetLastSentAt(moment).SetCreatedAt(u.CreatedAt).SetUpdatedAt(moment).SaveX(ctx)
}

// viewerOf is a signed-in user with the given roles at an organization.
func (r reseller) viewerOf(u *db.User, at *db.Organization, roles ...string) *authz.Viewer {
	v := &authz.Viewer{
		UserID: u.ID, SessionID: schema.NewID(), ProvenAt: moment, ResellerID: r.id, RootID: r.root.ID,
		OrganizationID: u.OrganizationID, AccountID: u.AccountID, DisplayName: u.DisplayName, Email: u.Email,
	}
	for _, role := range roles {
		v.Assignments = append(v.Assignments, authz.Assignment{Role: role, Domain: at.ID, Account: at.AccountID})
	}
	return v
}

func (r reseller) asAdmin() *authz.Viewer {
	return r.viewerOf(r.admin, r.root, authz.RoleResellerAdmin)
}
func (r reseller) asBoss() *authz.Viewer { return r.viewerOf(r.boss, r.acme, authz.RoleTenantAdmin) }

// result is an answer with what it cost.
type result struct {
	data       map[string]any
	errs       gqlerror.List
	statements int
}

// ask runs an operation as a viewer.
func (w *world) ask(t *testing.T, v *authz.Viewer, query string, variables map[string]any) result {
	t.Helper()
	ctx, counter := database.WithCounter(authz.NewContext(t.Context(), v))
	ctx = graphql.StartOperationTrace(ctx)
	op, errs := w.exec.CreateOperationContext(ctx, &graphql.RawParams{Query: query, Variables: variables})
	if errs != nil {
		t.Fatalf("%s\n%v", query, errs)
	}
	next, ctx := w.exec.DispatchOperation(ctx, op)
	response := next(ctx)
	out := result{errs: response.Errors, statements: counter.Count()}
	if err := json.Unmarshal(response.Data, &out.data); err != nil && response.Data != nil {
		t.Fatalf("%v: %s", err, response.Data)
	}
	return out
}

// read is ask for operations that must succeed.
func (w *world) read(t *testing.T, v *authz.Viewer, query string, variables map[string]any) result {
	t.Helper()
	out := w.ask(t, v, query, variables)
	if len(out.errs) > 0 {
		t.Fatalf("%s\n%v", query, out.errs)
	}
	return out
}

// at follows keys into the data; "*" collects the rest of the way from all
// elements of a list.
func (r result) at(path string) any {
	return dig(r.data, strings.Split(path, "."))
}

func dig(v any, path []string) any {
	if len(path) == 0 {
		return v
	}
	switch x := v.(type) {
	case map[string]any:
		return dig(x[path[0]], path[1:])
	case []any:
		if path[0] != "*" {
			return nil
		}
		all := make([]any, len(x))
		for i, e := range x {
			all[i] = dig(e, path[1:])
		}
		return all
	}
	return nil
}

func ptr[T any](v T) *T { return &v }

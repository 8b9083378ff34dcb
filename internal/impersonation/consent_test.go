package impersonation

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/riverqueue/river"

	"tenantry/authz"
	"tenantry/ent/db"
	entity "tenantry/ent/db/impersonation"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/predicate"
	"tenantry/ent/db/user"
	"tenantry/ent/schema"
	"tenantry/internal/database"
	"tenantry/internal/dbtest"
	"tenantry/internal/fault"
)

// house is one reseller with one customer, whose people are the administrator
// owner, and Sam of the staff, on a real database. It stands for the sessions and the
// queue as well, and keeps what they were told.
type house struct {
	*Service
	t             *testing.T
	now           time.Time
	id, root, org uuid.UUID
	owner, sam    *authz.Viewer
	opened, mails []string
}

func (h *house) LockUser(context.Context, *database.Tx, uuid.UUID, uuid.UUID, string) (*authz.Viewer, error) {
	return h.owner, nil
}

func (h *house) OpenAs(_ context.Context, _ *database.Tx, i *db.Impersonation) (string, error) {
	h.opened = append(h.opened, string(i.Mode))
	return "token", nil
}

func (h *house) EndImpersonations(ctx context.Context, tx *database.Tx, why entity.EndReason, by *uuid.UUID, which ...predicate.Impersonation) (int, error) {
	return tx.Client.Impersonation.Update().Where(which...).SetStatus(entity.StatusENDED).SetEndReason(why).SetNillableEndedBy(by).SetEndedAt(h.now).Save(ctx)
}

func (h *house) InsertMany(_ context.Context, _ *sql.Tx, jobs []river.InsertManyParams) error {
	for _, j := range jobs {
		h.mails = append(h.mails, j.Args.Kind())
	}
	return nil
}

func (h *house) must(err error) {
	h.t.Helper()
	if err != nil {
		h.t.Fatal(err)
	}
}

func setup(t *testing.T) *house {
	t.Helper()
	ownerURL, url := dbtest.URLs(t)
	rules, err := authz.Load()
	h := &house{t: t, now: time.Date(2026, 3, 2, 9, 30, 0, 0, time.UTC), id: schema.NewID(), root: schema.NewID(), org: schema.NewID()}
	h.must(err)
	h.Service = &Service{
		DB: dbtest.Open(t, url), Authorizer: authz.New(rules), Jobs: h, Sessions: h, PublicURL: "https://portal.test", Now: func() time.Time { return h.now },
	}
	connection, err := sql.Open("postgres", ownerURL)
	h.must(err)
	defer connection.Close()
	_, err = connection.ExecContext(t.Context(), `INSERT INTO resellers (id, name, root_organization_id, created_at, updated_at) VALUES ($1, 'Northwind', $2, $3, $3)`,
		h.id, h.root, h.now)
	h.must(err)
	ctx := database.WithReseller(t.Context(), h.id)
	organizations := h.DB.Client().Organization
	h.must(organizations.Create().SetID(h.root).SetKind(organization.KindRESELLER).SetAccountID(h.root).SetPath(h.root.String() + "/").
		SetName("Northwind").SetSortName("northwind").SetSearchText("").SetCreatedAt(h.now).SetUpdatedAt(h.now).Exec(ctx))
	h.must(organizations.Create().SetID(h.org).SetKind(organization.KindCUSTOMER).SetAccountID(h.org).SetParentID(h.root).
		SetPath(h.root.String() + "/" + h.org.String() + "/").
		SetName("Dune Surf").SetSortName("dune surf").SetSearchText("").SetCreatedAt(h.now).SetUpdatedAt(h.now).Exec(ctx))
	h.sam = h.person(h.root, "Sam", authz.Assignment{Role: authz.RoleResellerAdmin, Domain: h.root}, func(c *db.UserCreate) { c.SetResellerRole(user.ResellerRoleRESELLER_ADMIN) })
	h.owner = h.person(h.org, "Olga", authz.Assignment{Role: authz.RoleTenantAdmin, Domain: h.org, Account: h.org}, func(c *db.UserCreate) { c.SetUserType(user.UserTypeTENANT_ADMIN) })
	return h
}

func (h *house) person(org uuid.UUID, name string, role authz.Assignment, more func(*db.UserCreate)) *authz.Viewer {
	h.t.Helper()
	v := &authz.Viewer{
		UserID: schema.NewID(), SessionID: schema.NewID(), ResellerID: h.id, RootID: h.root, OrganizationID: org, AccountID: org,
		DisplayName: name, Email: name + "@dune.test", Assignments: []authz.Assignment{role},
	}
	h.must(h.DB.WithTx(database.WithReseller(h.t.Context(), h.id), func(ctx context.Context, tx *database.Tx) error {
		c := tx.Client.User.Create().SetID(v.UserID).SetAccountID(org).SetOrganizationID(org).SetEmail(v.Email).SetEmailKey(v.Email).SetDisplayName(name).
			SetSortName(name).SetSearchText(name).SetStatus(user.StatusACTIVE).SetCreatedAt(h.now).SetUpdatedAt(h.now)
		more(c)
		return c.Exec(ctx)
	}))
	return v
}

func (h *house) as(v *authz.Viewer) context.Context { return authz.NewContext(h.t.Context(), v) }

// code is that of the first refusal.
func (h *house) code(err error) fault.Code {
	h.t.Helper()
	refusals, ok := errors.AsType[fault.Refusals](err)
	if err != nil && !ok {
		h.t.Fatal(err)
	}
	if ok {
		return refusals[0].Code
	}
	return ""
}

// TestConsent: what staff gets who wants to come in, after what the account
// said, and after what it says to the request.
func TestConsent(t *testing.T) {
	t.Parallel()
	const asked, approved, denied, lapsed = "asked", "approved", "denied", "lapsed"
	for name, c := range map[string]struct {
		consent organization.LoginAsConsent
		mode    entity.Mode
		then    string // what becomes of a request
		login   fault.Code
		status  entity.Status // after loginAs
		start   fault.Code    // of Start, where there is something to start
		opened  int
		mails   []string
	}{
		"always":                  {organization.LoginAsConsentALWAYS, entity.ModeCLIENT, "", "", entity.StatusACTIVE, "", 1, []string{"mail_login_as_started"}},
		"always, with all":        {organization.LoginAsConsentALWAYS, entity.ModePARTNER, "", "", entity.StatusACTIVE, "", 1, []string{"mail_login_as_started"}},
		"never":                   {organization.LoginAsConsentNEVER, entity.ModeCLIENT, "", fault.ConsentRequired, "", "", 0, nil},
		"never, with all":         {organization.LoginAsConsentNEVER, entity.ModePARTNER, "", fault.ConsentRequired, "", "", 0, nil},
		"asked, nothing said":     {organization.LoginAsConsentASK, entity.ModeCLIENT, asked, "", entity.StatusREQUESTED, fault.WrongState, 0, []string{"mail_login_as_asked"}},
		"asked, approved":         {organization.LoginAsConsentASK, entity.ModeCLIENT, approved, "", entity.StatusREQUESTED, "", 1, []string{"mail_login_as_asked", "mail_login_as_started"}},
		"asked, denied":           {organization.LoginAsConsentASK, entity.ModeCLIENT, denied, "", entity.StatusREQUESTED, fault.WrongState, 0, []string{"mail_login_as_asked"}},
		"asked, approved, lapsed": {organization.LoginAsConsentASK, entity.ModePARTNER, lapsed, "", entity.StatusREQUESTED, fault.WrongState, 0, []string{"mail_login_as_asked"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h := setup(t)
			_, err := h.ConsentSet(h.as(h.owner), h.org, c.consent)
			h.must(err)
			begun, err := h.LoginAs(h.as(h.sam), New{OrganizationID: h.org, Mode: c.mode, Reason: "A look.", Minutes: 30})
			if got := h.code(err); got != c.login {
				t.Fatalf("loginAs: %q, want %q", got, c.login)
			}
			if c.login == "" && (begun.Impersonation.Status != c.status || (begun.Token != "") != (c.status == entity.StatusACTIVE)) {
				t.Fatalf("%+v", begun)
			}
			if c.then != "" {
				id := begun.Impersonation.ID
				if c.then != asked {
					_, err := h.Decide(h.as(h.owner), id, c.then != denied)
					h.must(err)
					if _, err := h.Decide(h.as(h.owner), id, true); h.code(err) != fault.WrongState {
						t.Errorf("decided twice: %v", err)
					}
				}
				if c.then == lapsed {
					h.now = h.now.Add(StartWithin)
				}
				started, err := h.Start(h.as(h.sam), id)
				if got := h.code(err); got != c.start || (started.Token != "") != (got == "") {
					t.Errorf("start: %q %+v, want %q", got, started, c.start)
				}
			}
			if len(h.opened) != c.opened || !slices.Equal(h.mails, c.mails) {
				t.Errorf("opened %v, mails %v; want %d and %v", h.opened, h.mails, c.opened, c.mails)
			}
		})
	}
}

// TestConsentTakenBack: NEVER withdraws what is approved.
func TestConsentTakenBack(t *testing.T) {
	t.Parallel()
	h := setup(t)
	begun, err := h.LoginAs(h.as(h.sam), New{OrganizationID: h.org, Mode: entity.ModeCLIENT, Reason: "A look.", Minutes: 30})
	h.must(err)
	_, err = h.Decide(h.as(h.owner), begun.Impersonation.ID, true)
	h.must(err)
	_, err = h.ConsentSet(h.as(h.owner), h.org, organization.LoginAsConsentNEVER)
	h.must(err)
	if _, err := h.Start(h.as(h.sam), begun.Impersonation.ID); h.code(err) != fault.WrongState || len(h.opened) > 0 {
		t.Errorf("%v, opened %v", err, h.opened)
	}
}

// TestWhoConsents: the account speaks for itself, staff never does.
func TestWhoConsents(t *testing.T) {
	t.Parallel()
	h := setup(t)
	visit := *h.owner
	visit.Impersonation = &authz.Impersonation{ID: schema.NewID(), ActorID: h.sam.UserID}
	if _, err := h.ConsentSet(h.as(h.sam), h.org, organization.LoginAsConsentALWAYS); fault.KindOf(err) != fault.Forbidden {
		t.Errorf("staff: %v", err)
	}
	if _, err := h.ConsentSet(h.as(&visit), h.org, organization.LoginAsConsentALWAYS); fault.KindOf(err) != fault.Impersonated {
		t.Errorf("staff within the portal: %v", err)
	}
	if _, err := h.ConsentSet(h.as(h.owner), h.root, organization.LoginAsConsentALWAYS); h.code(err) != fault.Missing {
		t.Errorf("for the reseller: %v", err)
	}
	begun, err := h.LoginAs(h.as(h.sam), New{OrganizationID: h.org, Mode: entity.ModeCLIENT, Reason: "A look.", Minutes: 30})
	h.must(err)
	if _, err := h.Decide(h.as(h.sam), begun.Impersonation.ID, true); fault.KindOf(err) != fault.Forbidden {
		t.Errorf("staff approves itself: %v", err)
	}
	for _, minutes := range []int{0, -1, MaxMinutes + 1} {
		if _, err := h.LoginAs(h.as(h.sam), New{OrganizationID: h.org, Mode: entity.ModeCLIENT, Reason: "A look.", Minutes: minutes}); h.code(err) != fault.Invalid {
			t.Errorf("%d minutes: %v", minutes, err)
		}
	}
	if _, err := h.LoginAs(h.as(h.sam), New{OrganizationID: h.org, Mode: entity.ModeCLIENT, Reason: " ", Minutes: 30}); h.code(err) != fault.Required {
		t.Errorf("without a reason: %v", err)
	}
}

// TestStatus: what is open ends by the clock.
func TestStatus(t *testing.T) {
	t.Parallel()
	end := time.Date(2026, 3, 2, 10, 0, 0, 0, time.UTC)
	for status, later := range map[entity.Status]string{
		entity.StatusREQUESTED: StatusExpired, entity.StatusAPPROVED: StatusExpired, entity.StatusACTIVE: StatusExpired,
		entity.StatusDENIED: "DENIED", entity.StatusENDED: "ENDED",
	} {
		i := &db.Impersonation{Status: status, ExpiresAt: end}
		if before, at := Status(i, end.Add(-time.Microsecond)), Status(i, end); before != string(status) || at != later {
			t.Errorf("%s: %s before its end, %s at it, want %s", status, before, at, later)
		}
	}
}

package portal

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/riverqueue/river"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/role"
	"tenantry/ent/db/user"
	"tenantry/ent/schema"
	"tenantry/internal/database"
	"tenantry/internal/dbtest"
	"tenantry/internal/fault"
)

// box keeps the jobs that would be written, and can be emptied.
type box struct{ jobs []river.JobArgs }

func (b *box) InsertMany(_ context.Context, _ *sql.Tx, jobs []river.InsertManyParams) error {
	for _, j := range jobs {
		b.jobs = append(b.jobs, j.Args)
	}
	return nil
}

// office is a reseller with people who hear of its service, and some who do not.
type office struct {
	*Service
	t              *testing.T
	box            *box
	reseller, root uuid.UUID
	subscribing    uuid.UUID // role
}

func setup(t *testing.T) *office {
	t.Helper()
	ownerURL, url := dbtest.URLs(t)
	now := time.Date(2026, 3, 10, 9, 0, 0, 0, time.UTC)
	o := &office{t: t, box: &box{}, reseller: schema.NewID(), root: schema.NewID()}
	rules, err := authz.Load()
	o.must(err)
	o.Service = &Service{
		DB: dbtest.Open(t, url), Authorizer: authz.New(rules), Jobs: o.box, PublicURL: "https://portal.test", Now: func() time.Time { return now },
	}
	owner, err := sql.Open("postgres", ownerURL)
	o.must(err)
	t.Cleanup(func() { owner.Close() })
	_, err = owner.ExecContext(t.Context(), `INSERT INTO resellers (id, name, root_organization_id, timezone, created_at, updated_at)
		VALUES ($1, 'Northwind', $2, 'Europe/Berlin', $3, $3)`, o.reseller, o.root, now)
	o.must(err)
	o.must(o.DB.Client().Organization.Create().SetID(o.root).SetName("Northwind").SetSortName("northwind").SetSearchText("northwind").
		SetKind(organization.KindRESELLER).SetAccountID(o.root).SetPath(o.root.String() + "/").SetCreatedAt(now).SetUpdatedAt(now).Exec(o.system()))
	r, err := o.DB.Client().Role.Create().SetOrganizationID(o.root).SetAccountID(o.root).SetKey("account.service.status").SetName("Service status").
		SetFamily(role.FamilyPERMISSION).SetSystem(true).SetCreatedAt(now).SetUpdatedAt(now).Save(o.system())
	o.must(err)
	o.subscribing = r.ID
	return o
}

func (o *office) must(err error) {
	o.t.Helper()
	if err != nil {
		o.t.Fatal(err)
	}
}

func (o *office) system() context.Context { return database.WithReseller(o.t.Context(), o.reseller) }

// person makes somebody of the reseller; with or without the role that lets
// hear of the service.
func (o *office) person(name string, status user.Status, subscribes bool) *db.User {
	o.t.Helper()
	var made *db.User
	o.must(o.DB.WithTx(o.system(), func(ctx context.Context, tx *database.Tx) (err error) {
		email := name + "@northwind.test"
		made, err = tx.Client.User.Create().SetAccountID(o.root).SetOrganizationID(o.root).SetEmail(email).SetEmailKey(email).
			SetDisplayName(name).SetSortName(name).SetSearchText(name).SetStatus(status).SetResellerRole(user.ResellerRoleRESELLER_ADMIN).
			SetCreatedAt(o.now()).SetUpdatedAt(o.now()).Save(ctx)
		return err
	}))
	if subscribes {
		o.must(o.DB.Client().RoleAssignment.Create().SetUserID(made.ID).SetRoleID(o.subscribing).SetOrganizationID(o.root).
			SetAccountID(o.root).SetCreatedAt(o.now()).Exec(o.system()))
	}
	return made
}

func (o *office) as(u *db.User) context.Context {
	return authz.NewContext(o.t.Context(), &authz.Viewer{
		UserID: u.ID, SessionID: schema.NewID(), ResellerID: o.reseller, RootID: o.root, OrganizationID: o.root, AccountID: o.root, DisplayName: u.DisplayName,
		Assignments: []authz.Assignment{{Role: "reseller_admin", Domain: o.root}, {Role: "account.service.status", Domain: o.root}},
	})
}

// tellAll works the jobs in the box as the queue would, until none is left, and
// answers who was told, in that order, and in how many steps.
func (o *office) tellAll(batch int) (told []uuid.UUID, steps int) {
	o.t.Helper()
	for len(o.box.jobs) > 0 {
		job := o.box.jobs[0]
		o.box.jobs = o.box.jobs[1:]
		switch a := job.(type) {
		case TellArgs:
			steps++
			o.must(o.tell(o.t.Context(), a, batch))
		case IncidentMail:
			told = append(told, a.UserID)
		case ReleaseNoteMail:
			told = append(told, a.UserID)
		default:
			o.t.Fatalf("a job %T", job)
		}
	}
	return told, steps
}

// People of many steps are told once each, whatever the size of a step; those
// who do not want to hear, or are not there, never.
func TestEverybodyIsToldOnce(t *testing.T) {
	t.Parallel()
	o := setup(t)
	admin := o.person("admin", user.StatusACTIVE, false)
	var want []uuid.UUID
	for i := range 8 {
		want = append(want, o.person(fmt.Sprintf("reader-%d", i), user.StatusACTIVE, true).ID)
	}
	o.person("away", user.StatusSUSPENDED, true)
	out := o.person("out", user.StatusACTIVE, true)
	no, yes := false, true
	set, err := o.SubscriptionSet(o.as(out), &no, nil)
	o.must(err)
	if set != (Subscription{ReleaseNotes: true}) {
		t.Errorf("%+v", set)
	}
	slices.SortFunc(want, func(a, b uuid.UUID) int { return slices.Compare(a[:], b[:]) })
	for batch, steps := range map[int]int{1: 9, 2: 5, 7: 2, 8: 2, 9: 1, 500: 1} { // one more step when the last was full
		o.box.jobs = nil
		_, err := o.IncidentOpen(o.as(admin), NewIncident{Title: fmt.Sprint("Late ", batch), Severity: "MAJOR", Status: "INVESTIGATING", Body: "A carrier answers slowly."})
		o.must(err)
		told, n := o.tellAll(batch)
		if !slices.Equal(told, want) || n != steps {
			t.Errorf("in steps of %d: %d of %d were told in %d steps, want %d", batch, len(told), len(want), n, steps)
		}
	}
	// Who wants no incidents still hears of releases.
	_, err = o.NotePublish(o.as(admin), NewNote{Release: "1.1", Title: "New", Body: "Lists are faster."})
	o.must(err)
	if told, _ := o.tellAll(3); len(told) != len(want)+1 || !slices.Contains(told, out.ID) {
		t.Errorf("%d were told of the release, want %d", len(told), len(want)+1)
	}
	// And of both when he says so again.
	_, err = o.SubscriptionSet(o.as(out), &yes, nil)
	o.must(err)
	_, err = o.IncidentOpen(o.as(admin), NewIncident{Title: "Again", Severity: "MINOR", Status: "MONITORING", Body: "Once more."})
	o.must(err)
	if told, _ := o.tellAll(4); !slices.Contains(told, out.ID) {
		t.Error("who opted in again is not told")
	}
}

// What a mail on its way asks again is what its reader said last.
func TestSubscriptionIsKept(t *testing.T) {
	t.Parallel()
	o := setup(t)
	u := o.person("reader", user.StatusACTIVE, true)
	no := false
	_, err := o.SubscriptionSet(o.as(u), &no, &no)
	o.must(err)
	wants, err := SubscriptionOf(o.system(), o.DB.Client(), u.ID)
	if err != nil || wants != (Subscription{}) {
		t.Errorf("%+v %v", wants, err)
	}
	if _, err := o.SubscriptionSet(o.t.Context(), &no, nil); fault.KindOf(err) != fault.Unauthenticated {
		t.Errorf("nobody: %v", err)
	}
}

// A step that was cut short is written once more with the same arguments, which
// is how the queue knows it.
func TestStepsAreKnownByTheirArguments(t *testing.T) {
	t.Parallel()
	id := schema.NewID()
	a, err := json.Marshal(TellArgs{ResellerID: id, NoteID: &id, After: id})
	if err != nil {
		t.Fatal(err)
	}
	var back TellArgs
	if err := json.Unmarshal(a, &back); err != nil || *back.NoteID != id || back.NewsID != nil || !back.InsertOpts().UniqueOpts.ByArgs {
		t.Errorf("%s: %+v %v", a, back, err)
	}
}

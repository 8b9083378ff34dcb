package export

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/rivertype"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/job"
	"tenantry/ent/db/jobchunk"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/user"
	"tenantry/ent/schema"
	"tenantry/internal/database"
	"tenantry/internal/dbtest"
	"tenantry/internal/fault"
)

// room is a service with one user who asks, and a list of numbers.
type room struct {
	*Service
	t      *testing.T
	clock  time.Time
	viewer *authz.Viewer
	gone   bool // the user may not sign in
	rows   int
	at     func(row int) error // called before a row is handed out
	queued []river.InsertManyParams
}

func newRoom(t *testing.T, rows int) *room {
	t.Helper()
	policy, err := authz.Load()
	if err != nil {
		t.Fatal(err)
	}
	r := &room{t: t, clock: time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC), rows: rows}
	reseller, root, id := schema.NewID(), schema.NewID(), schema.NewID()
	r.viewer = &authz.Viewer{
		UserID: id, ResellerID: reseller, RootID: root, OrganizationID: root, AccountID: root, DisplayName: "Ada", Email: "ada@north.test",
		Assignments: []authz.Assignment{{Role: authz.RoleResellerAdmin, Domain: root, Account: root}},
	}
	r.Service = &Service{
		DB: dbtest.New(t), Authorizer: authz.New(policy), Jobs: r, Idempotency: r, Viewers: r, Users: r,
		Secret: bytes.Repeat([]byte("s"), 32), PublicURL: "https://portal.test", Now: func() time.Time { return r.clock },
	}
	ctx, c := r.scoped(), r.DB.Client()
	c.Reseller.Create().SetID(reseller).SetName("North").SetRootOrganizationID(root).SetCreatedAt(r.clock).SetUpdatedAt(r.clock).ExecX(ctx)
	c.Organization.Create().SetID(root).SetAccountID(root).SetKind(organization.KindRESELLER).SetPath(root.String() + "/").SetName("North").
		SetSortName("north").SetSearchText("north").SetCreatedAt(r.clock).SetUpdatedAt(r.clock).ExecX(ctx)
	c.User.Create().SetID(id).SetAccountID(root).SetOrganizationID(root).SetEmail("ada@north.test").SetEmailKey("ada@north.test").
		SetDisplayName("Ada").SetSortName("ada").SetSearchText("ada").SetStatus(user.StatusACTIVE).
		SetResellerRole(user.ResellerRoleRESELLER_ADMIN).SetRoleRank(1).SetCreatedAt(r.clock).SetUpdatedAt(r.clock).ExecX(ctx)
	return r
}

func (r *room) scoped() context.Context {
	return database.WithReseller(r.t.Context(), r.viewer.ResellerID)
}

func (r *room) asked() context.Context { return authz.NewContext(r.t.Context(), r.viewer) }

// InsertMany implements Jobs.
func (r *room) InsertMany(_ context.Context, _ *sql.Tx, many []river.InsertManyParams) error {
	r.queued = append(r.queued, many...)
	return nil
}

// Once implements Idempotency, for those who give no key.
func (r *room) Once(_ context.Context, _ *database.Tx, _ string, _ *string, _ any, run func() (uuid.UUID, error)) (uuid.UUID, error) {
	return run()
}

// ViewerOf implements Viewers.
func (r *room) ViewerOf(context.Context, uuid.UUID, uuid.UUID) (*authz.Viewer, error) {
	if r.gone {
		return nil, fault.New(fault.Unauthenticated, "gone")
	}
	return r.viewer, nil
}

// Open implements List.
func (r *room) Open(context.Context, *database.Snapshot, json.RawMessage, []string, int) (Rows, error) {
	return &numbers{room: r}, nil
}

type numbers struct {
	*room
	next int
}

func (n *numbers) Columns() []string { return []string{"id", "displayName"} }
func (n *numbers) Total() int        { return n.rows }
func (n *numbers) Next(_ context.Context, row func([][]byte) error) (int, error) {
	done := 0
	for ; done < 1000 && n.next < n.rows; done++ {
		if n.at != nil {
			if err := n.at(n.next); err != nil {
				return 0, err
			}
		}
		text := fmt.Appendf(nil, `"%0200d"`, n.next)
		if err := row([][]byte{text[:10], text}); err != nil {
			return 0, err
		}
		n.next++
	}
	return done, nil
}

func (r *room) create(f Format) *db.Job {
	r.t.Helper()
	j, err := r.Create(r.asked(), Request{Of: Users, List: json.RawMessage(`{"where":{"status":{"in":["ACTIVE"],"notIn":null}},"search":null}`), Format: f})
	if err != nil {
		r.t.Fatal(err)
	}
	return j
}

// attempt works a job as River would.
func (r *room) attempt(j *db.Job, n int) error {
	w := &worker{service: r.Service, log: slog.New(slog.DiscardHandler)}
	return w.Work(r.t.Context(), &river.Job[Args]{
		JobRow: &rivertype.JobRow{Attempt: n, MaxAttempts: maxAttempts}, Args: Args{r.viewer.ResellerID, j.ID},
	})
}

func (r *room) job(j *db.Job) *db.Job {
	return r.DB.Client().Job.Query().Where(job.ID(j.ID)).OnlyX(r.scoped())
}

func (r *room) pieces(j *db.Job) int {
	return r.DB.Client().JobChunk.Query().Where(jobchunk.JobID(j.ID)).CountX(r.scoped())
}

func (r *room) audited() (actions []string) {
	for _, e := range r.DB.Client().AuditEvent.Query().Order(db.Asc("created_at"), db.Asc("id")).AllX(r.scoped()) {
		text := e.Action
		for _, c := range e.Changes {
			text += " " + c.Field + "=" + *c.After
		}
		actions = append(actions, e.ActorName+": "+text)
	}
	return actions
}

func (r *room) get(url string) *httptest.ResponseRecorder {
	mux, w := http.NewServeMux(), httptest.NewRecorder()
	mux.Handle("GET "+Path+"{token}", r.Handler(slog.New(slog.DiscardHandler)))
	mux.ServeHTTP(w, httptest.NewRequest(http.MethodGet, strings.TrimPrefix(url, r.PublicURL), nil).WithContext(r.t.Context()))
	return w
}

func TestAFileIsMadeFetchedAndGone(t *testing.T) {
	t.Parallel()
	r := newRoom(t, 3000)
	j := r.create(NDJSON)
	if err := r.attempt(j, 1); err != nil {
		t.Fatal(err)
	}
	done := r.job(j)
	if done.Status != job.StatusSUCCEEDED || done.Done != 3000 || *done.Total != 3000 || done.FileName != "users-20260301-120000.ndjson" {
		t.Fatalf("%+v", done)
	}
	link := r.Download(r.viewer, done)
	got := r.get(link.URL)
	sum := sha256.Sum256(got.Body.Bytes())
	if got.Code != http.StatusOK || int64(got.Body.Len()) != done.Size || !bytes.Equal(sum[:], *done.Sha256) || r.pieces(j) < 2 {
		t.Errorf("status %d, %d bytes of %d in %d pieces", got.Code, got.Body.Len(), done.Size, r.pieces(j))
	}
	for name, want := range map[string]string{
		"Content-Type": "application/x-ndjson", "Content-Disposition": `attachment; filename="users-20260301-120000.ndjson"`,
		"Content-Length": fmt.Sprint(done.Size), "X-Content-Type-Options": "nosniff", "Cache-Control": "no-store",
	} {
		if v := got.Header().Get(name); v != want {
			t.Errorf("%s: %s", name, v)
		}
	}
	if lines := strings.Split(strings.TrimSpace(got.Body.String()), "\n"); len(lines) != 3000 || !strings.HasPrefix(lines[2999], `{"id":"`) {
		t.Errorf("%d lines", len(lines))
	}
	want := []string{
		`Ada: users.exported format=NDJSON columns=` + strings.Join(DefaultColumns(Users), ", ") + ` where={"status":{"in":["ACTIVE"]}}`,
		"Ada: users.export_finished rows=3000", "Ada: export.downloaded",
	}
	if lines := r.audited(); strings.Join(lines, "\n") != strings.Join(want, "\n") {
		t.Errorf("audit log:\n%s", strings.Join(lines, "\n"))
	}
	if err := r.tidy(t.Context(), TidyArgs{r.viewer.ResellerID, j.ID}); !errors.As(err, new(*river.JobSnoozeError)) {
		t.Errorf("tidied too early: %v", err)
	}
	if r.gone = true; r.get(link.URL).Code != http.StatusNotFound {
		t.Error("a suspended user's link opens")
	}
	r.gone = false
	r.clock = r.clock.Add(Retention)
	if r.get(link.URL).Code != http.StatusNotFound || r.Download(r.viewer, done) != nil {
		t.Error("the link outlives its hour")
	}
	if err := r.tidy(t.Context(), TidyArgs{r.viewer.ResellerID, j.ID}); err != nil || r.pieces(j) != 0 {
		t.Errorf("%d pieces are left, %v", r.pieces(j), err)
	}
	if len(r.queued) != 3 || r.queued[0].InsertOpts.Queue != Queue {
		t.Errorf("%d jobs", len(r.queued))
	}
}

// A process that dies leaves pieces; the next attempt starts over.
func TestAnotherAttemptStartsOver(t *testing.T) {
	t.Parallel()
	for name, crash := range map[string]func() error{
		"error": func() error { return errors.New("the disk is full of secrets") },
		"panic": func() error { panic("oh") },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := newRoom(t, 5000)
			j := r.create(CSV)
			r.at = func(row int) error {
				if row == 4500 {
					return crash()
				}
				return nil
			}
			if err := r.attempt(j, 1); err == nil {
				t.Fatal("the crash went unnoticed")
			}
			if now := r.job(j); now.Status != job.StatusRUNNING || r.pieces(j) == 0 {
				t.Fatalf("%s with %d pieces", now.Status, r.pieces(j))
			}
			r.at = nil
			if err := r.attempt(j, 2); err != nil {
				t.Fatal(err)
			}
			now := r.job(j)
			body, _ := io.ReadAll(r.get(r.Download(r.viewer, now).URL).Body)
			if lines := strings.Count(string(body), "\r\n"); now.Status != job.StatusSUCCEEDED || lines != 5001 {
				t.Errorf("%s with %d lines", now.Status, lines)
			}
		})
	}
}

func TestTheLastAttemptFails(t *testing.T) {
	t.Parallel()
	r := newRoom(t, 5000)
	j := r.create(CSV)
	r.at = func(row int) error {
		if row > 4000 {
			return errors.New("password of the database")
		}
		return nil
	}
	if err := r.attempt(j, maxAttempts); !errors.As(err, new(*river.JobCancelError)) {
		t.Errorf("River is told %v", err)
	}
	now := r.job(j)
	if now.Status != job.StatusFAILED || now.FailureReason == nil || strings.Contains(*now.FailureReason, "password") || r.pieces(j) > 0 || r.Download(r.viewer, now) != nil {
		t.Errorf("%+v with %d pieces", now, r.pieces(j))
	}
}

func TestCanceling(t *testing.T) {
	t.Parallel()
	r := newRoom(t, 9000)
	j := r.create(CSV)
	ran := 0
	r.at = func(row int) error {
		if ran = row; row == 4000 {
			_, err := r.Cancel(r.asked(), j.ID)
			return err
		}
		return nil
	}
	if err := r.attempt(j, 1); err != nil {
		t.Fatal(err)
	}
	if now := r.job(j); now.Status != job.StatusCANCELED || now.FinishedAt == nil || r.pieces(j) > 0 || ran > 5000 {
		t.Errorf("%s after row %d with %d pieces", now.Status, ran, r.pieces(j))
	}
	var refused fault.Refusals
	if _, err := r.Cancel(r.asked(), j.ID); !errors.As(err, &refused) || refused[0].Code != fault.WrongState {
		t.Errorf("canceled again: %v", err)
	}
	if err := r.attempt(j, 2); err != nil || r.pieces(j) > 0 {
		t.Errorf("a rescued attempt: %v", err)
	}
	stranger := *r.viewer
	stranger.UserID = schema.NewID()
	if _, err := r.Cancel(authz.NewContext(t.Context(), &stranger), j.ID); !errors.As(err, &refused) || refused[0].Code != fault.Missing {
		t.Errorf("canceled by another: %v", err)
	}
}

// Whoever asked is asked about again when the work begins.
func TestRightsAreThoseOfTheMoment(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]func(*room){
		"suspended": func(r *room) { r.gone = true },
		"demoted":   func(r *room) { r.viewer.Assignments[0].Role = authz.RoleResellerViewer },
	} {
		r := newRoom(t, 10)
		j := r.create(XLSX)
		change(r)
		if err := r.attempt(j, 1); err != nil {
			t.Fatal(err)
		}
		if now := r.job(j); now.Status != job.StatusFAILED || now.FailureReason == nil || now.StartedAt != nil {
			t.Errorf("%s: %+v", name, now)
		}
	}
}

func TestASheetHasAnEnd(t *testing.T) {
	t.Parallel()
	r := newRoom(t, xlsxRows+1)
	j := r.create(XLSX)
	if err := r.attempt(j, 1); err != nil {
		t.Fatal(err)
	}
	if now := r.job(j); now.Status != job.StatusFAILED || !strings.Contains(*now.FailureReason, "1048576 rows") {
		t.Errorf("%+v", now)
	}
}

// An attempt that was taken for dead has its lock: the other one waits.
func TestTwoAttemptsDoNotMix(t *testing.T) {
	t.Parallel()
	r := newRoom(t, 2000)
	j := r.create(CSV)
	var once sync.Once
	waits := false
	r.at = func(int) (err error) {
		once.Do(func() { err = r.attempt(j, 2) })
		if errors.As(err, new(*river.JobSnoozeError)) {
			waits, err = true, nil
		}
		return err
	}
	if err := r.attempt(j, 1); err != nil {
		t.Fatal(err)
	}
	if now := r.job(j); now.Status != job.StatusSUCCEEDED || now.Done != 2000 || !waits {
		t.Errorf("%+v, waits: %v", now, waits)
	}
}

func TestExportsUnderWayAreFew(t *testing.T) {
	t.Parallel()
	r := newRoom(t, 1)
	for range MaxUnfinished {
		r.create(CSV)
	}
	var refused fault.Refusals
	if _, err := r.Create(r.asked(), Request{Of: Users, List: []byte(`{}`), Format: CSV}); !errors.As(err, &refused) || refused[0].Code != fault.LimitReached {
		t.Errorf("one more: %v", err)
	}
	overdue := r.DB.Client().Job.Query().FirstX(r.scoped())
	r.clock = r.clock.Add(Deadline)
	if err := r.tidy(t.Context(), TidyArgs{r.viewer.ResellerID, overdue.ID}); err != nil || r.job(overdue).Status != job.StatusFAILED {
		t.Errorf("an overdue export is %s, %v", r.job(overdue).Status, err)
	}
	r.create(CSV)
}

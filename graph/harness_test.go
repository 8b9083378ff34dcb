package graph_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"database/sql"
	"encoding/json"
	"log/slog"
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/alexedwards/argon2id"
	"github.com/google/uuid"
	"github.com/riverqueue/river"

	"tenantry/authz"
	"tenantry/graph"
	"tenantry/internal/billing"
	"tenantry/internal/branding"
	"tenantry/internal/commerce"
	"tenantry/internal/database"
	"tenantry/internal/dbtest"
	"tenantry/internal/directory"
	"tenantry/internal/disposable"
	"tenantry/internal/export"
	"tenantry/internal/impersonation"
	"tenantry/internal/jobs"
	"tenantry/internal/mail"
	"tenantry/internal/partner"
	policykeeper "tenantry/internal/policy"
	"tenantry/internal/portal"
	"tenantry/internal/request"
	"tenantry/internal/resource"
	"tenantry/internal/session"
	"tenantry/internal/usage"
)

func secret() []byte { return bytes.Repeat([]byte("s"), 32) }

// cheapHasher makes passwords that cost nothing.
func cheapHasher() *session.Hasher {
	return session.NewHasher(argon2id.Params{Memory: 8, Iterations: 1, Parallelism: 1, SaltLength: 16, KeyLength: 32})
}

// policy and throwaway take some time to load and never change.
var (
	policy    = sync.OnceValues(func() (*authz.Policy, error) { return authz.Load() })
	throwaway = sync.OnceValues(disposable.Load)
)

// clock is moved by hand.
type clock struct {
	mu sync.Mutex
	t  time.Time
}

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

// api is the product on a world of its own: the handler of the API behind the
// real session middleware.
type api struct {
	*testing.T
	http.Handler
	clock     *clock
	db        *database.DB
	owner     *sql.DB // looks at every row, and puts them back
	directory *directory.Service
	exports   *export.Service
	billing   *billing.Service
	visits    *impersonation.Service
	brandings *branding.Service
	dns       records
	portal    *portal.Service
	usage     *usage.Service
	names     map[string]string       // of the world, see builder
	cookies   map[string]*http.Cookie // of the persona "browser"
	columns   map[string]string       // see tables
	sessions  *session.Service
	url, dsn  string // of the database, for who opens it again and for hear
}

func newAPI(t *testing.T) *api {
	t.Helper()
	ownerURL, url := dbtest.Database(t, worldTemplate(t))
	a := &api{T: t, clock: &clock{t: epoch()}, db: dbtest.Open(t, url), names: map[string]string{}, cookies: map[string]*http.Cookie{}}
	var err error
	if a.owner, err = sql.Open("postgres", ownerURL); err != nil {
		t.Fatal(err)
	}
	a.owner.SetMaxOpenConns(1)
	t.Cleanup(func() { a.owner.Close() })
	settings, err := database.ParseURL(url)
	if err != nil {
		t.Fatal(err)
	}
	a.url, a.dsn = url, settings.DSN
	a.Handler = a.build()
	rows, err := a.owner.QueryContext(t.Context(), `SELECT name, value FROM names`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var name, value string
		if err := rows.Scan(&name, &value); err != nil {
			t.Fatal(err)
		}
		a.names[name] = value
	}
	return a
}

func (a *api) build() http.Handler {
	a.Helper()
	rules, err := policy()
	if err != nil {
		a.Fatal(err)
	}
	list, err := throwaway()
	if err != nil {
		a.Fatal(err)
	}
	queue, err := jobs.New(jobs.Config{DB: a.db.Write})
	if err != nil {
		a.Fatal(err)
	}
	authorizer := authz.New(rules)
	sessions, err := session.New(session.Config{
		Authorizer: authorizer,
		DB:         a.db, Hasher: cheapHasher(), Secret: secret(), InsecureCookie: true, Now: a.clock.now,
		PublicURL: "https://portal.test", Mails: directory.SecurityMails{Jobs: queue}, ListenDSN: a.dsn,
	})
	if err != nil {
		a.Fatal(err)
	}
	a.sessions = sessions
	accounts := session.Accounts{Service: sessions}
	keeper := &policykeeper.Keeper{DB: a.db, Authorizer: authorizer, Log: slog.New(slog.DiscardHandler)}
	if err := keeper.Reload(a.Context()); err != nil {
		a.Fatal(err)
	}
	a.directory = &directory.Service{
		RoleChanged: keeper.Refresh,
		DB:          a.db, Authorizer: authorizer, Jobs: queue, Passwords: accounts, Sessions: accounts, Disposable: list,
		Secret: secret(), PublicURL: "https://portal.test", TermsVersion: "2", Now: a.clock.now,
	}
	shop := &commerce.Service{
		DB: a.db, Authorizer: authorizer, Jobs: queue, Seats: a.directory, Changed: session.NotifyReseller, Now: a.clock.now,
		LowMail: func(l commerce.Low) river.JobArgs {
			return directory.CreditsLowMail{ResellerID: l.ResellerID, OrganizationID: l.OrganizationID, UserID: l.UserID, At: l.At}
		},
	}
	a.directory.Commerce = shop
	a.billing = &billing.Service{DB: a.db, Authorizer: authorizer, Jobs: queue, Now: a.clock.now}
	a.directory.Subscriptions = a.billing
	a.exports = &export.Service{
		DB: a.db, Authorizer: authorizer, Jobs: queue, Idempotency: a.directory, Viewers: sessions, Visits: sessions,
		Users:         graph.UserExport{Authorizer: authorizer, Now: a.clock.now},
		Organizations: graph.OrganizationExport{Authorizer: authorizer},
		AuditEvents:   graph.AuditEventExport{Authorizer: authorizer},
		Secret:        secret(), PublicURL: "https://portal.test", Now: a.clock.now,
		Statements: export.Source{
			List:    graph.CreditExport{Authorizer: authorizer},
			Allowed: func(v *authz.Viewer) bool { return commerce.StatementsAllowed(authorizer, v) },
		},
		Reports: export.Source{
			List:    usage.Files{Authorizer: authorizer, Now: a.clock.now},
			Allowed: func(v *authz.Viewer) bool { return usage.ReportsAllowed(authorizer, v) },
		},
		ReportReady: func(reseller, job, schedule uuid.UUID) river.JobArgs {
			return directory.ReportReadyMail{ResellerID: reseller, JobID: job, ScheduleID: schedule}
		},
	}
	shop.Exports = a.exports
	a.usage = &usage.Service{DB: a.db, Authorizer: authorizer, Exports: a.exports, Viewers: sessions, Now: a.clock.now}
	a.visits = &impersonation.Service{
		DB: a.db, Authorizer: authorizer, Jobs: queue, Sessions: sessions, PublicURL: "https://portal.test", Now: a.clock.now,
	}
	a.brandings = &branding.Service{
		DB: a.db, Authorizer: authorizer, Secret: secret(), PublicURL: "https://portal.test", DNS: &a.dns, Now: a.clock.now,
	}
	a.directory.SenderName = a.brandings.SenderName
	a.portal = &portal.Service{DB: a.db, Authorizer: authorizer, Jobs: queue, PublicURL: "https://portal.test", Now: a.clock.now}
	handler := sessions.Middleware(graph.NewServer(graph.ServerConfig{
		Resolver: &graph.Resolver{
			Brandings:      a.brandings,
			Impersonations: a.visits,
			Resources:      &resource.Service{DB: a.db, Authorizer: authorizer, Now: a.clock.now}, Portal: a.portal,
			Partner: &partner.Service{
				DB: a.db, Authorizer: authorizer, Selection: graph.SelectionChecker(graph.Limits{}), Secret: secret(), Random: rand.Reader, Now: a.clock.now,
			},
			DB: a.db, Authorizer: authorizer, Directory: a.directory, Commerce: shop, Billing: a.billing, Sessions: sessions, Exports: a.exports, Usage: a.usage, Now: a.clock.now,
		},
		Authorizer: authorizer,
		Limits:     graph.Limits{Aliases: 1000, Document: 512 << 10, Tokens: 50_000, Fields: 50_000, Overlaps: 1_000_000}, // generated documents name many, and are long
		Logger:     slog.New(slog.NewTextHandler(logWriter{a.T}, nil)),
	}))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		info := request.Info{ID: "request", IP: "192.0.2.7", UserAgent: "Firefox/140 on Windows"}
		handler.ServeHTTP(w, r.WithContext(request.WithInfo(r.Context(), info)))
	})
}

// hear lets sessions be remembered as in a server, which reads them once; until
// then, and for who changes rows behind the product's back, each request reads.
func (a *api) hear() {
	a.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- a.sessions.Listen(ctx) }()
	a.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			a.Error(err)
		}
	})
}

// logWriter shows in the test what the server logs: failures alone.
type logWriter struct{ *testing.T }

func (l logWriter) Write(p []byte) (int, error) {
	l.Logf("server: %s", bytes.TrimSpace(p))
	return len(p), nil
}

// do sends an operation as somebody: a persona of the world, "anonymous",
// "browser", which keeps cookies, or "bearer " and a token.
func (a *api) do(as, query string, variables map[string]any) *httptest.ResponseRecorder {
	a.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		a.Fatal(err)
	}
	r := httptest.NewRequest(http.MethodPost, "/graphql", bytes.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Accept", "application/graphql-response+json")
	token, bearer := strings.CutPrefix(as, "bearer ")
	switch {
	case as == "anonymous":
	case as == "browser":
		for _, c := range a.cookies {
			r.AddCookie(c)
		}
	case !bearer:
		var known bool
		if token, known = a.names["token."+as]; !known {
			a.Fatalf("nobody is called %q; there are anonymous, browser and %v", as, a.personas())
		}
		fallthrough
	default:
		r.Header.Set("Authorization", "Bearer "+token)
	}
	w := httptest.NewRecorder()
	a.ServeHTTP(w, r.WithContext(a.Context()))
	for _, c := range w.Result().Cookies() {
		if as != "browser" {
			continue
		}
		if a.cookies[c.Name] = c; c.MaxAge < 0 {
			delete(a.cookies, c.Name)
		}
	}
	return w
}

// personas lists who can act, in order of names.
func (a *api) personas() []string {
	var names []string
	for _, name := range slices.Sorted(maps.Keys(a.names)) {
		if p, ok := strings.CutPrefix(name, "token."); ok {
			names = append(names, p)
		}
	}
	return names
}

// uncounted tables are no part of what a refusal must leave alone: attempts to
// sign in and answers to challenges are counted, and jobs are worked by others.
const uncounted = `('names', 'sign_in_throttles', 'sign_in_challenges', 'schema_migrations', 'river_leader', 'river_queue', 'river_client', 'river_client_queue')`

// tables are those whose rows count, with the column that names the reseller.
func (a *api) tables() map[string]string {
	a.Helper()
	if a.columns != nil {
		return a.columns
	}
	a.columns = a.pairs(`
		SELECT c.relname, coalesce((SELECT string_agg(attname, ',') FROM pg_attribute
			WHERE attrelid = c.oid AND attname IN ('reseller_id', 'owner_reseller_id')), '')
		FROM pg_class c WHERE relkind IN ('r', 'p') AND NOT relispartition AND relnamespace = 'public'::regnamespace AND relname NOT IN ` + uncounted)
	a.columns["resellers"] = "id"
	return a.columns
}

// digests are the contents of all tables in short: the rows of one reseller,
// or with an empty id all of them.
func (a *api) digests(reseller string) map[string]string {
	a.Helper()
	var parts []string
	for table, column := range a.tables() {
		where := ""
		if reseller != "" {
			if column == "" {
				continue
			}
			where = " WHERE " + column + " = '" + reseller + "'"
		}
		parts = append(parts, `SELECT '`+table+`', coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') FROM `+table+` t`+where)
	}
	return a.pairs(strings.Join(parts, " UNION ALL "))
}

// save keeps all rows for restore, which is many times faster than another
// clone.
func (a *api) save() {
	a.Helper()
	statements := []string{"CREATE SCHEMA saved"}
	for table := range a.tables() {
		statements = append(statements, "CREATE TABLE saved."+table+" AS TABLE public."+table)
	}
	a.exec(statements)
}

// restore makes all rows what they were at save.
func (a *api) restore() {
	a.Helper()
	statements := []string{"SET session_replication_role = replica"} // no order of tables to keep
	for table := range a.tables() {
		statements = append(statements, "DELETE FROM "+table, "INSERT INTO "+table+" TABLE saved."+table)
	}
	a.exec(append(statements, "SET session_replication_role = DEFAULT", "DELETE FROM sign_in_throttles"))
}

func (a *api) exec(statements []string) {
	a.Helper()
	if _, err := a.owner.ExecContext(a.Context(), strings.Join(statements, ";\n")); err != nil {
		a.Fatalf("%s: %v", statements, err)
	}
}

// pairs runs a query of two columns.
func (a *api) pairs(query string, args ...any) map[string]string {
	a.Helper()
	rows, err := a.owner.QueryContext(a.Context(), query, args...)
	if err != nil {
		a.Fatalf("%s: %v", query, err)
	}
	defer rows.Close()
	out := map[string]string{}
	for rows.Next() {
		var name, value string
		if err := rows.Scan(&name, &value); err != nil {
			a.Fatal(err)
		}
		out[name] = value
	}
	if err := rows.Err(); err != nil {
		a.Fatal(err)
	}
	return out
}

// letter runs the workers until a mail arrives for the address whose subject
// holds the words.
func (a *api) letter(to, about string) mail.Message {
	a.Helper()
	box, workers := make(postbox, 100), river.NewWorkers()
	a.directory.AddWorkers(workers, box, slog.New(slog.DiscardHandler))
	a.visits.AddWorkers(workers, a.directory, box, slog.New(slog.DiscardHandler))
	a.portal.AddWorkers(workers, a.directory, box, slog.New(slog.DiscardHandler))
	a.directory.AddItemWorkers(workers, a.exports.Viewers, slog.New(slog.DiscardHandler))
	client, err := jobs.New(jobs.Config{
		DB: a.db.Write, Workers: workers, PollInterval: 50 * time.Millisecond, Queues: map[string]int{directory.WorkQueue: 1},
	})
	if err != nil {
		a.Fatal(err)
	}
	if err := client.Start(a.Context()); err != nil {
		a.Fatal(err)
	}
	defer func() {
		if err := client.Stop(context.WithoutCancel(a.Context())); err != nil {
			a.Error(err)
		}
	}()
	late := time.After(20 * time.Second)
	for {
		select {
		case m := <-box:
			if m.To == to && strings.Contains(m.Subject, about) {
				return m
			}
		case <-late:
			a.Fatalf("no mail for %s", to)
		}
	}
}

// postbox is a mail.Sender that keeps what it is given.
type postbox chan mail.Message

func (b postbox) Send(_ context.Context, m mail.Message) error { b <- m; return nil }

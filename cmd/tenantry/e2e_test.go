package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"tenantry/internal/dbtest"
)

// program starts the real program on a free port and a database of its own.
func program(t *testing.T, pairs ...string) *Main {
	t.Helper()
	owner, app := dbtest.URLs(t)
	pairs = append([]string{"TENANTRY_DEV=1", "TENANTRY_ADDR=127.0.0.1:0", "TENANTRY_DATA_DIR=" + t.TempDir(),
		"DATABASE_URL=" + app, "TENANTRY_MIGRATION_URL=" + owner}, pairs...)
	return start(t, pairs...)
}

func start(t *testing.T, pairs ...string) *Main {
	t.Helper()
	// Later pairs go before earlier ones.
	getenv := func(key string) string {
		for i := len(pairs) - 1; i >= 0; i-- {
			if name, value, _ := strings.Cut(pairs[i], "="); name == key {
				return value
			}
		}
		return map[string]string{"GOGC": os.Getenv("GOGC") + "x", "GOMEMLIMIT": "x"}[key] // tests share a process
	}
	cfg, err := loadConfig(getenv)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	m := &Main{Config: cfg, Env: environment{stdout: &out, stderr: io.Discard, getenv: getenv, now: time.Now}}
	t.Cleanup(func() {
		if err := m.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	if err := m.Run(t.Context()); err != nil {
		t.Fatalf("run: %v\n%s", err, out.String())
	}
	return m
}

// ask sends an operation and decodes its data.
func ask(t *testing.T, m *Main, token, query string, variables map[string]any) map[string]any {
	t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		t.Fatal(err)
	}
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, m.URL+"/graphql", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	if token != "" {
		req.Header.Set("Authorization", "Bearer "+token)
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	var answer struct {
		Data   map[string]any
		Errors []any
	}
	if err := json.NewDecoder(res.Body).Decode(&answer); err != nil || len(answer.Errors) > 0 {
		t.Fatalf("%.80s: %s, %v, %v", query, res.Status, answer.Errors, err)
	}
	return answer.Data
}

// at follows a path of keys into an answer; numbers are positions.
func at(t *testing.T, v any, path ...any) any {
	t.Helper()
	for i, step := range path {
		switch step := step.(type) {
		case string:
			object, ok := v.(map[string]any)
			if !ok {
				t.Fatalf("no object at %v of %v", path[:i], path)
			}
			v = object[step]
		case int:
			list, ok := v.([]any)
			if !ok || step >= len(list) {
				t.Fatalf("no item %d at %v: %v", step, path[:i], v)
			}
			v = list[step]
		}
	}
	return v
}

const signInMutation = `mutation($email: String!, $password: String!) {
	sessionCreate(input: {email: $email, password: $password, bearer: true}) { token errors { code } } }`

func signIn(t *testing.T, m *Main, email, password string) string {
	t.Helper()
	data := ask(t, m, "", signInMutation, map[string]any{"email": email, "password": password})
	token, ok := at(t, data, "sessionCreate", "token").(string)
	if !ok {
		t.Fatalf("%s cannot sign in: %v", email, data)
	}
	return token
}

func get(t *testing.T, url string) (status int, body string) {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	text, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return res.StatusCode, string(text)
}

func TestServe(t *testing.T) {
	t.Parallel()
	m := program(t)
	for path, want := range map[string]int{
		"/healthz": 200, "/readyz": 200, "/metrics": 200, "/playground": 200, "/dev/mailbox": 200, "/dev/personas": 200, "/nowhere": 404,
	} {
		if status, body := get(t, m.URL+path); status != want {
			t.Errorf("%s: %d, want %d\n%.300s", path, status, want, body)
		}
	}
	for _, p := range personas(m.Config) {
		signIn(t, m, p.Email, p.Password)
	}
	token := signIn(t, m, "admin@demo.test", "tenantry-demo")
	data := ask(t, m, token, `{ viewer { user { email } } users(first: 2) { totalCount nodes { displayName organization { name } } } }`, nil)
	if email := at(t, data, "viewer", "user", "email"); email != "admin@demo.test" {
		t.Errorf("viewer is %v", email)
	}
	if n, ok := at(t, data, "users", "totalCount").(float64); !ok || n < 1900 || n > 2300 {
		t.Errorf("%v users", n)
	}
}

// The whole line of work: invite, read the mail, accept, sign in, be suspended.
func TestInvitationFromMailToSuspension(t *testing.T) {
	t.Parallel()
	m := program(t)
	admin := signIn(t, m, "tenant.admin@harbor.test", "tenantry-demo")
	data := ask(t, m, admin, `{ viewer { organization { id } } }`, nil)
	created := ask(t, m, admin, `mutation($org: ID!) { invitationsCreate(input: {organizationId: $org,
		items: [{email: "new.hand@harbor.test", userType: AGENT}]}) { results { outcome } errors { code message path } } }`,
		map[string]any{"org": at(t, data, "viewer", "organization", "id")})
	if outcome := at(t, created, "invitationsCreate", "results", 0, "outcome"); outcome != "INVITED" {
		t.Fatalf("invite: %v", created)
	}

	link := mailedLink(t, m, "new.hand@harbor.test")
	token := link[strings.Index(link, "token=")+len("token="):]
	accepted := ask(t, m, "", `mutation($token: String!) { invitationAccept(input: {token: $token, password: "a long and quiet river",
		firstName: "New", lastName: "Hand", acceptedTermsVersion: "1"}) { userId email errors { code message path } } }`, map[string]any{"token": token})
	id := at(t, accepted, "invitationAccept", "userId")
	if id == nil {
		t.Fatalf("accept: %v", accepted)
	}
	hers := signIn(t, m, "new.hand@harbor.test", "a long and quiet river")

	suspended := ask(t, m, admin, `mutation($id: ID!) { userSuspend(id: $id, input: {motive: ON_LEAVE}) { user { status } errors { code } } }`, map[string]any{"id": id})
	if status := at(t, suspended, "userSuspend", "user", "status"); status != "SUSPENDED" {
		t.Errorf("after suspending: %v", suspended)
	}
	refused := ask(t, m, "", signInMutation, map[string]any{"email": "new.hand@harbor.test", "password": "a long and quiet river"})
	if code := at(t, refused, "sessionCreate", "errors", 0, "code"); code != "ACCOUNT_SUSPENDED" {
		t.Errorf("sign-in of a suspended user: %v", refused)
	}
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, m.URL+"/graphql", strings.NewReader(`{"query": "{ viewer { user { id } } }"}`))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Authorization", "Bearer "+hers)
	req.Header.Set("Content-Type", "application/json")
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	res.Body.Close()
	if res.StatusCode != http.StatusUnauthorized {
		t.Errorf("the session of a suspended user answers %s", res.Status)
	}
}

// mailedLink waits for the invitation to an address to arrive in the mailbox.
func mailedLink(t *testing.T, m *Main, to string) string {
	t.Helper()
	link := regexp.MustCompile(`http[^\s"<]+token=[\w-]+`)
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	limit := time.After(30 * time.Second)
	for {
		stored, err := m.mailbox.List(10)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range stored {
			if s.Message.To == to {
				return link.FindString(s.Message.Text)
			}
		}
		select {
		case <-tick.C:
		case <-limit:
			t.Fatalf("no mail to %s", to)
		}
	}
}

func TestServeRefusesToStart(t *testing.T) {
	t.Parallel()
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { taken.Close() })
	for name, tt := range map[string]struct {
		pairs []string
		want  string
	}{
		"without secrets": {nil, "TENANTRY_PUBLIC_URL, TENANTRY_SECRET, TENANTRY_SMTP_URL must be set"},
		"port in use":     {[]string{"TENANTRY_DEV=1", "TENANTRY_ADDR=" + taken.Addr().String()}, "listen on TENANTRY_ADDR"},
		"no binaries":     {[]string{"TENANTRY_DEV=1", "TENANTRY_ADDR=127.0.0.1:0", "PG_BIN=/nonexistent", "TENANTRY_DATA_DIR=" + passableDir(t)}, "PG_BIN"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			cfg, err := loadConfig(env(tt.pairs...))
			if err != nil {
				t.Fatal(err)
			}
			m := &Main{Config: cfg, Env: environment{stdout: io.Discard, stderr: io.Discard, getenv: env("GOGC=x", "GOMEMLIMIT=x"), now: time.Now}}
			err = m.Run(t.Context())
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("Run: %v, want %q", err, tt.want)
			}
			if err := m.Close(); err != nil {
				t.Errorf("Close: %v", err)
			}
		})
	}
}

// Without DATABASE_URL the program brings its own PostgreSQL, as root too.
func TestServeOnPrivatePostgreSQL(t *testing.T) {
	t.Parallel()
	pairs := []string{"TENANTRY_DEV=1", "TENANTRY_ADDR=127.0.0.1:0", "TENANTRY_DATA_DIR=" + filepath.Join(passableDir(t), "data")}
	began := time.Now()
	m := start(t, pairs...)
	t.Logf("first start: %v", time.Since(began))
	token := signIn(t, m, "admin@demo.test", "tenantry-demo")
	if err := m.Close(); err != nil {
		t.Fatal(err)
	}

	began = time.Now()
	m = start(t, pairs...)
	if took := time.Since(began); took > 3*time.Second {
		t.Errorf("the second start took %v", took)
	} else {
		t.Logf("second start: %v", took)
	}
	// Secret and data are the ones of before.
	ask(t, m, token, `{ viewer { user { id } } }`, nil)
	if status, _ := get(t, m.URL+"/readyz"); status != http.StatusOK {
		t.Errorf("/readyz: %d", status)
	}
}

// passableDir is a folder that the server of root, who runs as somebody else,
// may enter.
func passableDir(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "tenantry-e2e-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	return dir
}

// Close waits for the request that is being answered.
func TestCloseFinishesRequests(t *testing.T) {
	t.Parallel()
	m := program(t)
	token := signIn(t, m, "admin@demo.test", "tenantry-demo")
	lock, err := m.db.Write.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	var unlocked atomic.Bool
	if _, err := lock.Exec(`SELECT 1 FROM organizations WHERE name = 'Demo Telecom' FOR UPDATE`); err != nil {
		t.Fatal(err)
	}
	type result struct {
		status int
		err    error
	}
	answered := make(chan result, 1)
	go func() {
		req, err := http.NewRequestWithContext(context.WithoutCancel(t.Context()), http.MethodPost, m.URL+"/graphql",
			strings.NewReader(`{"query": "mutation { organizationCreate(input: {name: \"Late Guests\", idempotencyKey: \"late-guests\"}) { organization { id } } }"}`))
		if err != nil {
			answered <- result{err: err}
			return
		}
		req.Header.Set("Content-Type", "application/json")
		req.Header.Set("Authorization", "Bearer "+token)
		res, err := http.DefaultClient.Do(req)
		if err != nil {
			answered <- result{err: err}
			return
		}
		defer res.Body.Close()
		answered <- result{status: res.StatusCode}
	}()
	await(t, "the request to wait for the lock", func() bool {
		var waiting int
		err := m.db.Write.QueryRow(`SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`).Scan(&waiting)
		return err == nil && waiting > 0
	})
	closed := make(chan error, 1)
	go func() { closed <- m.Close() }()
	await(t, "new connections to be refused", func() bool {
		conn, err := net.Dial("tcp", strings.TrimPrefix(m.URL, "http://"))
		if err == nil {
			conn.Close()
		}
		return err != nil
	})
	unlocked.Store(true)
	if err := lock.Rollback(); err != nil {
		t.Error(err)
	}
	if r := <-answered; r.err != nil || r.status != http.StatusOK {
		t.Errorf("the request that ran: %d, %v", r.status, r.err)
	}
	if err := <-closed; err != nil || !unlocked.Load() {
		t.Errorf("close: %v", err)
	}
}

func await(t *testing.T, what string, done func() bool) {
	t.Helper()
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	for limit := time.After(20 * time.Second); !done(); {
		select {
		case <-tick.C:
		case <-limit:
			t.Fatalf("waited in vain for %s", what)
		}
	}
}

func TestTracesAreSent(t *testing.T) {
	t.Parallel()
	var spans atomic.Int64
	collector := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/v1/traces" {
			spans.Add(1)
		}
	}))
	defer collector.Close()
	m := program(t, "OTEL_EXPORTER_OTLP_ENDPOINT="+collector.URL)
	get(t, m.URL+"/healthz")
	if err := m.Close(); err != nil {
		t.Fatal(err)
	}
	if spans.Load() == 0 {
		t.Error("no traces arrived")
	}
}

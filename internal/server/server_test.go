package server_test

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
	"time"

	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"

	"tenantry/graph"
	"tenantry/internal/mail"
	"tenantry/internal/request"
	"tenantry/internal/server"
)

// box is a mailbox of one message.
type box struct{ mail.Stored }

func (b box) List(int) ([]mail.Stored, error) { return []mail.Stored{b.Stored}, nil }
func (b box) Get(id string) (mail.Stored, error) {
	if id != b.ID {
		return mail.Stored{}, fs.ErrNotExist
	}
	return b.Stored, nil
}

func letter() box {
	return box{mail.Stored{ID: "20260301T093000-ab", At: time.Date(2026, 3, 1, 9, 30, 0, 0, time.UTC), Message: mail.Message{
		To: "ada@guest.test", Subject: "Welcome <b>", Text: "Open https://app.test/accept#t=1.\nBye <script>", HTML: `<p><a href="https://app.test/accept#t=1">Open</a>`,
	}}}
}

// echo answers what it knows about the request.
var echo = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
	info := request.FromContext(r.Context())
	_ = json.NewEncoder(w).Encode(info)
})

func config(change func(*server.Config)) server.Config {
	cfg := server.Config{
		GraphQL: echo, Dev: true, Mailbox: letter(), Personas: []string{"admin@demo.test"},
		Ready:  func(context.Context) error { return nil },
		SSO:    echo,
		Logger: slog.New(slog.DiscardHandler),
	}
	if change != nil {
		change(&cfg)
	}
	return cfg
}

func get(t *testing.T, cfg server.Config, method, path string, headers ...string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequest(method, path, nil)
	for i := 0; i < len(headers); i += 2 {
		r.Header.Add(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	server.New(cfg).ServeHTTP(w, r)
	return w
}

func TestRoutes(t *testing.T) {
	t.Parallel()
	production := func(c *server.Config) { c.Dev = false }
	for _, c := range []struct {
		path   string
		change func(*server.Config)
		status int
		want   string
	}{
		{"/", nil, 200, `<a href="/dev/mailbox">`},
		{"/", production, 200, `<a href="/readyz">`},
		{"/", func(c *server.Config) { c.Console = true }, 200, `<a href="/console/">`},
		{"/", func(c *server.Config) { c.Dev, c.Console = false, true }, 303, `<a href="/console/">`},
		{"/graphql", nil, 200, `"ID"`},
		{"/healthz", production, 200, `{"status":"ok"}`},
		{"/readyz", production, 200, `{"status":"ready"}`},
		{"/readyz", func(c *server.Config) {
			c.Ready = func(context.Context) error { return errors.New("pq: password refused") }
		}, 503, `{"status":"unavailable"}`},
		{"/metrics", nil, 404, ""},
		{"/metrics", func(c *server.Config) { c.Metrics = server.NewMetrics().Handler() }, 200, "go_goroutines"},
		{"/playground", nil, 200, "<script"},
		{"/playground", production, 404, ""},
		{"/dev/mailbox", nil, 200, `<a href="/dev/mailbox/20260301T093000-ab">Welcome &lt;b&gt;</a>`},
		{"/dev/mailbox", production, 404, ""},
		{"/dev/mailbox.json", nil, 200, `[{"id":"20260301T093000-ab"`},
		{"/dev/mailbox/20260301T093000-ab", nil, 200, `Open <a href="https://app.test/accept#t=1">https://app.test/accept#t=1</a>.` + "\nBye &lt;script&gt;"},
		{"/dev/mailbox/20260301T093000-ab.json", nil, 200, `{"id":"20260301T093000-ab"`},
		{"/dev/mailbox/20260301T093000-ab/html", nil, 200, `<base target="_blank"><p><a`},
		{"/dev/mailbox/none", nil, 404, ""},
		{"/dev/personas", nil, 200, `["admin@demo.test"]`},
		{"/dev/personas", production, 404, ""},
		{"/nothing", nil, 404, ""},
	} {
		got := get(t, config(c.change), http.MethodGet, c.path)
		if got.Code != c.status || !strings.Contains(got.Body.String(), c.want) {
			t.Errorf("%s: %d %.300s, want %d %s", c.path, got.Code, got.Body, c.status, c.want)
		}
		if strings.Contains(got.Body.String(), "pq:") {
			t.Errorf("%s tells the inside: %s", c.path, got.Body)
		}
	}
}

func TestHeaders(t *testing.T) {
	t.Parallel()
	for _, path := range []string{"/", "/graphql", "/healthz", "/playground", "/dev/mailbox", "/dev/mailbox/20260301T093000-ab/html", "/nothing"} {
		h := get(t, config(nil), http.MethodGet, path).Header()
		if h.Get("X-Content-Type-Options") != "nosniff" || h.Get("Referrer-Policy") == "" || h.Get("X-Request-Id") == "" ||
			!strings.Contains(h.Get("Content-Security-Policy"), "frame-ancestors") || !strings.Contains(h.Get("Content-Security-Policy"), "default-src 'none'") {
			t.Errorf("%s: %v", path, h)
		}
		if h.Get("Strict-Transport-Security") != "" {
			t.Errorf("%s: HSTS in development", path)
		}
	}
	if h := get(t, config(nil), http.MethodGet, "/dev/mailbox/20260301T093000-ab/html").Header(); !strings.HasPrefix(h.Get("Content-Security-Policy"), "sandbox ") {
		t.Errorf("a mail is not in a sandbox: %v", h)
	}
	if h := get(t, config(func(c *server.Config) { c.Dev = false }), http.MethodGet, "/healthz").Header(); h.Get("Strict-Transport-Security") == "" {
		t.Error("no HSTS outside development")
	}
}

func TestRequestInfo(t *testing.T) {
	t.Parallel()
	trusted := []netip.Prefix{netip.MustParsePrefix("192.0.2.0/24"), netip.MustParsePrefix("10.0.0.0/8")} // httptest sends from 192.0.2.1
	for name, c := range map[string]struct {
		trusted []netip.Prefix
		headers []string
		want    request.Info
	}{
		"given id":             {nil, []string{"X-Request-Id", "abc-DEF_1.2", "User-Agent", "curl"}, request.Info{ID: "abc-DEF_1.2", IP: "192.0.2.1", UserAgent: "curl"}},
		"id too short":         {nil, []string{"X-Request-Id", "abc"}, request.Info{ID: made, IP: "192.0.2.1"}},
		"id with a line end":   {nil, []string{"X-Request-Id", "abcdefgh\nlevel=ERROR"}, request.Info{ID: made, IP: "192.0.2.1"}},
		"nobody is trusted":    {nil, []string{"X-Forwarded-For", "203.0.113.9"}, request.Info{ID: made, IP: "192.0.2.1"}},
		"one proxy":            {trusted, []string{"X-Forwarded-For", "203.0.113.9"}, request.Info{ID: made, IP: "203.0.113.9"}},
		"a client that lies":   {trusted, []string{"X-Forwarded-For", "10.1.1.1, 198.51.100.7, 203.0.113.9"}, request.Info{ID: made, IP: "203.0.113.9"}},
		"two proxies":          {trusted, []string{"X-Forwarded-For", "198.51.100.7, 203.0.113.9", "X-Forwarded-For", "10.2.3.4:55"}, request.Info{ID: made, IP: "203.0.113.9"}},
		"IPv6":                 {trusted, []string{"X-Forwarded-For", "2001:db8::1"}, request.Info{ID: made, IP: "2001:db8::1"}},
		"an entry that is not": {trusted, []string{"X-Forwarded-For", "unknown"}, request.Info{ID: made, IP: "192.0.2.1"}},
		"nothing forwarded":    {trusted, nil, request.Info{ID: made, IP: "192.0.2.1"}},
		"long program":         {nil, []string{"User-Agent", strings.Repeat("ä", 200)}, request.Info{ID: made, IP: "192.0.2.1", UserAgent: strings.Repeat("ä", 150)}},
	} {
		w := get(t, config(func(cfg *server.Config) {
			cfg.TrustedProxies, cfg.Rand = c.trusted, bytes.NewReader(make([]byte, 16))
		}), http.MethodPost, "/graphql", c.headers...)
		var got request.Info
		if err := json.Unmarshal(w.Body.Bytes(), &got); err != nil || got != c.want {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
		if w.Header().Get("X-Request-Id") != got.ID {
			t.Errorf("%s: the header says %s", name, w.Header().Get("X-Request-Id"))
		}
	}
}

const made = "00000000000000000000000000000000"

func TestLogHoldsNothingPersonal(t *testing.T) {
	t.Parallel()
	var log bytes.Buffer
	cfg := config(func(c *server.Config) { c.Logger = slog.New(slog.NewJSONHandler(&log, nil)) })
	get(t, cfg, http.MethodPost, "/graphql?query=hunter2", "User-Agent", "hunter3", "Cookie", "tenantry_session=hunter4", "X-Request-Id", "request-1")
	get(t, cfg, "HUNTER5", "/dev/mailbox/hunter6?x=hunter7")
	for _, want := range []string{`"route":"/graphql","status":200`, `"method":"POST"`, `"request_id":"request-1"`, `"method":"OTHER"`} {
		if !strings.Contains(log.String(), want) {
			t.Errorf("the log lacks %s: %s", want, log.String())
		}
	}
	if strings.Contains(strings.ToLower(log.String()), "hunter") || strings.Contains(log.String(), "192.0.2.1") {
		t.Errorf("the log tells of the person: %s", log.String())
	}
}

func TestPanic(t *testing.T) {
	t.Parallel()
	var log bytes.Buffer
	got := get(t, config(func(c *server.Config) {
		c.GraphQL = http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic("hunter2") })
		c.Logger = slog.New(slog.NewJSONHandler(&log, nil))
	}), http.MethodPost, "/graphql", "X-Request-Id", "request-1")
	if got.Code != 500 || !strings.Contains(got.Body.String(), `"code":"INTERNAL","requestId":"request-1"`) || strings.Contains(got.Body.String(), "hunter2") {
		t.Errorf("%d %s", got.Code, got.Body)
	}
	if !strings.Contains(log.String(), "handler panicked") || !strings.Contains(log.String(), `"status":500`) {
		t.Errorf("log: %s", log.String())
	}
}

func TestCrossOrigin(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		origins             []string
		origin, allow, cred string
	}{
		"not configured": {nil, "https://a.test", "", ""},
		"listed":         {[]string{"https://a.test"}, "https://a.test", "https://a.test", "true"},
		"not listed":     {[]string{"https://a.test"}, "https://b.test", "", ""},
		"any":            {[]string{"*"}, "https://b.test", "*", ""},
	} {
		cfg := config(func(cfg *server.Config) { cfg.CORSOrigins = c.origins })
		for _, got := range []*httptest.ResponseRecorder{
			get(t, cfg, http.MethodPost, "/graphql", "Origin", c.origin),
			get(t, cfg, http.MethodOptions, "/graphql", "Origin", c.origin, "Access-Control-Request-Method", "POST", "Access-Control-Request-Headers", "content-type"),
		} {
			h := got.Header()
			if h.Get("Access-Control-Allow-Origin") != c.allow || h.Get("Access-Control-Allow-Credentials") != c.cred {
				t.Errorf("%s: %v", name, h)
			}
		}
	}
}

func TestTraces(t *testing.T) {
	t.Parallel()
	spans := tracetest.NewSpanRecorder()
	cfg := config(func(c *server.Config) { c.Tracer = sdktrace.NewTracerProvider(sdktrace.WithSpanProcessor(spans)) })
	get(t, cfg, http.MethodPost, "/graphql", "Traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
	ended := spans.Ended()
	if len(ended) != 1 || ended[0].SpanContext().TraceID().String() != "0af7651916cd43dd8448eb211c80319c" {
		t.Errorf("spans %v", ended)
	}
}

func TestMetrics(t *testing.T) {
	t.Parallel()
	m := server.NewMetrics()
	m.Pool("write", sql.OpenDB(nil))
	api := m.CountStatements(func(ctx context.Context) (context.Context, func() int) { return ctx, func() int { return 3 } },
		http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
			m.Observe(r.Context(), graph.Observation{Operation: "Users", Trusted: true, Kind: "query", Duration: time.Millisecond})
			m.Observe(r.Context(), graph.Observation{Operation: "MadeUp", Kind: "query", Codes: []string{"FORBIDDEN"}})
		}))
	m.Job("mail", time.Second, nil)
	m.Job("mail", time.Second, errors.New("no"))
	cfg := config(func(c *server.Config) { c.GraphQL, c.Metrics = api, m.Handler() })
	get(t, cfg, http.MethodPost, "/graphql")
	text := get(t, cfg, http.MethodGet, "/metrics").Body.String()
	for _, want := range []string{
		`tenantry_requests_total{kind="query",operation="Users",outcome="ok"} 1`,
		`tenantry_requests_total{kind="query",operation="other",outcome="FORBIDDEN"} 1`,
		`tenantry_request_duration_seconds_count{operation="Users"} 1`,
		`tenantry_sql_statements_total{operation="Users"} 3`,
		`tenantry_job_duration_seconds_count{kind="mail",outcome="failed"} 1`,
		`go_sql_open_connections{db_name="write"} 0`,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %s in\n%.3000s", want, text)
		}
	}
	if strings.Contains(text, "MadeUp") {
		t.Error("a client's own name became a label")
	}
}

func TestServeFinishesRequests(t *testing.T) {
	t.Parallel()
	l, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	arrived, release := make(chan struct{}), make(chan struct{})
	h := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		close(arrived)
		<-release
		_, _ = io.WriteString(w, "whole")
	})
	ctx, stop := context.WithCancel(t.Context())
	served, answer := make(chan error, 1), make(chan string, 1)
	go func() { served <- server.ServeOn(ctx, l, h, slog.New(slog.DiscardHandler)) }()
	go func() {
		resp, err := http.Get("http://" + l.Addr().String()) //nolint:noctx // ends with the server
		if err != nil {
			answer <- err.Error()
			return
		}
		body, _ := io.ReadAll(resp.Body)
		_ = resp.Body.Close()
		answer <- string(body)
	}()
	<-arrived
	stop()
	close(release)
	if got := <-answer; got != "whole" {
		t.Errorf("the request was cut: %s", got)
	}
	if err := <-served; err != nil {
		t.Errorf("stopped with %v", err)
	}
	if err := server.Serve(t.Context(), "127.0.0.1:http-none", h, slog.Default()); err == nil {
		t.Error("an address that is none was listened on")
	}
}

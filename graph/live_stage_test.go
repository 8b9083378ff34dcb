package graph_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/gorilla/websocket"

	"tenantry/authz"
	"tenantry/ent/schema"
	"tenantry/graph"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/dbtest"
	"tenantry/internal/devpg"
	"tenantry/internal/live"
	"tenantry/internal/request"
	"tenantry/internal/session"
)

// stage is the product as a server of HTTP with subscriptions, whose limits
// are shorter than its streams live.
type stage struct {
	*api
	url     string
	hub     *live.Hub
	streams *graph.Streams
}

func newStage(t *testing.T, origins ...string) *stage {
	t.Helper()
	t.Parallel()
	s := &stage{api: newAPI(t)}
	var name string
	if err := s.owner.QueryRowContext(t.Context(), `SELECT current_database()`).Scan(&name); err != nil {
		t.Fatal(err)
	}
	settings, err := database.ParseURL(dbtest.Server(t).URL(name, devpg.Role))
	if err != nil {
		t.Fatal(err)
	}
	rules, err := policy()
	if err != nil {
		t.Fatal(err)
	}
	log := slog.New(slog.DiscardHandler)
	sessions, err := session.New(session.Config{
		DB: s.db, Hasher: cheapHasher(), Secret: secret(), InsecureCookie: true, Now: s.clock.now, ListenDSN: settings.DSN, Log: log,
	})
	if err != nil {
		t.Fatal(err)
	}
	s.hub = live.New(live.Config{
		ListenDSN: settings.DSN, AccessChannel: session.ChannelAccess, AccessHeard: sessions.Forget, PerSession: 3, Log: log,
	})
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 2)
	go func() { ended <- sessions.Listen(ctx) }()
	go func() { ended <- s.hub.Run(ctx) }()
	s.streams = &graph.Streams{Recheck: sessions.Recheck, Origins: origins, Every: 250 * time.Millisecond}
	authorizer := authz.New(rules)
	handler := sessions.Middleware(graph.NewServer(graph.ServerConfig{
		Resolver: &graph.Resolver{
			DB: s.db, Authorizer: authorizer, Directory: s.directory, Sessions: sessions, Live: s.hub, Now: s.clock.now,
		},
		Authorizer: authorizer, Streams: s.streams, Logger: slog.New(slog.NewTextHandler(logWriter{t}, nil)),
	}))
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		handler.ServeHTTP(w, r.WithContext(request.WithInfo(r.Context(), request.Info{ID: "request", IP: "192.0.2.7"})))
	}))
	server.Config.ReadTimeout, server.Config.WriteTimeout = 500*time.Millisecond, 500*time.Millisecond
	server.Start()
	s.url = server.URL + "/graphql"
	t.Cleanup(func() {
		if err := s.streams.Close(context.WithoutCancel(t.Context())); err != nil {
			t.Error(err)
		}
		server.Close()
		if n := s.hub.Open(); n != 0 {
			t.Errorf("%d subscriptions are left", n)
		}
		cancel()
		for range 2 {
			if err := <-ended; err != nil {
				t.Error(err)
			}
		}
	})
	for !s.hub.Listening() {
		select {
		case <-t.Context().Done():
			t.Fatal("nothing is heard")
		case <-time.After(10 * time.Millisecond):
		}
	}
	return s
}

// change does a mutation that must succeed.
func (s *stage) change(as, mutation string, variables map[string]any) {
	s.Helper()
	w := s.do(as, mutation, variables)
	if w.Code != http.StatusOK || !strings.Contains(w.Body.String(), `"errors":[]`) {
		s.Fatalf("%s: %d %s", mutation, w.Code, w.Body)
	}
}

// rename changes a user as the reseller's administrator.
func (s *stage) rename(user, name string) {
	s.Helper()
	s.change("admin", `mutation ($id: ID!, $in: UserUpdateInput!) { userUpdate(id: $id, input: $in) { errors { code } } }`,
		map[string]any{"id": s.names["user."+user], "in": map[string]any{"displayName": name}})
}

// write changes a user of Harbor Hotels in a transaction of its own, and says
// so in the log.
func (s *stage) write(user, action string, change func(ctx context.Context, tx *database.Tx, id uuid.UUID) error) {
	s.Helper()
	_, id, err := schema.ParseGlobalID(s.names["user."+user])
	if err != nil {
		s.Fatal(err)
	}
	_, organization, err := schema.ParseGlobalID(s.names["org.harbor"])
	if err != nil {
		s.Fatal(err)
	}
	var reseller uuid.UUID
	if err := s.owner.QueryRowContext(s.Context(), `SELECT reseller_id FROM users WHERE id = $1`, id).Scan(&reseller); err != nil {
		s.Fatal(err)
	}
	err = s.db.WithTx(database.WithReseller(s.Context(), reseller), func(ctx context.Context, tx *database.Tx) error {
		if err := change(ctx, tx, id); err != nil {
			return err
		}
		return audit.Record(ctx, tx, audit.Event{
			At: s.clock.now(), Action: action, OrganizationID: organization, AccountID: organization,
			TargetType: "User", TargetID: id, TargetName: user,
		})
	})
	if err != nil {
		s.Fatal(err)
	}
}

// said is one thing a stream said: next, complete, error, or a close code.
type said struct {
	kind string
	body string
}

// listener is a stream as its client sees it.
type listener struct {
	t    *testing.T
	said chan said
	stop func()
}

// next waits for what is said next.
func (l *listener) next() said {
	l.t.Helper()
	select {
	case s := <-l.said:
		return s
	case <-time.After(20 * time.Second):
		l.t.Fatal("nothing is said")
		return said{}
	}
}

// wants compares the next answer, skipping those that ask to resync.
func (l *listener) wants(kind, body string) {
	l.t.Helper()
	got := l.next()
	for got.kind == "next" && strings.Contains(got.body, "RESYNC") && !strings.Contains(body, "RESYNC") {
		got = l.next()
	}
	if got.kind != kind || !strings.Contains(got.body, body) {
		l.t.Errorf("%s %s, want %s %s", got.kind, got.body, kind, body)
	}
}

// events follows over Server-Sent Events.
func (s *stage) events(as, query string, variables map[string]any) *listener {
	s.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		s.Fatal(err)
	}
	ctx, stop := context.WithCancel(s.Context())
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, s.url, bytes.NewReader(body))
	if err != nil {
		s.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Accept", "text/event-stream")
	if as != "anonymous" {
		r.Header.Set("Authorization", "Bearer "+s.names["token."+as])
	}
	res, err := http.DefaultClient.Do(r)
	if err != nil {
		s.Fatal(err)
	}
	l := &listener{t: s.T, said: make(chan said, 100), stop: stop}
	s.Cleanup(func() { stop(); res.Body.Close() })
	if got := res.Header.Get("Content-Type"); res.StatusCode != http.StatusOK || got != "text/event-stream; charset=utf-8" {
		s.Fatalf("%s %s", res.Status, got)
	}
	go func() {
		defer close(l.said)
		var now said
		for lines := bufio.NewScanner(res.Body); lines.Scan(); {
			name, value, _ := strings.Cut(lines.Text(), ":")
			switch name {
			case "event":
				now.kind = strings.TrimSpace(value)
			case "data":
				now.body = strings.TrimSpace(value)
			case "":
				if now.kind != "" {
					l.said <- now
				}
				now = said{}
			}
		}
	}()
	return l
}

// dial opens a WebSocket; header pairs come in turn.
func (s *stage) dial(headers ...string) (*websocket.Conn, *http.Response, error) {
	s.Helper()
	header := http.Header{}
	for i := 0; i < len(headers); i += 2 {
		header.Set(headers[i], headers[i+1])
	}
	dialer := websocket.Dialer{Subprotocols: []string{"graphql-transport-ws"}}
	conn, res, err := dialer.DialContext(s.Context(), "ws"+strings.TrimPrefix(s.url, "http"), header)
	if err == nil {
		s.Cleanup(func() { conn.Close() })
	}
	return conn, res, err
}

// socket is a WebSocket whose client has introduced itself.
func (s *stage) socket(as string) (*websocket.Conn, *listener) {
	s.Helper()
	conn, _, err := s.dial()
	if err != nil {
		s.Fatal(err)
	}
	l := hear(s.T, conn)
	tell(s.T, conn, `{"type":"connection_init","payload":{"authorization":"Bearer `+s.names["token."+as]+`"}}`)
	l.wants("connection_ack", "")
	return conn, l
}

func tell(t *testing.T, conn *websocket.Conn, message string) {
	t.Helper()
	if err := conn.WriteMessage(websocket.TextMessage, []byte(message)); err != nil {
		t.Fatal(err)
	}
}

// hear collects what is said on a WebSocket: the type, then id and payload; at
// the end close and the code.
func hear(t *testing.T, conn *websocket.Conn) *listener {
	l := &listener{t: t, said: make(chan said, 100)}
	go func() {
		for {
			_, text, err := conn.ReadMessage()
			if err != nil {
				l.said <- said{"close", err.Error()}
				return
			}
			var m struct {
				Type, ID string
				Payload  json.RawMessage
			}
			if json.Unmarshal(text, &m) != nil {
				m.Type = "not JSON"
			}
			l.said <- said{m.Type, m.ID + " " + string(m.Payload)}
		}
	}()
	return l
}

func subscribe(t *testing.T, conn *websocket.Conn, id, query string, variables map[string]any) {
	t.Helper()
	payload, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		t.Fatal(err)
	}
	tell(t, conn, `{"type":"subscribe","id":"`+id+`","payload":`+string(payload)+`}`)
}

// followed waits until the hub has so many subscriptions.
func (s *stage) followed(n int) {
	s.Helper()
	late := time.After(20 * time.Second)
	for s.hub.Open() != n {
		select {
		case <-time.After(5 * time.Millisecond):
		case <-late:
			s.Fatalf("%d subscriptions, want %d", s.hub.Open(), n)
		}
	}
}

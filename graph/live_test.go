package graph_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/gorilla/websocket"

	"tenantry/authz"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/user"
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
	s.streams = &graph.Streams{Recheck: sessions.Recheck, Origins: origins, Every: 100 * time.Millisecond}
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

const (
	userChanged = `subscription ($org: ID) { userChanged(organizationId: $org) { kind userId user { displayName organization { name } } } }`
	auditAdded  = `subscription ($org: ID) { auditEventAdded(organizationId: $org) { kind auditEvent { action target { displayName } } } }`
	invitations = `subscription { invitationChanged { kind invitationId invitation { email } } }`
)

// Each sees what he may see, now and after a change, over both protocols.
func TestLivePolicy(t *testing.T) {
	s := newStage(t)
	admin := s.events("admin", userChanged, nil)
	harbor := s.events("tenant_admin", userChanged, map[string]any{"org": s.names["org.harbor"]})
	foreign := s.events("mill_admin", userChanged, nil)
	rival := s.events("rival_admin", userChanged, nil)
	conn, socket := s.socket("admin")
	subscribe(t, conn, "1", userChanged, map[string]any{"org": s.names["org.mill"]})
	s.followed(5)

	s.rename("harbor_agent", "Nina Nord")
	want := `{"data":{"userChanged":{"kind":"UPDATED","userId":"` + s.names["user.harbor_agent"] + `","user":{"displayName":"Nina Nord","organization":{"name":"Harbor Hotels"}}}}`
	admin.wants("next", want)
	harbor.wants("next", want)
	s.rename("mill_agent", "Bruno Brot")
	admin.wants("next", "Bruno Brot")
	foreign.wants("next", "Bruno Brot")
	socket.wants("next", "1 "+strings.Replace(strings.Replace(strings.Replace(want,
		s.names["user.harbor_agent"], s.names["user.mill_agent"], 1), "Nina Nord", "Bruno Brot", 1), "Harbor Hotels", "Mill Bakery", 1))

	s.write("harbor_agent", "user.deleted", func(ctx context.Context, tx *database.Tx, id uuid.UUID) error {
		return tx.Client.User.Update().Where(user.ID(id)).SetStatus(user.StatusDELETED).Exec(ctx)
	})
	gone := `{"userChanged":{"kind":"DELETED","userId":"` + s.names["user.harbor_agent"] + `","user":null}}`
	admin.wants("next", gone)
	harbor.wants("next", gone)
	s.rename("mill_agent", "Bruno Bäcker")
	foreign.wants("next", "Bruno Bäcker")
	admin.wants("next", "Bruno Bäcker")
	select {
	case got := <-rival.said:
		if !strings.Contains(got.body, "RESYNC") {
			t.Errorf("another reseller hears %v", got)
		}
	case got := <-harbor.said:
		t.Errorf("another customer hears %v", got)
	default:
	}

	// The stream outlives the limits of the server.
	tell(t, conn, `{"type":"complete","id":"1"}`)
	admin.stop()
	s.followed(3)
}

// Who may see less hears less, and who is suspended hears no more.
func TestLiveAccess(t *testing.T) {
	s := newStage(t)
	demoted := s.events("client_admin", userChanged, nil)
	conn, socket := s.socket("tenant_admin")
	subscribe(t, conn, "1", userChanged, nil)
	log := s.events("tenant_admin", auditAdded, nil)
	s.followed(3)
	s.rename("agent", "One")
	demoted.wants("next", "One")
	socket.wants("next", "One")

	s.write("client_admin", "user.updated", func(ctx context.Context, tx *database.Tx, id uuid.UUID) error {
		if err := tx.Client.Membership.Update().Where(membership.UserID(id)).SetClientAccess(membership.ClientAccessUSER).Exec(ctx); err != nil {
			return err
		}
		return session.NotifyUser(ctx, tx, id)
	})
	socket.wants("next", "Olga Hafenmeister")
	s.rename("agent", "Two")
	socket.wants("next", "Two")
	s.change("admin", `mutation ($id: ID!) { userSuspend(id: $id, input: {motive: ON_LEAVE}) { errors { code } } }`,
		map[string]any{"id": s.names["user.tenant_admin"]})
	socket.wants("error", `"code":"UNAUTHENTICATED"`)
	socket.wants("close", "4401")
	for {
		got := log.next()
		if got.kind == "next" && strings.Contains(got.body, `"errors"`) {
			if !strings.Contains(got.body, `"code":"UNAUTHENTICATED"`) || strings.Contains(got.body, `"data"`) {
				t.Errorf("the end of a session is told as %s", got.body)
			}
			break
		}
		if got.kind != "next" || strings.Contains(got.body, "user.suspended") {
			t.Fatalf("%v", got)
		}
	}
	log.wants("complete", "")
	s.rename("client_admin", "Three")
	for {
		got := demoted.next()
		if strings.Contains(got.body, "Two") {
			t.Errorf("after losing a role: %v", got)
		}
		if strings.Contains(got.body, "Three") {
			break // oneself
		}
	}
}

// What is followed besides users, and that the rest is refused.
func TestLiveFields(t *testing.T) {
	s := newStage(t)
	log, invited := s.events("tenant_admin", auditAdded, map[string]any{"org": s.names["org.harbor"]}), s.events("admin", invitations, nil)
	s.followed(2)
	s.rename("agent", "Una")
	log.wants("next", `{"kind":"CREATED","auditEvent":{"action":"user.updated","target":{"displayName":"Aylin Doğan"}}}`)
	s.change("admin", `mutation ($in: InvitationsCreateInput!) { invitationsCreate(input: $in) { errors { code } } }`, map[string]any{
		"in": map[string]any{"organizationId": s.names["org.harbor"], "items": []any{map[string]any{"email": "new@harbor.test", "userType": "AGENT"}}}})
	invited.wants("next", `"kind":"CREATED","invitationId":"inv_`)
	var many []any
	for i := range 150 {
		many = append(many, map[string]any{"email": "x" + strconv.Itoa(i) + "@mill.test", "userType": "AGENT"})
	}
	if _, err := s.owner.ExecContext(t.Context(), `UPDATE organizations SET seat_limit = NULL`); err != nil {
		t.Fatal(err)
	}
	s.change("admin", `mutation ($in: InvitationsCreateInput!) { invitationsCreate(input: $in) { errors { code } } }`, map[string]any{
		"in": map[string]any{"organizationId": s.names["org.mill"], "items": many}})
	invited.wants("next", `{"kind":"RESYNC","invitationId":null,"invitation":null}`)

	for _, c := range []struct {
		as, query string
		variables map[string]any
		want      string
	}{
		{"anonymous", userChanged, nil, "UNAUTHENTICATED"},
		{"agent", auditAdded, nil, "FORBIDDEN"},
		{"tenant_admin", userChanged, map[string]any{"org": s.names["org.mill"]}, "NOT_FOUND"},
		{"tenant_admin", userChanged, map[string]any{"org": s.names["org.rival.customer"]}, "NOT_FOUND"},
		{"tenant_admin", userChanged, map[string]any{"org": "nonsense"}, "NOT_FOUND"},
		{"tenant_admin", `subscription { jobChanged(id: "job_0") { id } }`, nil, "NOT_FOUND"},
		{"tenant_admin", `subscription { a: userChanged { kind } b: userChanged { kind } }`, nil, "GRAPHQL_VALIDATION_FAILED"},
		{"tenant_admin", `subscription { __typename }`, nil, "GRAPHQL_VALIDATION_FAILED"},
		{"tenant_admin", `subscription { ... { userChanged @skip(if: true) { kind } } }`, nil, "GRAPHQL_VALIDATION_FAILED"},
		{"tenant_admin", `subscription { ... @include(if: false) { userChanged { kind } } }`, nil, "GRAPHQL_VALIDATION_FAILED"},
		{"tenant_admin", `subscription { userChanged { kind user { organization { users(first: 100) { nodes { organization { users(first: 100) { nodes { id organization { id } } } } } } } } } }`, nil, "COMPLEXITY_LIMIT_EXCEEDED"},
	} {
		l := s.events(c.as, c.query, c.variables)
		l.wants("next", `"code":"`+c.want+`"`)
		l.wants("complete", "")
		if c.as == "anonymous" {
			continue
		}
		conn, socket := s.socket(c.as)
		subscribe(t, conn, "7", c.query, c.variables)
		socket.wants("error", `"code":"`+c.want+`"`)
		conn.Close()
	}
	query := s.events("agent", `{ __typename }`, nil)
	query.wants("next", `"data":{"__typename":"Query"}`)
	query.wants("complete", "")
	if w := s.do("admin", userChanged, nil); w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), "text/event-stream") {
		t.Errorf("as JSON: %d %s", w.Code, w.Body)
	}
}

// A session follows so much and no more.
func TestLiveBounds(t *testing.T) {
	s := newStage(t)
	conn, socket := s.socket("admin")
	for _, id := range []string{"1", "2", "3"} {
		subscribe(t, conn, id, userChanged, nil)
	}
	s.followed(3)
	subscribe(t, conn, "4", userChanged, nil)
	socket.wants("error", `"code":"RATE_LIMITED"`)
	fourth := s.events("admin", userChanged, nil)
	fourth.wants("next", `"retryAfter":5`)
	tell(t, conn, `{"type":"complete","id":"2"}`)
	s.followed(2)
	subscribe(t, conn, "2", userChanged, nil)
	s.followed(3)
	conn.Close()
	s.followed(0)
}

// Streams end in order when the process stops.
func TestLiveStop(t *testing.T) {
	s := newStage(t)
	conn, socket := s.socket("admin")
	subscribe(t, conn, "1", userChanged, nil)
	events := s.events("admin", userChanged, nil)
	s.followed(2)
	if err := s.streams.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	events.wants("complete", "")
	socket.wants("complete", "1")
	socket.wants("close", "1001")
	late := s.events("admin", userChanged, nil)
	late.wants("next", `"code":"UNAVAILABLE"`)
	if _, res, err := s.dial(); err == nil || res.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("%v %v", res, err)
	}
}

// What the protocol says about those who do not follow it.
func TestWebSocketProtocol(t *testing.T) {
	s := newStage(t, "https://portal.test")
	init := `{"type":"connection_init","payload":{"Authorization":"Bearer ` + s.names["token.admin"] + `"}}`
	for name, c := range map[string]struct {
		say  []string
		want string
	}{
		"not JSON":           {[]string{"hello"}, "4400"},
		"no type":            {[]string{"{}"}, "4400"},
		"before the init":    {[]string{`{"type":"subscribe","id":"1","payload":{"query":"{a}"}}`}, "4401"},
		"nobody":             {[]string{`{"type":"connection_init"}`}, "4403"},
		"a wrong token":      {[]string{`{"type":"connection_init","payload":{"authorization":"Bearer x"}}`}, "4403"},
		"another scheme":     {[]string{`{"type":"connection_init","payload":{"authorization":"Basic x"}}`}, "4403"},
		"two inits":          {[]string{init, init}, "4429"},
		"an unknown message": {[]string{init, `{"type":"start","id":"1"}`}, "4400"},
		"no id":              {[]string{init, `{"type":"subscribe","payload":{"query":"{ __typename }"}}`}, "4400"},
		"an id twice": {[]string{init, `{"type":"subscribe","id":"1","payload":{"query":"subscription { userChanged { kind } }"}}`,
			`{"type":"subscribe","id":"1","payload":{"query":"subscription { userChanged { kind } }"}}`}, "4409"},
		"a long message": {[]string{init, `{"type":"ping","payload":"` + strings.Repeat("x", 300<<10) + `"}`}, "1009"},
	} {
		conn, _, err := s.dial()
		if err != nil {
			t.Fatal(err)
		}
		l := hear(t, conn)
		for _, m := range c.say {
			_ = conn.WriteMessage(websocket.TextMessage, []byte(m)) // it may have closed
		}
		got := l.next()
		for got.kind != "close" {
			got = l.next()
		}
		if !strings.Contains(got.body, c.want) {
			t.Errorf("%s: %s, want %s", name, got.body, c.want)
		}
	}
	conn, l := s.socket("admin")
	tell(t, conn, `{"type":"ping","payload":{"a":1}}`)
	l.wants("pong", `{"a":1}`)
	subscribe(t, conn, "1", `{ __typename }`, nil)
	l.wants("error", "BAD_USER_INPUT")
	tell(t, conn, `{"type":"subscribe","id":"2","payload":{"query":1}}`)
	l.wants("error", "BAD_USER_INPUT")
	tell(t, conn, `{"type":"subscribe","id":"3","payload":null}`)
	l.wants("error", "BAD_USER_INPUT")
	tell(t, conn, `{"type":"complete","id":"9"}`)
	tell(t, conn, `{"type":"pong"}`)
	subscribe(t, conn, "4", userChanged, nil)
	s.followed(1)
	s.rename("agent", "Still There")
	l.wants("next", "Still There")
}

// A cookie opens a WebSocket for pages of this host and of the listed origins.
func TestWebSocketOrigins(t *testing.T) {
	s := newStage(t, "https://portal.test")
	cookie := session.CookieName + "=" + s.names["token.admin"]
	introduced := func(conn *websocket.Conn) string {
		l := hear(t, conn)
		tell(t, conn, `{"type":"connection_init"}`)
		got := l.next()
		return got.kind + got.body
	}
	for origin, known := range map[string]bool{
		"": true, strings.TrimSuffix(s.url, "/graphql"): true, "https://portal.test": true,
		"https://evil.test": false, "null": false, "https://portal.test.evil.test": false, "http://portal.test": false, "https://": false,
	} {
		headers := []string{"Cookie", cookie}
		if origin != "" {
			headers = append(headers, "Origin", origin)
		}
		conn, res, err := s.dial(headers...)
		switch {
		case known && err != nil:
			t.Errorf("%q: %v", origin, err)
		case known:
			if got := introduced(conn); !strings.HasPrefix(got, "connection_ack") {
				t.Errorf("%q: %s", origin, got)
			}
		case err == nil || res.StatusCode != http.StatusForbidden:
			t.Errorf("%q is let in", origin)
		}
	}
	s.streams.Origins = []string{"*"}
	conn, _, err := s.dial("Cookie", cookie, "Origin", "https://evil.test")
	if err != nil {
		t.Fatal(err)
	}
	if got := introduced(conn); !strings.Contains(got, "4403") {
		t.Errorf("a cookie counts from anywhere: %s", got)
	}
}

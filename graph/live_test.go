package graph_test

import (
	"context"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/gorilla/websocket"

	"tenantry/ent/db/membership"
	"tenantry/ent/db/user"
	"tenantry/internal/database"
	"tenantry/internal/session"
)

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
	<-time.After(600 * time.Millisecond) // longer than the server gives a request
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

// Whoever has the head of the answer misses nothing from then on.
func TestLiveListensBeforeItAnswers(t *testing.T) {
	s := newStage(t)
	for range 20 {
		l := s.events("admin", userChanged, nil)
		if n := s.hub.Open(); n != 1 {
			t.Fatalf("%d subscriptions stand behind the head of one", n)
		}
		l.stop()
		s.followed(0)
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

// Whoever does not introduce himself takes few places, and none of those of
// others.
func TestLiveStrangers(t *testing.T) {
	s := newStage(t)
	for range 25 { // known ones give their place among the strangers back
		s.socket("admin")
	}
	var strangers []*websocket.Conn
	refused := 0
	for range 25 {
		conn, res, err := s.dial()
		if err == nil {
			strangers = append(strangers, conn)
		} else if refused++; res == nil || res.StatusCode != http.StatusServiceUnavailable {
			t.Fatalf("refused with %v, %v", res, err)
		}
	}
	if refused != 5 {
		t.Errorf("%d of 25 connections without a word were refused, want 5", refused)
	}
	if _, _, err := s.dial("Authorization", "Bearer "+s.names["token.admin"]); err != nil {
		t.Errorf("a known one was refused: %v", err)
	}
	s.events("admin", userChanged, nil)
	s.followed(1)
	for _, conn := range strangers {
		conn.Close()
	}
	for {
		if _, _, err := s.dial(); err == nil {
			return
		}
		select {
		case <-t.Context().Done():
			t.Fatal("their places are not given back")
		case <-time.After(10 * time.Millisecond):
		}
	}
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

package graph

import (
	"context"
	"encoding/json"
	"errors"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"github.com/gorilla/websocket"

	"tenantry/authz"
	"tenantry/internal/fault"
	"tenantry/internal/request"
	"tenantry/internal/session"
)

const (
	wsProtocol   = "graphql-transport-ws"
	wsInitTime   = 5 * time.Second // for connection_init to come
	wsOperations = 50              // of one connection at once
	wsMessage    = 256 << 10       // bytes of one message of the client
	wsBeats      = 3               // signs of life a client may miss
)

// Codes a connection is closed with, of the protocol graphql-transport-ws.
const (
	wsInvalid      = 4400
	wsUnauthorized = 4401
	wsForbidden    = 4403
	wsProtocolCode = 4406
	wsInitTimeout  = 4408
	wsTwice        = 4409
	wsInits        = 4429
)

func websocketUpgrade(r *http.Request) bool {
	return r.Method == http.MethodGet && websocket.IsWebSocketUpgrade(r)
}

// socket is one WebSocket that speaks graphql-transport-ws. It carries
// subscriptions alone: what signs in or changes something answers by HTTP.
type socket struct {
	t    *transport
	conn *websocket.Conn
	seat *seat
	ctx  context.Context //nolint:containedctx // of the connection, which outlives no call
	end  context.CancelFunc

	token   string // set once the client has introduced itself
	running sync.WaitGroup

	deadline sync.Mutex // of reading
	over     bool       // nothing is read any more

	mu         sync.Mutex // of what follows, and of writing
	operations map[string]*wsOperation
}

// wsOperation is one subscription; its pointer tells it from a later one of
// the same id.
type wsOperation struct{ cancel context.CancelFunc }

// webSocket holds a connection until it ends.
func (t *transport) webSocket(w http.ResponseWriter, r *http.Request) {
	refuse := func(refused *refusal) {
		a := answer{refused: refused}
		a.write(w, &Observation{})
	}
	if t.Streams == nil {
		refuse(refuseStatus(http.StatusNotImplemented, fault.Unavailable, "WebSockets are not served here."))
		return
	}
	known, cookies := t.Streams.origin(r)
	if !known {
		refuse(refuseStatus(http.StatusForbidden, fault.Forbidden, "Pages of this origin may not open a WebSocket."))
		return
	}
	token, inCookie := session.Token(r)
	if inCookie && !cookies {
		token = ""
	}
	enter := func() (context.Context, *seat, error) {
		return t.Streams.knock(r.Context(), request.FromContext(r.Context()).IP)
	}
	if token != "" && authz.FromContext(r.Context()) != nil {
		enter = func() (context.Context, *seat, error) { return t.Streams.enter(r.Context()) }
	}
	ctx, at, err := enter()
	if err != nil {
		refuse(t.failed(r.Context(), err))
		return
	}
	defer at.leave()
	upgrader := websocket.Upgrader{
		HandshakeTimeout: slowClient, Subprotocols: []string{wsProtocol},
		CheckOrigin: func(*http.Request) bool { return true }, // done
	}
	conn, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		return // it has answered
	}
	defer conn.Close() //nolint:errcheck // nobody is left to be told
	s := &socket{t: t, conn: conn, seat: at, operations: map[string]*wsOperation{}}
	s.ctx, s.end = context.WithCancel(ctx)
	defer s.end()
	defer context.AfterFunc(s.ctx, s.hangUp)()
	if conn.Subprotocol() != wsProtocol {
		s.close(wsProtocolCode, "Subprotocol not acceptable")
		return
	}
	s.converse(token)
	if errors.Is(context.Cause(ctx), errStopping) {
		s.close(websocket.CloseGoingAway, "The server stops")
	}
}

// origin tells whether a page of this origin may open a WebSocket, and whether
// the cookies that come with it count. Browsers ask nobody before they open
// one, and always send cookies. No origin is no browser.
func (s *Streams) origin(r *http.Request) (known, cookies bool) {
	origin := r.Header.Get("Origin")
	if origin == "" {
		return true, true
	}
	if u, err := url.Parse(origin); err == nil && u.Host != "" && strings.EqualFold(u.Host, r.Host) {
		return true, true
	}
	wild := slices.Contains(s.Origins, "*")
	listed := slices.ContainsFunc(s.Origins, func(o string) bool { return strings.EqualFold(o, origin) })
	return wild || listed, listed && !wild
}

// converse reads until the connection ends.
func (s *socket) converse(token string) {
	defer s.running.Wait()
	defer s.end()
	s.conn.SetReadLimit(wsMessage)
	if !s.introduce(token) {
		return
	}
	alive := wsBeats * s.t.Streams.every()
	s.conn.SetPongHandler(func(string) error { return s.await(alive) })
	s.running.Go(s.keep)
	for s.await(alive) == nil {
		m, ok := s.read()
		if !ok {
			return
		}
		switch m.Type {
		case "subscribe":
			ok = s.subscribe(m)
		case "complete":
			s.finish(m.ID)
		case "ping":
			ok = s.write(wsMessageOut{Type: "pong", Payload: m.Payload}) == nil
		case "pong":
		case "connection_init":
			s.close(wsInits, "Too many initialisation requests")
			ok = false
		default:
			s.close(wsInvalid, "Invalid message received")
			ok = false
		}
		if !ok {
			return
		}
	}
}

// introduce waits for connection_init and finds out who is there: by the token
// in its payload, else by that of the handshake.
func (s *socket) introduce(token string) bool {
	if s.await(wsInitTime) != nil {
		return false
	}
	m, ok := s.read()
	switch {
	case !ok:
		return false // read has closed it
	case m.Type != "connection_init":
		s.close(wsUnauthorized, "Unauthorized")
		return false
	}
	if bearer, given := bearerOf(m.Payload); given {
		token = bearer
	}
	if token == "" {
		s.close(wsForbidden, "Forbidden")
		return false
	}
	if _, err := s.t.Streams.Recheck(s.ctx, token); err != nil {
		if known, ok := errors.AsType[*fault.Error](err); ok && known.Kind == fault.Unauthenticated {
			s.close(wsForbidden, "Forbidden")
		} else {
			s.t.failed(s.ctx, err) // for the log
			s.close(websocket.CloseTryAgainLater, "Try again")
		}
		return false
	}
	if err := s.seat.admit(); err != nil {
		s.t.failed(s.ctx, err) // for the log
		s.close(websocket.CloseTryAgainLater, "Try again")
		return false
	}
	s.token = token
	return s.write(wsMessageOut{Type: "connection_ack"}) == nil
}

// bearerOf is the token in the payload of connection_init, and whether it
// names one, in whatever form.
func bearerOf(payload json.RawMessage) (token string, given bool) {
	var fields map[string]any
	if json.Unmarshal(payload, &fields) != nil {
		return "", false
	}
	for name, value := range fields {
		if !strings.EqualFold(name, "authorization") || value == nil {
			continue
		}
		text, _ := value.(string)
		scheme, rest, _ := strings.Cut(strings.TrimSpace(text), " ")
		if !strings.EqualFold(scheme, "Bearer") {
			return "", true
		}
		return strings.TrimSpace(rest), true
	}
	return "", false
}

// keep gives signs of life, and ends the connection with its session.
func (s *socket) keep() {
	defer s.end()
	_ = every(s.ctx, s.t.Streams.every(), func() error {
		_, err := s.viewer()
		if known, ok := errors.AsType[*fault.Error](err); ok && known.Kind == fault.Unauthenticated {
			s.dismiss(s.t.failed(s.ctx, err).errors)
			s.close(wsUnauthorized, "Unauthorized")
			return err
		}
		return s.conn.WriteControl(websocket.PingMessage, nil, time.Now().Add(slowClient))
	})
}

// await lets reading wait for so long from now.
func (s *socket) await(d time.Duration) error {
	s.deadline.Lock()
	defer s.deadline.Unlock()
	if s.over {
		return errForgotten
	}
	return s.conn.SetReadDeadline(time.Now().Add(d))
}

// hangUp ends the reading, and with it the connection.
func (s *socket) hangUp() {
	s.deadline.Lock()
	defer s.deadline.Unlock()
	s.over = true
	_ = s.conn.SetReadDeadline(time.Now())
}

// read takes one message; what is none closes the connection.
func (s *socket) read() (m wsMessageIn, ok bool) {
	kind, text, err := s.conn.ReadMessage()
	switch {
	case err != nil:
		if late, ok := errors.AsType[net.Error](err); ok && late.Timeout() && s.token == "" && s.ctx.Err() == nil {
			s.close(wsInitTimeout, "Connection initialisation timeout")
		}
		return m, false
	case kind != websocket.TextMessage || !utf8.Valid(text) || !s.t.Limits.shapely(text) || json.Unmarshal(text, &m) != nil || m.Type == "":
		s.close(wsInvalid, "Invalid message received")
		return m, false
	}
	return m, true
}

// close says why the connection ends.
func (s *socket) close(code int, reason string) {
	_ = s.conn.WriteControl(websocket.CloseMessage, websocket.FormatCloseMessage(code, reason), time.Now().Add(slowClient))
}

func (s *socket) write(m wsMessageOut) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.writeLocked(m)
}

func (s *socket) writeLocked(m wsMessageOut) error {
	if err := s.conn.SetWriteDeadline(time.Now().Add(slowClient)); err != nil {
		return err
	}
	err := s.conn.WriteMessage(websocket.TextMessage, m.encode())
	if err != nil {
		s.end()
	}
	return err
}

// viewer is who asks now.
func (s *socket) viewer() (*authz.Viewer, error) { return s.t.Streams.Recheck(s.ctx, s.token) }

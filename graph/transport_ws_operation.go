package graph

import (
	"bytes"
	"context"
	"encoding/json"
	"maps"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"tenantry/authz"
	"tenantry/internal/fault"
)

// wsMessageIn and wsMessageOut are what both sides say.
type wsMessageIn struct {
	ID      string          `json:"id"`
	Type    string          `json:"type"`
	Payload json.RawMessage `json:"payload"`
}

type wsMessageOut struct {
	ID, Type string
	Payload  []byte // JSON; empty for none
}

func (m wsMessageOut) encode() []byte {
	var b bytes.Buffer
	b.WriteString(`{"type":"` + m.Type + `"`)
	if m.ID != "" {
		b.WriteString(`,"id":`)
		encodeJSON(&b, m.ID)
	}
	if len(m.Payload) > 0 {
		b.WriteString(`,"payload":`)
		b.Write(m.Payload)
	}
	b.WriteByte('}')
	return b.Bytes()
}

// subscribe begins an operation; false ends the connection.
func (s *socket) subscribe(m wsMessageIn) bool {
	if m.ID == "" || len(m.ID) > 64 {
		s.close(wsInvalid, "Invalid message received")
		return false
	}
	ctx, cancel := context.WithCancel(s.ctx)
	own := &wsOperation{cancel: cancel}
	s.mu.Lock()
	_, twice := s.operations[m.ID]
	full := len(s.operations) >= wsOperations
	if !twice {
		s.operations[m.ID] = own
	}
	s.mu.Unlock()
	if twice {
		cancel()
		s.close(wsTwice, "Subscriber for "+m.ID+" already exists")
		return false
	}
	if full {
		return s.last(m.ID, own, gqlerror.List{wireError(tooMany("The connection follows too much at once.", fault.RateLimited))})
	}
	ctx, p, errs := s.prepare(ctx, m.Payload)
	if errs != nil {
		return s.last(m.ID, own, errs)
	}
	s.running.Go(func() {
		errs := s.t.play(ctx, p, s.token, func() {}, func(body []byte) error { return s.next(m.ID, own, body) })
		s.last(m.ID, own, errs)
	})
	return true
}

// prepare reads a subscription and puts its viewer into the context.
func (s *socket) prepare(ctx context.Context, payload json.RawMessage) (_ context.Context, p *runnable, errs gqlerror.List) {
	seen, started := &Observation{Kind: "none", Status: http.StatusSwitchingProtocols}, time.Now()
	defer func() {
		if cause := recover(); cause != nil {
			errs = s.t.failed(ctx, s.t.present.recovered(ctx, cause)).errors
		}
		seen.note(errs)
		if s.t.Observe != nil {
			seen.Duration = time.Since(started)
			s.t.Observe(context.Background(), *seen) // the statements of a connection are nobody's
		}
	}()
	v, err := s.viewer()
	if err != nil {
		return ctx, nil, s.t.failed(ctx, err).errors
	}
	ctx = authz.NewContext(graphql.StartOperationTrace(ctx), v)
	var fields map[string]json.RawMessage
	if json.Unmarshal(payload, &fields) != nil || fields == nil {
		return ctx, nil, refuse(fault.BadUserInput, "The payload must be an object with the text of the operation in query.").errors
	}
	params := &graphql.RawParams{}
	if refused := s.t.decode(fields, params); refused != nil {
		return ctx, nil, refused.errors
	}
	p, refused := s.t.plan(ctx, params, seen, func(kind ast.Operation) *refusal {
		if kind != ast.Subscription {
			return refuse(fault.BadUserInput, "Only subscriptions are carried by WebSockets; send this operation by POST.")
		}
		return nil
	})
	if refused != nil {
		return ctx, nil, refused.errors
	}
	return ctx, p, nil
}

// errForgotten ends an operation the client has ended.
const errForgotten wsError = "the client has ended the operation"

type wsError string

// Error is the reason.
func (e wsError) Error() string { return string(e) }

// next sends an answer, unless the client has ended the operation.
func (s *socket) next(id string, own *wsOperation, body []byte) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.operations[id] != own {
		return errForgotten
	}
	return s.writeLocked(wsMessageOut{ID: id, Type: "next", Payload: body})
}

// last says how an operation ended, unless the client ended it, and forgets
// it. It reports whether the connection goes on.
func (s *socket) last(id string, own *wsOperation, errs gqlerror.List) bool {
	own.cancel()
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.operations[id] != own {
		return true
	}
	delete(s.operations, id)
	m := wsMessageOut{ID: id, Type: "complete"}
	if len(errs) > 0 {
		var b bytes.Buffer
		encodeJSON(&b, errs)
		m = wsMessageOut{ID: id, Type: "error", Payload: b.Bytes()}
	}
	return s.writeLocked(m) == nil
}

// dismiss ends what goes on, with the reason, before the connection closes.
func (s *socket) dismiss(errs gqlerror.List) {
	s.mu.Lock()
	going := maps.Clone(s.operations)
	s.mu.Unlock()
	for id, own := range going {
		s.last(id, own, errs)
	}
}

// finish forgets an operation the client has ended.
func (s *socket) finish(id string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if own := s.operations[id]; own != nil {
		delete(s.operations, id)
		own.cancel()
	}
}

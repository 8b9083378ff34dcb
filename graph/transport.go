package graph

import (
	"context"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"tenantry/internal/fault"
)

// transport carries operations over GET and POST after the GraphQL over HTTP
// specification. It stands in for gqlgen's own, which read bodies without a
// bound, echo them, and validate a document before anything limits it.
type transport struct {
	ServerConfig
	exec      *executor.Executor
	guard     guard
	present   presenter
	documents documents
}

// ServeHTTP answers one request: with an answer, with a stream of them, or as
// the beginning of a conversation.
func (t *transport) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if websocketUpgrade(r) {
		t.webSocket(w, r)
		return
	}
	if subscription := t.answer(w, r); subscription != nil {
		t.streamSSE(w, r, subscription)
	}
}

// answer answers a request, once, whatever happens to it. Only a subscription
// that may begin is left to the caller.
func (t *transport) answer(w http.ResponseWriter, r *http.Request) (subscription *runnable) {
	seen := &Observation{Kind: "none"}
	started := time.Now()
	answer, ok := negotiate(r.Header.Values("Accept"))
	defer func() {
		if cause := recover(); cause != nil {
			ctx := r.Context()
			subscription = nil
			answer.refuse(t.failed(ctx, t.present.recovered(ctx, cause)))
		}
		seen.Status = http.StatusOK
		if subscription == nil {
			answer.write(w, seen)
		}
		if t.Observe != nil {
			seen.Duration = time.Since(started)
			t.Observe(r.Context(), *seen)
		}
	}()
	if !ok {
		answer.refuse(refuseStatus(http.StatusNotAcceptable, fault.BadUserInput,
			"The answer is application/graphql-response+json, application/json or text/event-stream; Accept allows none of them."))
		return nil
	}
	params, refused := t.read(w, r)
	if refused == nil {
		subscription, refused = t.run(r, params, &answer, seen)
	}
	if refused != nil {
		answer.refuse(refused)
	}
	return subscription
}

// run brings an operation from its text to its answer, or to the refusal of
// the request as a whole. A subscription is left to the caller.
func (t *transport) run(r *http.Request, params *graphql.RawParams, answer *answer, seen *Observation) (*runnable, *refusal) {
	ctx, cancel := context.WithTimeout(graphql.StartOperationTrace(r.Context()), t.Limits.Time)
	defer cancel()

	p, refused := t.plan(ctx, params, seen, func(kind ast.Operation) *refusal {
		switch {
		case kind == ast.Subscription && (!answer.events || t.Streams == nil):
			return refuse(codeValidation, "A subscription is a stream: ask with Accept: text/event-stream, or over a WebSocket that speaks graphql-transport-ws.")
		case kind == ast.Mutation && r.Method == http.MethodGet:
			return notAllowed("Only queries are read by GET; send this operation by POST.", http.MethodPost)
		}
		return nil
	})
	if p != nil {
		answer.limit, answer.cost = t.Limits.Cost, p.cost
	}
	if refused != nil {
		return nil, refused
	}
	if p.doc.operation.Operation == ast.Subscription {
		return p, nil
	}
	handle, ctx := t.exec.DispatchOperation(ctx, p.operation)
	if answer.response = handle(ctx); answer.response == nil {
		return nil, t.failed(ctx, context.Cause(ctx))
	}
	return nil, nil
}

// failed is the refusal of a whole request for an error of any kind.
func (t *transport) failed(ctx context.Context, err error) *refusal {
	return requestErrors(gqlerror.List{t.present.translate(ctx, err)})
}

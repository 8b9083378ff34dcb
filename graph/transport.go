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

// ServeHTTP answers one request, once, whatever happens to it.
func (t *transport) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	seen := &Observation{Kind: "none"}
	started := time.Now()
	answer, ok := negotiate(r.Header.Values("Accept"))
	defer func() {
		if cause := recover(); cause != nil {
			ctx := r.Context()
			answer.refuse(t.failed(ctx, t.present.recovered(ctx, cause)))
		}
		answer.write(w, seen)
		if t.Observe != nil {
			seen.Duration = time.Since(started)
			t.Observe(r.Context(), *seen)
		}
	}()
	if !ok {
		answer.refuse(refuseStatus(http.StatusNotAcceptable, fault.BadUserInput,
			"The answer is application/graphql-response+json or application/json; Accept allows neither."))
		return
	}
	params, refused := t.read(w, r)
	if refused == nil {
		refused = t.run(r, params, &answer, seen)
	}
	if refused != nil {
		answer.refuse(refused)
	}
}

// run brings an operation from its text to its answer, or to the refusal of
// the request as a whole.
func (t *transport) run(r *http.Request, params *graphql.RawParams, answer *answer, seen *Observation) *refusal {
	ctx, cancel := context.WithTimeout(graphql.StartOperationTrace(r.Context()), t.Limits.Time)
	defer cancel()

	introspection := t.Introspection != nil && t.Introspection(ctx)
	doc, refused := t.documents.prepare(params, introspection)
	if refused != nil {
		return refused
	}
	if r.Method == http.MethodGet && doc.operation.Operation != ast.Query {
		return notAllowed("Only queries are read by GET; send this operation by POST.", http.MethodPost)
	}
	seen.Kind, seen.Operation, seen.Trusted = string(doc.operation.Operation), doc.operation.Name, doc.trusted
	if err := t.guard.anonymous(ctx, doc); err != nil {
		return t.failed(ctx, err)
	}
	if err := t.Limits.checkVariables(t.documents.schema, doc.operation, params.Variables, doc.required...); err != nil {
		return t.failed(ctx, err)
	}
	operation, errs := t.exec.CreateOperationContext(withDocument(ctx, doc.ast), params)
	if errs != nil {
		// The document is checked, so only a variable can be wrong.
		for _, e := range errs {
			e.Extensions = map[string]any{"code": string(fault.BadUserInput)}
		}
		return requestErrors(errs)
	}
	answer.limit, answer.cost = t.Limits.Cost, requestedCost(t.documents.schema, doc.operation, operation.Variables)
	seen.Cost = answer.cost
	if answer.cost > t.Limits.Cost {
		return tooCostly(answer.cost, t.Limits.Cost)
	}
	operation.DisableIntrospection = !introspection
	handle, ctx := t.exec.DispatchOperation(ctx, operation)
	if answer.response = handle(ctx); answer.response == nil {
		return t.failed(ctx, context.Cause(ctx))
	}
	return nil
}

// failed is the refusal of a whole request for an error of any kind.
func (t *transport) failed(ctx context.Context, err error) *refusal {
	return requestErrors(gqlerror.List{t.present.translate(ctx, err)})
}

package graph

import (
	"context"
	"errors"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"tenantry/authz"
	"tenantry/internal/cost"
	"tenantry/internal/fault"
)

// runnable is an operation that may run.
type runnable struct {
	doc       *document
	operation *graphql.OperationContext
	cost      int
}

// plan brings an operation from its text to where it can run, or to the
// refusal of the request as a whole. allow refuses kinds of operations.
func (t *transport) plan(
	ctx context.Context, params *graphql.RawParams, seen *Observation, allow func(ast.Operation) *refusal,
) (*runnable, *refusal) {
	introspection := t.Introspection != nil && t.Introspection(ctx)
	doc, refused := t.documents.prepare(params, introspection)
	if refused != nil {
		return nil, refused
	}
	if refused := allow(doc.operation.Operation); refused != nil {
		return nil, refused
	}
	seen.Kind, seen.Operation, seen.Trusted = string(doc.operation.Operation), doc.operation.Name, doc.trusted
	if err := t.guard.anonymous(ctx, doc); err != nil {
		return nil, t.failed(ctx, err)
	}
	if err := t.Limits.checkVariables(t.documents.schema, doc.operation, params.Variables, doc.required...); err != nil {
		return nil, t.failed(ctx, err)
	}
	operation, errs := t.exec.CreateOperationContext(withDocument(ctx, doc.ast), params)
	if errs != nil {
		// The document is checked, so only a variable can be wrong.
		for _, e := range errs {
			e.Extensions = map[string]any{"code": string(fault.BadUserInput)}
		}
		return nil, requestErrors(errs)
	}
	p := &runnable{doc: doc, operation: operation, cost: cost.Of(doc.operation, operation.Variables)}
	seen.Cost = p.cost
	if p.cost > t.Limits.Cost {
		return p, tooCostly(p.cost, t.Limits.Cost)
	}
	operation.DisableIntrospection = !introspection
	return p, nil
}

// play runs a subscription until it ends. It calls begin once it listens, and
// next with the body of each answer; an error of next means that the client is
// gone. It answers why the subscription failed, nil when it is complete.
func (t *transport) play(ctx context.Context, p *runnable, token string, begin func(), next func(body []byte) error) (failed gqlerror.List) {
	ctx, end := context.WithCancelCause(ctx)
	s := &stream{token: token, recheck: t.Streams.Recheck, every: t.Streams.every(), limit: t.Limits.Time, end: end}
	defer s.feeds.Wait()
	defer end(nil)
	ctx = authz.NewContext(ctx, authz.FromContext(ctx)) // a chair of its own, see stream.authenticate
	ctx = context.WithValue(graphql.StartOperationTrace(ctx), streamKey{}, s)
	fail := func(err error) gqlerror.List { return gqlerror.List{t.present.translate(ctx, err)} }
	defer func() {
		s.rest()
		if cause := recover(); cause != nil {
			failed = fail(t.present.recovered(ctx, cause))
		}
	}()
	handle, ctx := t.exec.DispatchOperation(ctx, p.operation)
	begin()
	root := &graphql.FieldContext{Object: p.doc.root, Field: graphql.CollectedField{Field: p.doc.roots[0]}}
	for {
		// What is read for one event is forgotten with it.
		response := handle(graphql.WithFieldContext(withLoader(ctx), root))
		s.rest()
		switch {
		case response == nil:
			return ended(ctx, s, fail)
		case len(response.Data) == 0 && len(response.Errors) > 0:
			return response.Errors // refused by its resolver
		}
		a := answer{response: response, cost: p.cost, limit: t.Limits.Cost}
		if next(a.encode(response.Errors)) != nil {
			return nil
		}
	}
}

// ended tells why there are no further answers.
func ended(ctx context.Context, s *stream, fail func(error) gqlerror.List) gqlerror.List {
	cause := context.Cause(ctx)
	if errors.Is(cause, context.DeadlineExceeded) {
		return fail(cause)
	}
	if err := s.failure(); err != nil && ctx.Err() == nil {
		return fail(err)
	}
	return nil
}

// every calls beat again and again until the context ends or beat fails, which
// it reports.
func every(ctx context.Context, d time.Duration, beat func() error) error {
	ticker := time.NewTicker(d)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-ticker.C:
			if err := beat(); err != nil {
				return err
			}
		}
	}
}

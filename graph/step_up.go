package graph

import (
	"context"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"tenantry/authz"
	"tenantry/internal/fault"
)

// stepUp is the directive @stepUp: a sensitive change takes a proof of identity
// that is minutes old, so that a session left open is not enough for it.
func stepUp(now func() time.Time) func(context.Context, any, graphql.Resolver) (any, error) {
	return func(ctx context.Context, _ any, next graphql.Resolver) (any, error) {
		viewer := authz.FromContext(ctx)
		switch {
		case viewer == nil:
			return nil, unauthenticated()
		case viewer.Impersonation != nil:
			return nil, impersonated()
		case !viewer.Proven(now()):
			return nil, fault.New(fault.StepUpRequired, "Prove who you are once more, with sessionStepUp.")
		}
		return next(ctx)
	}
}

// ownSessionOnly is the directive @ownSession: what only the account's own people
// do, whatever the rights of who is signed in.
func ownSessionOnly(ctx context.Context, _ any, next graphql.Resolver) (any, error) {
	if viewer := authz.FromContext(ctx); viewer != nil && viewer.Impersonation != nil {
		return nil, impersonated()
	}
	return next(ctx)
}

func impersonated() *fault.Error {
	return fault.New(fault.Impersonated, "This is for the account's own people: leave with loginAsEnd first.")
}

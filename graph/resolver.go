// Package graph answers GraphQL: the SDL of the API, and one resolver for each
// field that is more than a column. Resolvers parse, call and wrap; rules are
// the capability packages', decisions about permissions are authz's.
package graph

import (
	"context"
	"sync"
	"time"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/internal/billing"
	"tenantry/internal/branding"
	"tenantry/internal/commerce"
	"tenantry/internal/database"
	"tenantry/internal/directory"
	"tenantry/internal/export"
	"tenantry/internal/impersonation"
	"tenantry/internal/live"
	"tenantry/internal/partner"
	"tenantry/internal/portal"
	"tenantry/internal/resource"
	"tenantry/internal/session"
	"tenantry/internal/usage"
)

// Resolver is what the fields of the API share. All exported fields are
// required, unless they say otherwise.
type Resolver struct {
	DB             *database.DB
	Authorizer     *authz.Authorizer
	Directory      *directory.Service
	Sessions       *session.Service
	Live           *live.Hub // nil: nothing can be followed
	Exports        *export.Service
	Billing        *billing.Service
	Commerce       *commerce.Service
	Usage          *usage.Service
	Impersonations *impersonation.Service
	Brandings      *branding.Service
	Resources      *resource.Service
	Portal         *portal.Service
	Partner        *partner.Service
	Now            func() time.Time

	reading     *db.Client // reads instead of DB, see UserExport
	systemRoles sync.Map   // reseller → map of key and id → *db.Role, see builtIn
}

// client reads the rows of the caller's tenant.
func (r *Resolver) client() *db.Client {
	if r.reading != nil {
		return r.reading
	}
	return r.DB.Client()
}

// signedIn is the viewer of a field that has no guard of its own.
func signedIn(ctx context.Context) (*authz.Viewer, error) {
	if v := authz.FromContext(ctx); v != nil {
		return v, nil
	}
	return nil, unauthenticated()
}

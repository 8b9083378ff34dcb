package graph

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/google/uuid"
	"github.com/vektah/gqlparser/v2/ast"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/graph/model"
	"tenantry/internal/fault"
)

// guard decides which fields of the schema a caller may read at all. What he
// may do to the very object is decided with the object, by authz.
type guard struct {
	authorizer *authz.Authorizer
	public     map[string]bool // "Query.viewer": root fields with @public
}

func newGuard(a *authz.Authorizer, schema *ast.Schema) guard {
	g := guard{authorizer: a, public: map[string]bool{}}
	for _, root := range []*ast.Definition{schema.Query, schema.Mutation, schema.Subscription} {
		if root == nil {
			continue
		}
		for _, field := range root.Fields {
			if field.Directives.ForName("public") != nil {
				g.public[root.Name+"."+field.Name] = true
			}
		}
	}
	return g
}

// open reports whether a root field answers callers who are not signed in.
// The fields of introspection have a switch of their own.
func (g guard) open(root, field string) bool {
	return g.public[root+"."+field] || field == "__typename" || field == "__schema" || field == "__type"
}

// hasPermission is the directive @hasPermission. A root field has no object
// yet, so holding a permission anywhere opens it; a field of an object is
// decided at that object's organization.
func (g guard) hasPermission(ctx context.Context, obj any, next graphql.Resolver, anyOf []authz.Permission, onDeny model.DenyBehavior) (any, error) {
	viewer := authz.FromContext(ctx)
	if g.held(viewer, obj).HasAny(anyOf...) {
		return next(ctx)
	}
	if onDeny == model.DenyBehaviorNull {
		return nil, nil
	}
	if viewer == nil {
		return nil, unauthenticated()
	}
	names := make([]string, len(anyOf))
	for i, p := range anyOf {
		names[i] = p.Name()
	}
	denied := fault.New(fault.Forbidden, "You do not have the permission for this.")
	denied.Permission = names
	return nil, denied
}

// held is what the viewer may do where the object stands. An object of another
// reseller, or of a type not listed here, gives nothing.
func (g guard) held(v *authz.Viewer, obj any) authz.Set {
	if v == nil {
		return authz.Set{}
	}
	var reseller, organization, account uuid.UUID
	switch o := obj.(type) {
	case nil:
		return g.authorizer.Anywhere(v)
	case *db.Organization:
		reseller, organization, account = o.ResellerID, o.ID, o.AccountID
	case *db.User:
		reseller, organization, account = o.ResellerID, o.OrganizationID, o.AccountID
	case *db.Invitation:
		reseller, organization, account = o.ResellerID, o.OrganizationID, o.AccountID
	case *db.Membership:
		reseller, organization, account = o.ResellerID, o.OrganizationID, o.AccountID
	case *db.Role:
		if o.System && o.ResellerID == v.ResellerID {
			return g.authorizer.Anywhere(v) // it belongs to whoever uses it
		}
		reseller, organization, account = o.ResellerID, o.OrganizationID, o.AccountID
	case *db.AuditEvent:
		reseller, organization, account = o.ResellerID, o.OrganizationID, o.AccountID
	}
	if reseller == uuid.Nil || reseller != v.ResellerID {
		return authz.Set{}
	}
	return g.authorizer.Permissions(v, organization, account, v.RootID)
}

// anonymous refuses an operation that has nothing for a caller who is not
// signed in. When only some of its fields are closed, each answers for itself
// in aroundRoot; a closed field that cannot be null closes the operation.
func (g guard) anonymous(ctx context.Context, doc *document) error {
	if authz.FromContext(ctx) != nil {
		return nil
	}
	open := 0
	for _, field := range doc.roots {
		switch {
		case g.open(doc.root, field.Name):
			open++
		case field.Definition != nil && field.Definition.Type.NonNull:
			return unauthenticated()
		}
	}
	if open == 0 && len(doc.roots) > 0 {
		return unauthenticated()
	}
	return nil
}

// aroundRoot denies by default: a root field without @public answers only
// callers who are signed in, whatever else its definition says.
func (g guard) aroundRoot(ctx context.Context, next graphql.RootResolver) graphql.Marshaler {
	field := graphql.GetRootFieldContext(ctx).Field
	if authz.FromContext(ctx) != nil || g.open(field.ObjectDefinition.Name, field.Name) {
		return next(ctx)
	}
	at := graphql.WithFieldContext(ctx, &graphql.FieldContext{Field: field})
	graphql.AddError(at, graphql.AddFieldLocationToError(at, unauthenticated()))
	return graphql.Null
}

func unauthenticated() *fault.Error {
	return fault.New(fault.Unauthenticated, "Sign in first.")
}

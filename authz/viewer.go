package authz

import (
	"context"

	"github.com/google/uuid"
)

// Assignment is one role held at one organization. It covers that organization
// and everything below it.
type Assignment struct {
	Role   string    // key of a system role, uuid string of a custom role
	Domain uuid.UUID // the organization
	// Account is the top organization above Domain, below the reseller's root.
	// Zero means the viewer's own account; set it for a membership elsewhere.
	Account uuid.UUID
}

// Viewer is who is asking: a signed-in user whose status was checked when the
// session was read. There is no all-powerful viewer.
type Viewer struct {
	UserID, SessionID uuid.UUID
	ResellerID        uuid.UUID
	RootID            uuid.UUID // the reseller's own organization, top of the tree
	OrganizationID    uuid.UUID // where the viewer belongs
	AccountID         uuid.UUID // the organization just below the root; the root itself for staff
	DisplayName       string
	Email             string
	Assignments       []Assignment
}

// Staff reports whether the viewer is one of the reseller's own people.
func (v *Viewer) Staff() bool {
	return v != nil && v.RootID != uuid.Nil && v.OrganizationID == v.RootID
}

// account is the organization of depth two above the assignment's domain.
func (v *Viewer) account(a Assignment) uuid.UUID {
	switch {
	case a.Account != uuid.Nil:
		return a.Account
	case v.Staff():
		// Staff hold roles at the root or at whole customers.
		return a.Domain
	default:
		return v.AccountID
	}
}

type contextKey struct{}

// NewContext gives a context that carries the viewer.
func NewContext(ctx context.Context, v *Viewer) context.Context {
	return context.WithValue(ctx, contextKey{}, v)
}

// FromContext is the viewer of the request, nil when nobody is signed in.
func FromContext(ctx context.Context) *Viewer {
	v, _ := ctx.Value(contextKey{}).(*Viewer)
	return v
}

package authz

import (
	"context"
	"sync/atomic"
	"time"

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
	ProvenAt          time.Time // last proof of identity in this session: sign-in or step-up
	TwoFactor         bool      // a second factor was shown in this session
	DisplayName       string
	Email             string
	Assignments       []Assignment
}

// Staff reports whether the viewer is one of the reseller's own people.
func (v *Viewer) Staff() bool {
	return v != nil && v.RootID != uuid.Nil && v.OrganizationID == v.RootID
}

// StepUpWindow is how long a proof of identity holds for sensitive changes.
const StepUpWindow = 10 * time.Minute

// Proven reports whether the viewer has shown who he is lately enough for a
// sensitive change.
func (v *Viewer) Proven(now time.Time) bool {
	return v != nil && now.Before(v.ProvenAt.Add(StepUpWindow))
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

// chair is where the viewer of a request sits. It can be taken later than the
// context is made: by the field that signs somebody in.
type chair struct{ viewer atomic.Pointer[Viewer] }

// NewContext gives a context that carries the viewer; nil leaves the chair
// empty for Become.
func NewContext(ctx context.Context, v *Viewer) context.Context {
	s := &chair{}
	s.viewer.Store(v)
	return context.WithValue(ctx, contextKey{}, s)
}

// FromContext is the viewer of the request, nil when nobody is signed in.
func FromContext(ctx context.Context) *Viewer {
	if s, ok := ctx.Value(contextKey{}).(*chair); ok {
		return s.viewer.Load()
	}
	return nil
}

// Become lets the rest of the request go on as the viewer who just signed in,
// or as nobody after signing out. Without a chair in the context nothing
// happens.
func Become(ctx context.Context, v *Viewer) {
	if s, ok := ctx.Value(contextKey{}).(*chair); ok {
		s.viewer.Store(v)
	}
}

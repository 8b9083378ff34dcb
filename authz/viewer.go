package authz

import (
	"context"
	"slices"
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
	// Modules and SubAccounts are what memberships with access USER open one by
	// one. [003]
	Modules     []ModuleGrant
	SubAccounts []uuid.UUID
	// Features are the keys of what the viewer's account may use now, and Hidden
	// those of them that its white label leaves out of sight.
	Features, Hidden []string
	// Impersonation is set while one of the reseller's people is logged in as
	// this viewer. The rights are the viewer's own: nothing is added.
	Impersonation *Impersonation
}

// LoginAsMode is how the reseller's people look at an account they log in to. [002]
type LoginAsMode string

// The modes of logging in as somebody else.
const (
	LoginAsModeClient  LoginAsMode = "CLIENT"  // as the client sees it: hidden features are hidden
	LoginAsModePartner LoginAsMode = "PARTNER" // with the features the white label hides
)

// Impersonation tells who really acts in a session, and until when.
type Impersonation struct {
	ID                    uuid.UUID
	ActorID               uuid.UUID
	ActorName, ActorEmail string
	Mode                  LoginAsMode
	Reason                string
	ExpiresAt             time.Time
}

// Impersonated reports whether somebody else acts as the viewer.
func (v *Viewer) Impersonated() bool { return v != nil && v.Impersonation != nil }

// HasFeature reports whether the viewer's account may use a feature now.
func (v *Viewer) HasFeature(key string) bool { return v != nil && slices.Contains(v.Features, key) }

// ShowsFeature reports whether the viewer gets to see a feature: his account
// has it, and its white label does not hide it from him.
func (v *Viewer) ShowsFeature(key string) bool {
	if !v.HasFeature(key) {
		return false
	}
	return !slices.Contains(v.Hidden, key) || v.Impersonated() && v.Impersonation.Mode == LoginAsModePartner
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

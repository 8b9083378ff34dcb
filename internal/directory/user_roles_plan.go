package directory

import (
	"bytes"
	"cmp"
	"slices"
	"time"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/user"
)

// Limits of a change of roles.
const (
	maxGrants   = 50
	maxGrantFor = 5 * 365 * 24 * time.Hour // a role that is given for longer is given for good
	planTTL     = 15 * time.Minute
)

// RolesWish is what somebody wants the roles of a user to be.
type RolesWish struct {
	ResellerRole Set[user.ResellerRole]
	Grants       *[]GrantWish // nil: as they are
}

// GrantWish is a role to be held; the zero organization is the user's home.
type GrantWish struct {
	RoleID, OrganizationID uuid.UUID
	StartsAt, ExpiresAt    *time.Time
}

// RolesPlan is what a change of roles would do. With Errors it would be refused
// and has no token.
type RolesPlan struct {
	Added, Removed  []*db.Role
	Gained, Lost    []authz.Permission
	SessionsToRenew int
	Token           string
}

// roleState is the whole of what a change of roles sets: what a plan holds
// sealed.
type roleState struct {
	ResellerRole *user.ResellerRole `json:"r,omitempty"`
	Grants       []grant            `json:"g,omitempty"`
}

// grant is one assignment of a state.
type grant struct {
	Role         uuid.UUID  `json:"r"`
	Organization uuid.UUID  `json:"o"`
	StartsAt     *time.Time `json:"s,omitempty"`
	ExpiresAt    *time.Time `json:"e,omitempty"`
}

func (g grant) same(h grant) bool { return g.sameRole(h) && g.sameTimes(h) }

func (g grant) sameRole(h grant) bool { return g.Role == h.Role && g.Organization == h.Organization }

func (g grant) sameTimes(h grant) bool {
	return sameTime(g.StartsAt, h.StartsAt) && sameTime(g.ExpiresAt, h.ExpiresAt)
}

func sameTime(a, b *time.Time) bool {
	return a == nil && b == nil || a != nil && b != nil && a.Equal(*b)
}

func (g grant) ended(now time.Time) bool { return g.ExpiresAt != nil && !g.ExpiresAt.After(now) }

func grantOf(a *db.RoleAssignment) grant {
	return grant{Role: a.RoleID, Organization: a.OrganizationID, StartsAt: exact(a.StartsAt), ExpiresAt: exact(a.ExpiresAt)}
}

// desired is the state a wish leads to, and for each grant its place in the
// wish. Times are kept in the exactness of the database.
func (w RolesWish) desired(u *db.User, now roleState) roleState {
	want := roleState{ResellerRole: now.ResellerRole, Grants: slices.Clone(now.Grants)}
	if w.ResellerRole.Given {
		want.ResellerRole = w.ResellerRole.Value
	}
	if w.Grants != nil {
		want.Grants = make([]grant, len(*w.Grants))
		for i, g := range *w.Grants {
			want.Grants[i] = grant{Role: g.RoleID, Organization: g.OrganizationID, StartsAt: exact(g.StartsAt), ExpiresAt: exact(g.ExpiresAt)}
			if g.OrganizationID == uuid.Nil {
				want.Grants[i].Organization = u.OrganizationID
			}
		}
	}
	return want
}

func exact(t *time.Time) *time.Time {
	if t == nil {
		return nil
	}
	at := t.UTC().Truncate(time.Microsecond)
	return &at
}

// stateOf is what a user's rows say.
func stateOf(u *db.User, rows []*db.RoleAssignment) roleState {
	s := roleState{ResellerRole: u.ResellerRole}
	for _, a := range rows {
		s.Grants = append(s.Grants, grantOf(a))
	}
	slices.SortFunc(s.Grants, func(a, b grant) int {
		return cmp.Or(bytes.Compare(a.Role[:], b.Role[:]), bytes.Compare(a.Organization[:], b.Organization[:]))
	})
	return s
}

// has finds a grant in a state.
func (s roleState) has(g grant) bool { return slices.ContainsFunc(s.Grants, g.same) }

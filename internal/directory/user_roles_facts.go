package directory

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/role"
	"tenantry/ent/db/roleassignment"
	"tenantry/ent/db/session"
	"tenantry/ent/db/user"
	"tenantry/internal/database"
)

// roleFacts is what a change of roles is judged by, read in five statements.
type roleFacts struct {
	u             *db.User
	now           time.Time
	before, want  roleState
	own           []holding // what the user has
	roles         map[uuid.UUID]*db.Role
	byKey         map[string]*db.Role // by the policy's name
	organizations map[uuid.UUID]*db.Organization
	lastAdmin     bool
}

// readRoleFacts reads for a wish.
func (s *Service) readRoleFacts(ctx context.Context, tx *database.Tx, v *authz.Viewer, u *db.User, wish func(before roleState) roleState) (*roleFacts, error) {
	f := &roleFacts{u: u, now: s.Now(), roles: map[uuid.UUID]*db.Role{}, byKey: map[string]*db.Role{}, organizations: map[uuid.UUID]*db.Organization{}}
	rows, err := tx.Client.RoleAssignment.Query().Where(roleassignment.UserID(u.ID)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read roles of user %s: %w", u.ID, err)
	}
	f.before = stateOf(u, rows)
	f.want = wish(f.before)
	all, err := holdings(ctx, tx.Client, f.now, []*db.User{u})
	if err != nil {
		return nil, err
	}
	f.own = all
	if err := f.readRoles(ctx, tx); err != nil {
		return nil, err
	}
	places := []uuid.UUID{u.OrganizationID, u.AccountID, v.RootID}
	for _, h := range f.own {
		places = append(places, h.OrganizationID, h.AccountID)
	}
	for _, g := range slices.Concat(f.before.Grants, f.want.Grants) {
		places = append(places, g.Organization)
	}
	found, err := tx.Client.Organization.Query().Where(anyOf[uuid.UUID]("id", places)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read organizations of roles: %w", err)
	}
	for _, o := range found {
		f.organizations[o.ID] = o
	}
	last, err := LastAdmins(ctx, tx.Client, u.ID)
	f.lastAdmin = last[u.ID]
	return f, err
}

// readRoles reads every role that is or will be held. Of what is held already
// nothing may be missing: a customer's user can hold a role of the reseller,
// which his account does not see.
func (f *roleFacts) readRoles(ctx context.Context, tx *database.Tx) error {
	var ids []uuid.UUID
	for _, g := range slices.Concat(f.before.Grants, f.want.Grants) {
		ids = append(ids, g.Role)
	}
	var keys []string
	for _, h := range f.own {
		keys = append(keys, h.keys()...)
	}
	for _, r := range []*user.ResellerRole{f.before.ResellerRole, f.want.ResellerRole} {
		if r != nil {
			keys = append(keys, strings.ToLower(string(*r)))
		}
	}
	found, err := tx.Client.Role.Query().Where(role.Or(anyOf[uuid.UUID]("id", ids), role.And(role.System(true), anyOf[string]("key", keys)))).
		Order(db.Asc(role.FieldID)).All(ctx)
	if err != nil {
		return fmt.Errorf("read roles: %w", err)
	}
	for _, r := range found {
		f.roles[r.ID], f.byKey[RoleKey(r)] = r, r
	}
	ids = ids[:0]
	for _, g := range f.before.Grants {
		if f.roles[g.Role] == nil {
			ids = append(ids, g.Role)
		}
	}
	above, err := heldRoles(ctx, tx.Client, f.u.ResellerID, ids)
	for _, r := range above {
		f.roles[r.ID], f.byKey[RoleKey(r)] = r, r
	}
	return err
}

// heldRoles reads roles that a user of the reseller holds, whoever made them.
func heldRoles(ctx context.Context, client *db.Client, reseller uuid.UUID, ids []uuid.UUID) ([]*db.Role, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	rows, err := client.Role.Query().Where(anyOf[uuid.UUID]("id", ids)).Order(db.Asc(role.FieldID)).All(database.WithReseller(ctx, reseller))
	if err != nil {
		return nil, fmt.Errorf("read roles that are held: %w", err)
	}
	return rows, nil
}

// fingerprint changes with whatever a plan is based on beside the user's
// version: the assignments and what the roles are.
func (f *roleFacts) fingerprint() ([]byte, error) {
	type definition struct {
		ID      uuid.UUID
		Version int
	}
	var roles []definition
	for _, r := range f.roles {
		roles = append(roles, definition{r.ID, r.Version})
	}
	slices.SortFunc(roles, func(a, b definition) int { return bytes.Compare(a.ID[:], b.ID[:]) })
	text, err := json.Marshal([]any{f.before, roles})
	if err != nil {
		return nil, fmt.Errorf("encode roles: %w", err)
	}
	sum := sha256.Sum256(text)
	return sum[:], nil
}

// holds is what the user would have in a state, with what no change of roles
// touches. Grants that start later count as if they had started when upcoming.
func (f *roleFacts) holds(state roleState, upcoming bool) []authz.Assignment {
	var all []holding
	for _, h := range f.own {
		if h.Role != nil {
			continue
		}
		if h.UserID == f.u.ID && h.Access == nil {
			h.ResellerRole = nil
			if state.ResellerRole != nil {
				h.ResellerRole = new(string(*state.ResellerRole))
			}
		}
		all = append(all, h)
	}
	for _, g := range state.Grants {
		r, o := f.roles[g.Role], f.organizations[g.Organization]
		if r == nil || o == nil || g.ended(f.now) {
			continue
		}
		h := holding{UserID: f.u.ID, OrganizationID: o.ID, AccountID: o.AccountID, Role: new(RoleKey(r)), StartsAt: g.StartsAt}
		if upcoming {
			h.StartsAt = nil
		}
		all = append(all, h)
	}
	return inForce(all, f.now)
}

// needsSecondFactor tells whether a state asks for one: by the organizations
// where something is held, those above them, or a role in force.
func (f *roleFacts) needsSecondFactor(v *authz.Viewer, state roleState) bool {
	places := []uuid.UUID{f.u.OrganizationID, f.u.AccountID, v.RootID}
	for _, a := range f.holds(state, false) {
		if r := f.byKey[a.Role]; r != nil && r.TwoFactorRequired {
			return true
		}
		places = append(places, a.Domain, a.Account)
	}
	return slices.ContainsFunc(places, func(id uuid.UUID) bool {
		return f.organizations[id] != nil && f.organizations[id].TwoFactorRequired
	})
}

// sessionsToRenew are the open sessions without a second factor, when the
// wanted state asks for one and the one before did not.
func (f *roleFacts) sessionsToRenew(ctx context.Context, tx *database.Tx, v *authz.Viewer) ([]*db.Session, error) {
	if !f.needsSecondFactor(v, f.want) || f.needsSecondFactor(v, f.before) {
		return nil, nil
	}
	return sessionsWithoutFactor(ctx, tx, f.now, f.u.ID)
}

func sessionsWithoutFactor(ctx context.Context, tx *database.Tx, now time.Time, users ...uuid.UUID) ([]*db.Session, error) {
	open, err := tx.Client.Session.Query().Where(anyOf[uuid.UUID](session.FieldUserID, users), session.RevokedAtIsNil(), session.ExpiresAtGT(now),
		session.TwoFactor(false)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("look for sessions without a second factor: %w", err)
	}
	return open, nil
}

// place is an organization of the user's reach where a role can be held, as
// the viewer knows it; nil when there is none.
func (f *roleFacts) place(a *authz.Authorizer, v *authz.Viewer, id uuid.UUID) *db.Organization {
	o := f.organizations[id]
	if o == nil || o.Status == organization.StatusDELETED || f.u.OrganizationID != v.RootID && o.AccountID != f.u.AccountID ||
		!a.OrganizationVisible(v, OrganizationTarget(o)) {
		return nil
	}
	return o
}

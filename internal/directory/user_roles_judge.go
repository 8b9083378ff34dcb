package directory

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/role"
	"tenantry/ent/db/user"
	"tenantry/internal/fault"
)

// judgeRoles says why the wanted state is refused. What stays as it is, is not
// judged again: nobody loses a role because the one who gave it is gone.
func (s *Service) judgeRoles(v *authz.Viewer, f *roleFacts) fault.Refusals {
	var errs fault.Refusals
	s.judgeResellerRole(&errs, v, f)
	if len(f.want.Grants) > maxGrants {
		errs.Add(fault.LimitReached, "input.grants", "At most %d roles can be held.", maxGrants)
	}
	good := roleState{ResellerRole: f.want.ResellerRole} // what is known to be somebody's to give
	if errs.At("input.resellerRole") {
		good.ResellerRole = f.before.ResellerRole
	}
	for i, g := range f.want.Grants[:min(len(f.want.Grants), maxGrants)] {
		path := "input.grants." + strconv.Itoa(i)
		if slices.ContainsFunc(f.want.Grants[:i], g.sameRole) {
			errs.Add(fault.Duplicate, path+".roleId", "The role is named twice for this organization.")
			continue
		}
		known := len(errs)
		if !f.before.has(g) {
			s.judgeGrant(&errs, v, f, path, g)
		}
		if len(errs) == known {
			good.Grants = append(good.Grants, g)
		}
	}
	for _, g := range f.before.Grants {
		switch r := f.roles[g.Role]; {
		case g.ended(f.now), f.want.has(g):
		case r == nil:
			errs.Add(fault.RoleOutOfScope, "input.grants", "A role that is held could not be read; nothing can be taken away.")
		case !s.gives(v, f.organizations[g.Organization], RoleKey(r)) || !s.reaches(v, r):
			errs.Add(fault.RoleOutOfScope, "input.grants", "You cannot take away what you could not give: %s.", r.Name)
		}
	}
	s.judgeTogether(&errs, f, good)
	return errs
}

func (s *Service) judgeResellerRole(errs *fault.Refusals, v *authz.Viewer, f *roleFacts) {
	const path = "input.resellerRole"
	before, want := f.before.ResellerRole, f.want.ResellerRole
	switch {
	case f.u.OrganizationID != v.RootID:
		if want != nil {
			errs.Add(fault.RoleOutOfScope, path, "Reseller roles are for the reseller's own staff.")
		}
		return
	case want == nil && !slices.ContainsFunc(f.want.Grants, func(g grant) bool { return !g.ended(f.now) }):
		errs.Add(fault.Required, path, "A member of staff needs a reseller role or permission roles.")
	}
	if before == nil && want == nil || before != nil && want != nil && *before == *want {
		return
	}
	for _, r := range []*user.ResellerRole{before, want} {
		if r != nil && len(s.Authorizer.GrantVerdict(v, []uuid.UUID{v.RootID}, []string{strings.ToLower(string(*r))})) > 0 {
			errs.Add(fault.RoleOutOfScope, path, "You can neither give nor take away what you do not hold: %s.", f.byKey[strings.ToLower(string(*r))].Name)
			break
		}
	}
	if before != nil && *before == user.ResellerRoleRESELLER_ADMIN && f.lastAdmin {
		errs.Add(fault.LastAdmin, path, "This is the last administrator; name another one first.")
	}
}

// judgeGrant says whether a new grant names a role and a place that exist, fit
// each other and the user, and are the viewer's to give.
func (s *Service) judgeGrant(errs *fault.Refusals, v *authz.Viewer, f *roleFacts, path string, g grant) {
	judgeTimes(errs, path, f.now, g)
	r, o := f.roles[g.Role], f.place(s.Authorizer, v, g.Organization)
	if o == nil {
		errs.Add(fault.Missing, path+".organizationId", "There is no such organization for this user.")
		if r == nil || r.AccountID != f.u.AccountID && r.OrganizationID != v.RootID || !s.reaches(v, r) {
			errs.Add(fault.Missing, path+".roleId", "There is no such role.")
		}
		return
	}
	staff := f.u.OrganizationID == v.RootID
	chain := []uuid.UUID{o.ID, o.AccountID, v.RootID}
	switch {
	case r == nil, !slices.Contains(chain, r.OrganizationID), !s.reaches(v, r), !r.System && !staff && !s.fitsTenant(r, v):
		errs.Add(fault.Missing, path+".roleId", "There is no such role.")
	case r.Family != role.FamilyCUSTOM && (!staff || r.Family != role.FamilyPERMISSION):
		errs.Add(fault.RoleOutOfScope, path+".roleId", "The role %q is not given this way here.", r.Name)
	case !s.gives(v, o, RoleKey(r)):
		errs.Add(fault.RoleOutOfScope, path+".roleId", "You cannot give what you do not hold: %s.", r.Name)
	}
}

// fitsTenant keeps what is the reseller's from a customer's people, also in a
// role that staff have made for their own.
func (s *Service) fitsTenant(r *db.Role, v *authz.Viewer) bool {
	return r.OrganizationID != v.RootID || s.Authorizer.Policy().Allowed(RoleKey(r)).SubsetOf(authz.TenantPermissions())
}

// gives tells whether a role is the viewer's to give, and so to take away, at
// an organization.
func (s *Service) gives(v *authz.Viewer, o *db.Organization, key string) bool {
	return o != nil && len(s.Authorizer.GrantVerdict(v, []uuid.UUID{o.ID, o.AccountID, v.RootID}, []string{key})) == 0
}

// reaches tells whether the viewer knows a role to be given: one of the root is
// staff's to give.
func (s *Service) reaches(v *authz.Viewer, r *db.Role) bool {
	return v.Staff() || r.System || r.OrganizationID != v.RootID
}

func judgeTimes(errs *fault.Refusals, path string, now time.Time, g grant) {
	limit := now.Add(maxGrantFor)
	if g.StartsAt != nil && g.StartsAt.After(limit) {
		errs.Add(fault.Invalid, path+".startsAt", "A role begins within five years.")
	}
	switch {
	case g.ExpiresAt == nil:
	case !g.ExpiresAt.After(now):
		errs.Add(fault.Invalid, path+".expiresAt", "The end must lie in the future.")
	case g.StartsAt != nil && !g.ExpiresAt.After(*g.StartsAt):
		errs.Add(fault.Invalid, path+".expiresAt", "The end must lie after the beginning.")
	case g.ExpiresAt.After(limit):
		errs.Add(fault.Invalid, path+".expiresAt", "A role ends within five years, or is given for good.")
	}
}

// judgeTogether finds roles that cannot stand beside the others, wherever and
// whenever they are held. What stood beside them before is not in the way of
// another change.
func (s *Service) judgeTogether(errs *fault.Refusals, f *roleFacts, want roleState) {
	keys := func(state roleState) (list []string) {
		for _, a := range f.holds(state, true) {
			list = append(list, a.Role)
		}
		return list
	}
	stands := s.Authorizer.Conflicts(keys(f.before))
	clash := slices.DeleteFunc(s.Authorizer.Conflicts(keys(want)), func(key string) bool { return slices.Contains(stands, key) })
	if len(clash) == 0 {
		return
	}
	names := make([]string, len(clash))
	for i, key := range clash {
		names[i] = nameOfKey(key, f.byKey[key])
	}
	errs.Add(fault.RoleConflict, "input.grants", "Who is to read alone cannot hold what writes: %s.", strings.Join(names, ", "))
}

// nameOfKey is a role by its name in the policy as people know it: a key or an
// id means nothing to a person.
func nameOfKey(key string, r *db.Role) string {
	if r != nil {
		return r.Name
	}
	return cmp.Or(authz.NameOf(key), "a role of another organization")
}

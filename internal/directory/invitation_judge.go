package directory

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"
	"github.com/lib/pq"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/role"
	"tenantry/ent/db/user"
	"tenantry/internal/fault"
)

// invitee is an item that passed: what is written for it.
type invitee struct {
	address             address
	firstName, lastName string
	resellerRole        *user.ResellerRole
	userType            *user.UserType
	access              membership.ClientAccess // empty for staff
	roles               []*db.Role
	modules             []string
	subAccounts         []uuid.UUID
}

// roleKeys are the policy's names of everything the person will hold.
func (p *invitee) roleKeys(extra []*db.Role) []string {
	var keys []string
	if p.resellerRole != nil {
		keys = append(keys, strings.ToLower(string(*p.resellerRole)))
	}
	if p.userType != nil {
		keys = append(keys, strings.ToLower(string(*p.userType)))
	}
	switch p.access {
	case membership.ClientAccessADMIN:
		keys = append(keys, authz.RoleClientAdmin)
	case membership.ClientAccessUSER:
		keys = append(keys, authz.RoleClientUser)
	}
	for _, r := range extra {
		keys = append(keys, RoleKey(r))
	}
	return keys
}

// RoleKey is the policy's name of a role: the key of a built-in one, the id of
// a custom one.
func RoleKey(r *db.Role) string {
	if r.System {
		return r.Key
	}
	return r.ID.String()
}

// judge decides about one item. The first reason counts.
func (s *Service) judge(ctx context.Context, f *facts, i int, item NewInvitation) (invitee, InvitationVerdict) {
	var errs fault.Refusals
	reject := func(o Outcome) (invitee, InvitationVerdict) {
		return invitee{}, InvitationVerdict{Outcome: o, Errors: errs}
	}
	p := invitee{resellerRole: item.ResellerRole, userType: item.UserType}
	if !f.staff {
		p.access = cmp.Or(item.Access, membership.ClientAccessUSER) // [003]
	}
	p.address = email(&errs, itemPath(i, "email"), item.Email)
	p.firstName = checkedName(&errs, itemPath(i, "firstName"), item.FirstName)
	p.lastName = checkedName(&errs, itemPath(i, "lastName"), item.LastName)
	if len(errs) > 0 {
		return reject(InvalidEmail)
	}
	switch key := p.address.key; {
	case f.seen[key]:
		errs.Add(fault.Duplicate, itemPath(i, "email"), "The address was named before in this request.")
		return reject(Duplicate)
	case s.Disposable.Contains(p.address.domain):
		errs.Add(fault.DisposableEmail, itemPath(i, "email"), "The address belongs to a provider of throw-away mailboxes.")
		return reject(DisposableEmail)
	case f.users[key] == user.StatusPENDING:
		errs.Add(fault.AlreadyInvited, itemPath(i, "email"), "The address has an open invitation; send that one again.")
		return reject(AlreadyInvited)
	case f.users[key] != "":
		errs.Add(fault.AlreadyMember, itemPath(i, "email"), "The address belongs to a user of this organization.")
		return reject(ExistingUser)
	}
	f.seen[p.address.key] = true
	if s.checkRoles(ctx, &errs, f, i, item, &p); len(errs) > 0 {
		return reject(ForbiddenRole)
	}
	if f.seatsLeft == 0 {
		errs.Add(fault.SeatLimitReached, itemPath(i, "email"), "All seats of the account are taken.")
		return reject(NoSeat)
	}
	if f.seatsLeft > 0 {
		f.seatsLeft--
	}
	f.hasAdmin = f.hasAdmin || p.access == membership.ClientAccessADMIN
	return p, InvitationVerdict{Outcome: Invited}
}

func checkedName(errs *fault.Refusals, path string, s *string) string {
	if s == nil {
		return ""
	}
	return line(errs, path, *s, maxName)
}

// checkRoles says whether the roles exist, fit the organization, go together
// and are the caller's to give.
func (s *Service) checkRoles(ctx context.Context, errs *fault.Refusals, f *facts, i int, item NewInvitation, p *invitee) {
	if f.staff {
		checkStaffItem(errs, i, item)
	} else {
		checkMemberItem(errs, f, i, item, p)
	}
	viewer := authz.FromContext(ctx)
	chain := []uuid.UUID{f.org.ID, f.org.AccountID, viewer.RootID}
	for k, id := range item.RoleIDs {
		path := itemPath(i, "roleIds."+strconv.Itoa(k))
		r := f.roles[id]
		switch {
		case r == nil, !slices.Contains(chain, r.OrganizationID):
			errs.Add(fault.Missing, path, "There is no such role.")
		case f.staff && r.Family != role.FamilyPERMISSION && r.Family != role.FamilyCUSTOM,
			!f.staff && r.Family != role.FamilyCUSTOM:
			errs.Add(fault.RoleOutOfScope, path, "The role %q is not given this way here.", r.Name)
		case !slices.Contains(p.roles, r):
			p.roles = append(p.roles, r)
		}
	}
	if len(*errs) > 0 {
		return
	}
	keys := p.roleKeys(p.roles)
	if clash := authz.Conflicts(keys); len(clash) > 0 {
		errs.Add(fault.RoleConflict, itemPath(i, "roleIds"), "A reseller viewer only reads; these roles do not go with it: %s.", strings.Join(clash, ", "))
	}
	lacking := s.Authorizer.GrantVerdict(viewer, chain, keys)
	if !f.hasAdmin && s.Authorizer.OpensAccounts(viewer, chain...) {
		lacking = slices.DeleteFunc(lacking, func(role string) bool { return role == authz.RoleClientAdmin })
	}
	if len(lacking) > 0 {
		field := "roleIds"
		switch {
		case p.resellerRole != nil && slices.Contains(lacking, keys[0]):
			field = "resellerRole"
		case p.userType != nil && slices.Contains(lacking, keys[0]):
			field = "userType"
		case !f.staff && p.access == membership.ClientAccessADMIN:
			field = "access"
		}
		errs.Add(fault.RoleOutOfScope, itemPath(i, field), "You cannot give what you do not hold: %s.", strings.Join(lacking, ", "))
	}
}

// checkStaffItem: staff have a reseller role or permission roles, nothing of a
// tenant's.
func checkStaffItem(errs *fault.Refusals, i int, item NewInvitation) {
	if item.ResellerRole == nil && len(item.RoleIDs) == 0 {
		errs.Add(fault.Required, itemPath(i, "resellerRole"), "A member of staff needs a reseller role or permission roles.")
	}
	if item.UserType != nil {
		errs.Add(fault.Invalid, itemPath(i, "userType"), "Staff have no user type.")
	}
	if item.Access == membership.ClientAccessADMIN {
		errs.Add(fault.Invalid, itemPath(i, "access"), "Staff have no client access.")
	}
	if len(item.Modules)+len(item.SubAccountIDs) > 0 {
		errs.Add(fault.Invalid, itemPath(i, "modules"), "Staff have no modules or sub-accounts.")
	}
}

// checkMemberItem: modules and sub-accounts exist, and those reserved for
// administrators are not given to others.
func checkMemberItem(errs *fault.Refusals, f *facts, i int, item NewInvitation, p *invitee) {
	if item.ResellerRole != nil {
		errs.Add(fault.RoleOutOfScope, itemPath(i, "resellerRole"), "Reseller roles are for the reseller's own staff.")
	}
	for k, key := range item.Modules {
		path := itemPath(i, "modules."+strconv.Itoa(k))
		m, known := moduleByKey(key)
		switch {
		case !known:
			errs.Add(fault.Missing, path, "There is no such module.")
		case m.AdminOnly && p.access != membership.ClientAccessADMIN:
			errs.Add(fault.ModuleAdminOnly, path, "%s is for administrators alone.", m.Name)
		case !slices.Contains(p.modules, key):
			p.modules = append(p.modules, key)
		}
	}
	for k, id := range item.SubAccountIDs {
		if !f.subAccounts[id] {
			errs.Add(fault.Missing, itemPath(i, "subAccountIds."+strconv.Itoa(k)), "There is no such sub-account of this organization.")
		} else if !slices.Contains(p.subAccounts, id) {
			p.subAccounts = append(p.subAccounts, id)
		}
	}
}

// anyOf is column = ANY(values): one statement however many values.
func anyOf[V any](column string, values []V) func(*sql.Selector) {
	return func(s *sql.Selector) {
		s.Where(sql.P(func(b *sql.Builder) {
			b.Ident(s.C(column)).WriteString(" = ANY(").Arg(pq.Array(values)).WriteString(")")
		}))
	}
}

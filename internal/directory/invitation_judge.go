package directory

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

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

// invitee is somebody who passed: what is written for him.
type invitee struct {
	person
	known        *known // nil: a new user
	resellerRole *user.ResellerRole
	userType     *user.UserType
	access       membership.ClientAccess // empty without a membership, as staff are
	roles        []*db.Role
	modules      []string
	subAccounts  []uuid.UUID
	passwordHash string // of a temporary password; empty: he is invited
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

// judge decides about one person. The first reason counts as the outcome; of a
// new user all are told, of an invitation the first.
func (s *Service) judge(ctx context.Context, f *facts, i int, in NewUser) (invitee, InvitationVerdict) {
	errs, outcome := slices.Clone(in.wrong), Invited
	at := func(field string) string { return f.path(i, field) }
	stop := func(o Outcome) bool {
		if len(errs) > 0 && outcome == Invited {
			outcome = o
		}
		return outcome != Invited && !f.create
	}
	reject := func() (invitee, InvitationVerdict) {
		return invitee{}, InvitationVerdict{Outcome: outcome, Errors: inOrder(errs, at, createFields())}
	}
	p := invitee{
		person: checkPerson(&errs, at, in), resellerRole: in.ResellerRole, userType: in.UserType,
		access: in.Access, passwordHash: in.passwordHash,
	}
	if f.create {
		p.checkNames(&errs, at, !f.staff && p.userType != nil)
	}
	wrong := NotWritten // for another value than the address, which the errors name
	if p.address.key == "" {
		wrong = InvalidEmail
	}
	if stop(wrong) {
		return reject()
	}
	seat := true // whoever is here already needs no other one
	if p.address.key != "" {
		free := s.checkAddress(ctx, &errs, f, at, &p)
		if stop(free) {
			return reject()
		}
		seat = free != ExistingUser && free != Duplicate && !p.seated()
		f.seen[p.address.key] = true
	}
	if s.checkExternalID(ctx, &errs, f, at, p.externalID); stop(NotWritten) {
		return reject()
	}
	if s.checkRoles(ctx, &errs, f, at, in, &p); stop(ForbiddenRole) {
		return reject()
	}
	if f.seatsLeft == 0 && seat {
		path := at("email")
		if f.create {
			path = at("primaryTenant")
		}
		errs.Add(fault.SeatLimitReached, path, "All seats of the account are taken.")
	}
	if stop(NoSeat) || outcome != Invited {
		return reject()
	}
	if f.seatsLeft > 0 && seat {
		f.seatsLeft--
	}
	f.hasAdmin = f.hasAdmin || p.access == membership.ClientAccessADMIN
	return p, InvitationVerdict{Outcome: Invited}
}

// seated tells that somebody has a seat already.
func (p *invitee) seated() bool { return p.known != nil && p.known.hasSeat() }

// moved tells that somebody is asked into an organization that is not the one
// he belongs to.
func (p *invitee) moved(f *facts) bool {
	return p.known != nil && p.known.user.OrganizationID != f.org.ID
}

// checkAddress says whether the address can be let in: it is free, or that of
// somebody of the account who is no member here, or none any more.
func (s *Service) checkAddress(ctx context.Context, errs *fault.Refusals, f *facts, at func(string) string, p *invitee) Outcome {
	path, key := at("email"), p.address.key
	k := f.known[key]
	switch {
	case f.seen[key]:
		errs.Add(fault.Duplicate, path, "The address was named before in this request.")
		return Duplicate
	case s.Disposable.Contains(p.address.domain):
		errs.Add(fault.DisposableEmail, path, "The address belongs to a provider of throw-away mailboxes.")
		return DisposableEmail
	case k == nil:
		return Invited
	case f.create:
		*errs = append(*errs, s.taken(ctx, path, takenEmail, k.user)...)
		return ExistingUser
	case k.asked, k.user.Status == user.StatusPENDING && k.user.OrganizationID == f.org.ID:
		errs.Add(fault.AlreadyInvited, path, "The address has an open invitation; send that one again.")
		return AlreadyInvited
	case k.user.Status == user.StatusPENDING:
		errs.Add(fault.AlreadyInvited, path, "The address has an open invitation into another organization of this account; once that is accepted, this one can follow.")
		return AlreadyInvited
	case k.member, k.user.OrganizationID == f.org.ID && k.here == nil:
		errs.Add(fault.AlreadyMember, path, "The address belongs to a user of this organization.")
		return ExistingUser
	case k.user.Status != user.StatusACTIVE:
		errs.Add(fault.WrongState, path, "The address belongs to a user of this account who is suspended; reactivate that user first.")
		return ExistingUser
	}
	p.known = k
	return Invited
}

func (s *Service) checkExternalID(ctx context.Context, errs *fault.Refusals, f *facts, at func(string) string, id *string) {
	if id == nil {
		return
	}
	if holder := f.externalIDs[*id]; holder != nil {
		*errs = append(*errs, s.taken(ctx, at("externalId"), takenExternalID, holder)...)
	} else if f.seenIDs[*id] {
		errs.Add(fault.Duplicate, at("externalId"), "The external id was named before in this request.")
	}
	f.seenIDs[*id] = true
}

// checkRoles says whether the roles exist, fit the organization, go together
// and are the caller's to give.
func (s *Service) checkRoles(ctx context.Context, errs *fault.Refusals, f *facts, at func(string) string, in NewUser, p *invitee) {
	if f.staff {
		checkStaff(errs, f, at, in)
		p.access, p.userType = "", nil
	} else {
		checkMember(errs, f, at, in, p)
	}
	viewer := authz.FromContext(ctx)
	chain := []uuid.UUID{f.org.ID, f.org.AccountID, viewer.RootID}
	for k, id := range in.RoleIDs {
		path := at("roleIds." + strconv.Itoa(k))
		r := f.roles[id]
		switch {
		case r == nil, !slices.Contains(chain, r.OrganizationID), !f.staff && !r.System && !s.fitsTenant(r, viewer):
			errs.Add(fault.Missing, path, "There is no such role.")
		case f.staff && r.Family != role.FamilyPERMISSION && r.Family != role.FamilyCUSTOM,
			!f.staff && r.Family != role.FamilyCUSTOM:
			p.resellerRole = nil
			errs.Add(fault.RoleOutOfScope, path, "The role %q is not given this way here.", r.Name)
		case !slices.Contains(p.roles, r):
			p.roles = append(p.roles, r)
		}
	}
	if len(*errs) > 0 && !f.create {
		return
	}
	keys := p.roleKeys(p.roles)
	both := keys
	if p.known != nil && p.known.user.UserType != nil && p.userType == nil {
		both = append([]string{strings.ToLower(string(*p.known.user.UserType))}, keys...) // which stays
	}
	if clash := s.Authorizer.Conflicts(both); len(clash) > 0 {
		field := "roleIds"
		if clash[0] == authz.RoleClientAdmin {
			field = "access"
		}
		errs.Add(fault.RoleConflict, at(field), "Who only reads can have no role that does more: %s.", strings.Join(p.namesOf(clash), ", "))
	}
	lacking := s.Authorizer.GrantVerdict(viewer, chain, keys)
	if !f.hasAdmin && s.Authorizer.OpensAccounts(viewer, chain...) {
		lacking = slices.DeleteFunc(lacking, func(role string) bool { return role == authz.RoleClientAdmin })
	}
	// Each field is told of its own, unless it is wrong anyway.
	for _, field := range []string{"resellerRole", "userType", "access", "roleIds"} {
		own := slices.DeleteFunc(slices.Clone(lacking), func(key string) bool { return p.fieldOf(key) != field })
		if len(own) > 0 && !errs.At(at(field)) {
			errs.Add(fault.RoleOutOfScope, at(field), "You cannot give what you do not hold: %s.", strings.Join(p.namesOf(own), ", "))
		}
	}
}

// namesOf are roles by key in words.
func (p *invitee) namesOf(keys []string) []string {
	names := make([]string, len(keys))
	for i, key := range keys {
		var own *db.Role
		for _, r := range p.roles {
			if RoleKey(r) == key {
				own = r
			}
		}
		names[i] = nameOfKey(key, own)
	}
	return names
}

// fieldOf is where a role the person would hold was asked for.
func (p *invitee) fieldOf(key string) string {
	switch {
	case p.resellerRole != nil && key == strings.ToLower(string(*p.resellerRole)):
		return "resellerRole"
	case p.userType != nil && key == strings.ToLower(string(*p.userType)):
		return "userType"
	case key == authz.RoleClientAdmin || key == authz.RoleClientUser:
		return "access"
	}
	return "roleIds"
}

// checkStaff: staff have a reseller role or permission roles, nothing of a
// tenant's.
func checkStaff(errs *fault.Refusals, f *facts, at func(string) string, in NewUser) {
	if in.ResellerRole == nil && len(in.RoleIDs) == 0 {
		errs.Add(fault.Required, at("resellerRole"), "A member of staff needs a reseller role or permission roles.")
	}
	if in.UserType != nil {
		errs.Add(fault.Invalid, at("userType"), "Staff have no user type.")
	}
	if in.Access == membership.ClientAccessADMIN || f.create && in.Access != "" {
		errs.Add(fault.Invalid, at("access"), "Staff have no client access.")
	}
	if len(in.Modules)+len(in.SubAccountIDs) > 0 {
		errs.Add(fault.Invalid, at("modules"), "Staff have no modules or sub-accounts.")
	}
}

// checkMember: somebody is something here; modules and sub-accounts exist, and
// those reserved for administrators are not given to others.
func checkMember(errs *fault.Refusals, f *facts, at func(string) string, in NewUser, p *invitee) {
	if in.ResellerRole != nil {
		errs.Add(fault.RoleOutOfScope, at("resellerRole"), "Reseller roles are for the reseller's own staff.")
	}
	switch {
	case p.known == nil || p.userType == nil:
	case p.moved(f):
		errs.Add(fault.Immutable, at("userType"), "The address belongs to a user of this account, whose user type counts where that user belongs to; leave it out.")
	case p.known.user.UserType == nil || *p.known.user.UserType != *p.userType:
		errs.Add(fault.Immutable, at("userType"), "The user is back with the user type of before; it cannot change.")
	}
	if p.access == "" {
		if p.userType == nil && len(in.RoleIDs) == 0 && !errs.At(at("access")) {
			errs.Add(fault.Required, at("userType"), "A user of an organization needs a user type, access or roles.")
		}
		if len(in.Modules)+len(in.SubAccountIDs) > 0 {
			errs.Add(fault.Required, at("access"), "Modules and sub-accounts are given to members alone.")
		}
	}
	for k, key := range in.Modules {
		path := at("modules." + strconv.Itoa(k))
		m, known := moduleByKey(key)
		switch {
		case !known:
			errs.Add(fault.Missing, path, "There is no such module.")
		case m.AdminOnly && p.access != membership.ClientAccessADMIN && !errs.At(at("access")):
			errs.Add(fault.ModuleAdminOnly, path, "%s is for administrators alone.", m.Name)
		case !slices.Contains(p.modules, key):
			p.modules = append(p.modules, key)
		}
	}
	for k, id := range in.SubAccountIDs {
		if !f.subAccounts[id] {
			errs.Add(fault.Missing, at("subAccountIds."+strconv.Itoa(k)), "There is no such sub-account of this organization.")
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

// storable leaves out what PostgreSQL takes for no text at all; nobody has it.
func storable(texts []string) []string {
	return slices.DeleteFunc(texts, func(t string) bool { return !utf8.ValidString(t) || strings.ContainsRune(t, 0) })
}

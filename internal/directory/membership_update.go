package directory

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/modulegrant"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/subaccountgrant"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
)

// MembershipPatch changes what a member may use; what is not given stays. The
// lists are the whole of what a member with access USER is granted.
type MembershipPatch struct {
	ExpectedVersion *int
	Access          *membership.ClientAccess
	Modules         Set[[]string]
	SubAccountIDs   Set[[]uuid.UUID]
}

// MemberUpdate changes what the patch names. An administrator has every module
// and sub-account; what was granted before waits until he is none any more.
// Refusals: NOT_FOUND, SELF_FORBIDDEN, LAST_ADMIN (access), ROLE_OUT_OF_SCOPE
// and ROLE_CONFLICT (access), INVALID and MODULE_ADMIN_ONLY (modules), STALE. [003]
func (s *Service) MemberUpdate(ctx context.Context, id uuid.UUID, p MembershipPatch) (*db.Membership, error) {
	var updated *db.Membership
	err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		m, u, err := s.memberForChange(ctx, tx, authz.MembershipActionUpdate, id, p.ExpectedVersion)
		if err != nil {
			return err
		}
		plan, err := s.planMember(ctx, tx, m, u, p)
		if err != nil {
			return err
		}
		if len(plan.changes) == 0 {
			updated = m
			return nil
		}
		if err := plan.writeGrants(ctx, tx, s); err != nil {
			return err
		}
		change := tx.Client.Membership.Update().Where(membership.ID(id)).SetClientAccess(plan.access)
		if updated, err = s.changeMember(ctx, tx, m, u, change, "membership.updated", plan.changes, nil); err != nil {
			return err
		}
		if plan.access == m.ClientAccess {
			return nil
		}
		return s.enqueue(ctx, tx, RoleChangedMail{ // a role like any other, so he is told [000]
			ResellerID: u.ResellerID, UserID: u.ID, Version: u.Version, ActorID: actorID(ctx),
			Added: []string{accessName(plan.access)}, Removed: []string{accessName(m.ClientAccess)},
		})
	})
	return updated, err
}

// accessKey is the policy's role behind an access.
func accessKey(a membership.ClientAccess) string {
	if a == membership.ClientAccessADMIN {
		return authz.RoleClientAdmin
	}
	return authz.RoleClientUser
}

// accessName is the name of that role as people read it.
func accessName(a membership.ClientAccess) string {
	for _, r := range authz.SystemRoles() {
		if r.Key == accessKey(a) {
			return r.UIName
		}
	}
	return string(a)
}

// memberPlan is a patch that passed: what the membership will be, and how that
// differs from what it is.
type memberPlan struct {
	m                         *db.Membership
	access                    membership.ClientAccess
	addModules, dropModules   []string
	addAccounts, dropAccounts []uuid.UUID
	changes                   []audit.Change
}

func (s *Service) planMember(ctx context.Context, tx *database.Tx, m *db.Membership, u *db.User, p MembershipPatch) (*memberPlan, error) {
	plan := &memberPlan{m: m, access: m.ClientAccess}
	var errs fault.Refusals
	if p.Access != nil && *p.Access != m.ClientAccess {
		plan.access = *p.Access
		if err := s.checkAccess(ctx, tx, &errs, m, u, plan.access); err != nil {
			return nil, err
		}
	}
	if err := plan.modules(ctx, tx, &errs, p.Modules); err != nil {
		return nil, err
	}
	if err := plan.subAccounts(ctx, tx, &errs, p.SubAccountIDs); err != nil {
		return nil, err
	}
	plan.changes = append(audit.Text("access", string(m.ClientAccess), string(plan.access)), plan.changes...)
	return plan, errs.Err()
}

// checkAccess says whether the viewer may give the access, and whether it can
// be taken.
func (s *Service) checkAccess(ctx context.Context, tx *database.Tx, errs *fault.Refusals, m *db.Membership, u *db.User, to membership.ClientAccess) error {
	viewer := authz.FromContext(ctx)
	chain := []uuid.UUID{m.OrganizationID, m.AccountID, viewer.RootID}
	if lacking := s.Authorizer.GrantVerdict(viewer, chain, []string{accessKey(to)}); len(lacking) > 0 {
		errs.Add(fault.RoleOutOfScope, "input.access", "You cannot give what you do not hold: %s.", accessName(to))
	}
	if to == membership.ClientAccessADMIN {
		if u.UserType != nil && len(s.Authorizer.Conflicts([]string{strings.ToLower(string(*u.UserType)), accessKey(to)})) > 0 {
			errs.Add(fault.RoleConflict, "input.access", "Who only reads cannot be an administrator.")
		}
		return nil
	}
	last, err := lastClientAdmins(ctx, tx.Client, m.ID)
	if last[m.ID] {
		errs.Add(fault.LastAdmin, "input.access", "This is the last administrator; name another one first.")
	}
	return err
}

// modules plans the grants of modules. Those for administrators alone are never
// kept as grants: they come and go with the access.
func (p *memberPlan) modules(ctx context.Context, tx *database.Tx, errs *fault.Refusals, wanted Set[[]string]) error {
	grants, err := tx.Client.ModuleGrant.Query().Where(modulegrant.MembershipID(p.m.ID)).Order(db.Asc(modulegrant.FieldModule)).All(ctx)
	if err != nil {
		return fmt.Errorf("read modules of membership %s: %w", p.m.ID, err)
	}
	var before, after []string
	for _, g := range grants {
		before = append(before, g.Module)
	}
	if wanted.Given {
		for i, key := range orNone(wanted.Value) {
			path := "input.modules." + strconv.Itoa(i)
			switch module, known := moduleByKey(key); {
			case !known:
				errs.Add(fault.Invalid, path, "There is no such module.")
			case module.AdminOnly && p.access != membership.ClientAccessADMIN:
				errs.Add(fault.ModuleAdminOnly, path, "%s is for administrators alone.", module.Name)
			case !module.AdminOnly && !slices.Contains(after, key):
				after = append(after, key)
			}
		}
	} else {
		after = slices.DeleteFunc(slices.Clone(before), func(key string) bool {
			module, known := moduleByKey(key)
			return known && module.AdminOnly && p.access != membership.ClientAccessADMIN
		})
	}
	slices.Sort(after)
	p.addModules, p.dropModules = difference(after, before), difference(before, after)
	p.changes = append(p.changes, audit.Text("modules", strings.Join(before, ", "), strings.Join(after, ", "))...)
	return nil
}

// subAccounts plans the grants of sub-accounts, which are of the same customer.
func (p *memberPlan) subAccounts(ctx context.Context, tx *database.Tx, errs *fault.Refusals, wanted Set[[]uuid.UUID]) error {
	if !wanted.Given {
		return nil
	}
	grants, err := tx.Client.SubAccountGrant.Query().Where(subaccountgrant.MembershipID(p.m.ID)).WithOrganization().All(ctx)
	if err != nil {
		return fmt.Errorf("read sub-accounts of membership %s: %w", p.m.ID, err)
	}
	names := map[uuid.UUID]string{}
	var before, after []uuid.UUID
	for _, g := range grants {
		if g.Edges.Organization.Status == organization.StatusDELETED {
			continue // out of sight: it neither counts as named nor is taken away
		}
		before = append(before, g.OrganizationID)
		names[g.OrganizationID] = g.Edges.Organization.Name
	}
	ids := orNone(wanted.Value)
	open, err := tx.Client.Organization.Query().Where(organization.AccountID(p.m.AccountID), organization.KindEQ(organization.KindSUB_ACCOUNT),
		organization.StatusEQ(organization.StatusACTIVE), anyOf[uuid.UUID]("id", ids)).All(ctx)
	if err != nil {
		return fmt.Errorf("read sub-accounts to grant: %w", err)
	}
	for _, o := range open {
		names[o.ID] = o.Name
	}
	for i, id := range ids {
		if _, known := names[id]; !known {
			errs.Add(fault.Missing, "input.subAccountIds."+strconv.Itoa(i), "There is no such sub-account of this customer.")
		} else if !slices.Contains(after, id) {
			after = append(after, id)
		}
	}
	p.addAccounts, p.dropAccounts = difference(after, before), difference(before, after)
	list := func(ids []uuid.UUID) string {
		texts := make([]string, len(ids))
		for i, id := range ids {
			texts[i] = names[id]
		}
		slices.Sort(texts)
		return strings.Join(texts, ", ")
	}
	p.changes = append(p.changes, audit.Text("subAccounts", list(before), list(after))...)
	return nil
}

// writeGrants brings the rows of modules and sub-accounts to what was planned.
func (p *memberPlan) writeGrants(ctx context.Context, tx *database.Tx, s *Service) error {
	c, now := tx.Client, s.Now()
	if len(p.dropModules) > 0 {
		if _, err := c.ModuleGrant.Delete().Where(modulegrant.MembershipID(p.m.ID), modulegrant.ModuleIn(p.dropModules...)).Exec(ctx); err != nil {
			return fmt.Errorf("take modules of membership %s: %w", p.m.ID, err)
		}
	}
	if len(p.dropAccounts) > 0 {
		if _, err := c.SubAccountGrant.Delete().Where(subaccountgrant.MembershipID(p.m.ID), anyOf[uuid.UUID]("organization_id", p.dropAccounts)).Exec(ctx); err != nil {
			return fmt.Errorf("take sub-accounts of membership %s: %w", p.m.ID, err)
		}
	}
	modules := c.ModuleGrant.MapCreateBulk(p.addModules, func(g *db.ModuleGrantCreate, i int) {
		g.SetAccountID(p.m.AccountID).SetMembershipID(p.m.ID).SetModule(p.addModules[i]).SetCreatedAt(now)
	})
	if err := modules.Exec(ctx); err != nil {
		return fmt.Errorf("grant modules of membership %s: %w", p.m.ID, err)
	}
	for part := range slices.Chunk(p.addAccounts, 5000) {
		accounts := c.SubAccountGrant.MapCreateBulk(part, func(g *db.SubAccountGrantCreate, i int) {
			g.SetAccountID(p.m.AccountID).SetMembershipID(p.m.ID).SetOrganizationID(part[i]).SetCreatedAt(now)
		})
		if err := accounts.Exec(ctx); err != nil {
			return fmt.Errorf("grant sub-accounts of membership %s: %w", p.m.ID, err)
		}
	}
	return nil
}

// difference lists what is in a and not in b.
func difference[T comparable](a, b []T) []T {
	in := make(map[T]bool, len(b))
	for _, x := range b {
		in[x] = true
	}
	var out []T
	for _, x := range a {
		if !in[x] {
			out = append(out, x)
		}
	}
	return out
}

func orNone[T any](list *[]T) []T {
	if list == nil {
		return nil
	}
	return *list
}

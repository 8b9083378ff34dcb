package directory

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/google/uuid"

	"tenantry/ent/db"
	"tenantry/ent/db/invitation"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/modulegrant"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/role"
	"tenantry/ent/db/roleassignment"
	"tenantry/ent/db/subaccountgrant"
	"tenantry/ent/db/user"
	"tenantry/internal/database"
)

// Preview is what the holder of a link may know.
type Preview struct {
	MaskedEmail, OrganizationName, FirstName, LastName, Status, TermsVersion string
	ExpiresAt                                                                time.Time
	InviterName, Message                                                     *string
	RoleNames                                                                []string // of everything that will be held
	Modules, SubAccountNames                                                 []string // of members with access USER
	TwoFactorRequired                                                        bool     // by the organization, those above it, or a role
}

// InvitationPreview tells what a token opens; nil when it is unknown, used or
// revoked. [000] [003]
func (s *Service) InvitationPreview(ctx context.Context, token string) (*Preview, error) {
	inv, err := s.byToken(ctx, token)
	if inv == nil || inv.Status != invitation.StatusPENDING {
		return nil, err
	}
	u, org := inv.Edges.User, inv.Edges.Organization
	p := &Preview{
		MaskedEmail: maskEmail(u.Email), OrganizationName: org.Name, FirstName: u.FirstName, LastName: u.LastName,
		Status: Status(inv, s.Now()), TermsVersion: s.TermsVersion, ExpiresAt: inv.ExpiresAt, Message: inv.Message,
		RoleNames: []string{}, Modules: []string{}, SubAccountNames: []string{},
	}
	ctx = database.WithReseller(ctx, inv.ResellerID)
	c := s.DB.Client()
	for _, read := range []func(context.Context, *db.Client, *db.Invitation) error{
		p.readInviter, p.readMembership, p.readTwoFactor,
	} {
		if err := read(ctx, c, inv); err != nil {
			return nil, fmt.Errorf("preview invitation %s: %w", inv.ID, err)
		}
	}
	return p, nil
}

// readInviter finds who sent it, unless he is gone.
func (p *Preview) readInviter(ctx context.Context, c *db.Client, inv *db.Invitation) error {
	if inv.InvitedBy == nil {
		return nil
	}
	by, err := c.User.Query().Where(user.ID(*inv.InvitedBy), user.StatusNEQ(user.StatusDELETED)).Select(user.FieldDisplayName).Only(ctx)
	if err != nil {
		return ignoreMissing("read user", *inv.InvitedBy, err)
	}
	p.InviterName = &by.DisplayName
	return nil
}

// readMembership finds what the membership opens, and the roles.
func (p *Preview) readMembership(ctx context.Context, c *db.Client, inv *db.Invitation) error {
	m, err := c.Membership.Query().Where(membership.UserID(inv.UserID), membership.OrganizationID(inv.OrganizationID)).Only(ctx)
	if db.IsNotFound(err) {
		return p.readRoles(ctx, c, inv, "")
	} else if err != nil {
		return err
	}
	if m.ClientAccess == membership.ClientAccessUSER {
		modules, err := c.ModuleGrant.Query().Where(modulegrant.MembershipID(m.ID)).Select(modulegrant.FieldModule).Strings(ctx)
		if err != nil {
			return err
		}
		p.Modules = append(p.Modules, modules...)
		slices.Sort(p.Modules)
		subs, err := c.SubAccountGrant.Query().Where(subaccountgrant.MembershipID(m.ID)).WithOrganization().All(ctx)
		if err != nil {
			return err
		}
		for _, s := range subs {
			if o := s.Edges.Organization; o.Status != organization.StatusDELETED {
				p.SubAccountNames = append(p.SubAccountNames, o.Name)
			}
		}
		slices.Sort(p.SubAccountNames)
	}
	return p.readRoles(ctx, c, inv, m.ClientAccess)
}

// readRoles finds the roles that will be held, those of the user's own row and
// of his membership first.
func (p *Preview) readRoles(ctx context.Context, c *db.Client, inv *db.Invitation, access membership.ClientAccess) error {
	u := inv.Edges.User
	held := invitee{resellerRole: u.ResellerRole, userType: u.UserType, access: access}
	query := c.RoleAssignment.Query().Where(roleassignment.UserID(u.ID))
	if u.OrganizationID != inv.OrganizationID { // what he is elsewhere stays there
		held.userType = nil
		query.Where(roleassignment.OrganizationID(inv.OrganizationID))
	}
	own := held.roleKeys(nil)
	var given []uuid.UUID
	assigned, err := query.All(ctx)
	if err != nil {
		return err
	}
	for _, a := range assigned {
		given = append(given, a.RoleID)
	}
	roles, err := c.Role.Query().Where(role.Or(role.And(role.System(true), role.KeyIn(own...)), role.IDIn(given...))).Order(role.ByName()).All(ctx)
	if err != nil {
		return err
	}
	rank := func(r *db.Role) int {
		if i := slices.Index(own, r.Key); r.System && i >= 0 {
			return i
		}
		return len(own)
	}
	slices.SortStableFunc(roles, func(a, b *db.Role) int { return rank(a) - rank(b) })
	for _, r := range roles {
		p.RoleNames = append(p.RoleNames, r.Name)
		p.TwoFactorRequired = p.TwoFactorRequired || r.TwoFactorRequired
	}
	return nil
}

// readTwoFactor asks the organization and those above it.
func (p *Preview) readTwoFactor(ctx context.Context, c *db.Client, inv *db.Invitation) error {
	wanted, err := c.Organization.Query().Where(organization.TwoFactorRequired(true), organization.Or(
		organization.IDIn(inv.OrganizationID, inv.AccountID), organization.KindEQ(organization.KindRESELLER))).Exist(ctx)
	p.TwoFactorRequired = p.TwoFactorRequired || wanted
	return err
}

package directory

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"tenantry/ent/db"
	"tenantry/ent/db/auditevent"
	"tenantry/ent/db/invitation"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/user"
	"tenantry/internal/mail"
)

func (p *post) invitation(ctx context.Context, a InvitationMail) (*letter, error) {
	inv, err := p.DB.Client().Invitation.Query().Where(invitation.ID(a.InvitationID)).
		WithUser().WithOrganization().Only(ctx)
	if err != nil {
		return nil, ignoreMissing("read invitation", a.InvitationID, err)
	}
	if Status(inv, p.Now()) != string(invitation.StatusPENDING) || inv.SendCount != a.SendCount {
		return nil, nil
	}
	m := mail.Invitation{
		Link:      p.invitationLink(p.invitationToken(inv.ResellerID, inv.ID, inv.SendCount)),
		ExpiresAt: inv.ExpiresAt,
	}
	if inv.Message != nil {
		m.Message = *inv.Message
	}
	if m.Inviter, err = p.nameOf(ctx, inv.InvitedBy); err != nil {
		return nil, err
	}
	if m.Envelope, err = p.envelope(ctx, inv.Edges.User, inv.Edges.Organization); err != nil {
		return nil, err
	}
	return &letter{inv.Edges.User, m}, nil
}

func (p *post) suspended(ctx context.Context, a SuspendedMail) (*letter, error) {
	u, e, err := p.recipient(ctx, a.UserID)
	if err != nil || u == nil || u.Status != user.StatusSUSPENDED {
		return nil, err
	}
	m := mail.Suspended{Envelope: e, Until: u.SuspendedUntil}
	if u.SuspensionMotive != nil {
		m.Motive = string(*u.SuspensionMotive)
	}
	if u.SuspensionReason != nil {
		m.Reason = *u.SuspensionReason
	}
	return &letter{u, m}, nil
}

func (p *post) reactivated(ctx context.Context, a ReactivatedMail) (*letter, error) {
	u, e, err := p.recipient(ctx, a.UserID)
	if err != nil || u == nil || u.Status != user.StatusACTIVE {
		return nil, err
	}
	return &letter{u, mail.Reactivated{Envelope: e, SignInLink: p.productLink()}}, nil
}

func (p *post) roleChanged(ctx context.Context, a RoleChangedMail) (*letter, error) {
	u, e, err := p.recipient(ctx, a.UserID)
	if err != nil || u == nil {
		return nil, err
	}
	by, err := p.nameOf(ctx, a.ActorID)
	if err != nil {
		return nil, err
	}
	return &letter{u, mail.RoleChanged{Envelope: e, ChangedBy: by, Added: a.Added, Removed: a.Removed}}, nil
}

func (p *post) membershipDeactivated(ctx context.Context, a MembershipDeactivatedMail) (*letter, error) {
	u, e, err := p.member(ctx, a.MembershipID, membership.StatusDEACTIVATED)
	if u == nil {
		return nil, err
	}
	last, err := p.shutOut(ctx, u)
	if err != nil {
		return nil, err
	}
	reason, err := p.endReason(ctx, a.MembershipID, "membership.deactivated")
	return &letter{u, mail.MembershipDeactivated{Envelope: e, Reason: reason, LastWayIn: last}}, err
}

func (p *post) membershipReactivated(ctx context.Context, a MembershipReactivatedMail) (*letter, error) {
	u, e, err := p.member(ctx, a.MembershipID, membership.StatusACTIVE)
	if u == nil {
		return nil, err
	}
	return &letter{u, mail.MembershipReactivated{Envelope: e, SignInLink: p.productLink()}}, nil
}

func (p *post) membershipRemoved(ctx context.Context, a MembershipRemovedMail) (*letter, error) {
	u, e, err := p.member(ctx, a.MembershipID, membership.StatusREMOVED)
	if u == nil {
		return nil, err
	}
	last, err := p.shutOut(ctx, u)
	if err != nil {
		return nil, err
	}
	reason, err := p.endReason(ctx, a.MembershipID, "membership.removed")
	return &letter{u, mail.MembershipRemoved{Envelope: e, Reason: reason, LastWayIn: last}}, err
}

// shutOut tells whether a user has no membership left that opens anything, so
// that no session is opened for him; staff need none.
func (p *post) shutOut(ctx context.Context, u *db.User) (bool, error) {
	if u.ResellerRole != nil {
		return false, nil
	}
	open, err := p.DB.Client().Membership.Query().Where(membership.UserID(u.ID), membership.StatusEQ(membership.StatusACTIVE)).Exist(ctx)
	if err != nil {
		return false, fmt.Errorf("look for memberships of user %s: %w", u.ID, err)
	}
	return !open, nil
}

// endReason is what the log says why a membership was last blocked or ended;
// no other row keeps it.
func (p *post) endReason(ctx context.Context, id uuid.UUID, action string) (string, error) {
	m, err := p.DB.Client().Membership.Query().Where(membership.ID(id)).Only(ctx)
	if err != nil {
		return "", ignoreMissing("read membership", id, err)
	}
	line, err := p.DB.Client().AuditEvent.Query().Where(auditevent.TargetID(m.UserID), auditevent.Action(action),
		auditevent.OrganizationID(m.OrganizationID)).Order(db.Desc(auditevent.FieldCreatedAt), db.Desc(auditevent.FieldID)).First(ctx)
	if err != nil {
		return "", ignoreMissing("read why of membership", id, err)
	}
	return orEmpty(line.Reason), nil
}

// member reads the user of a membership and an envelope about its
// organization; nil when the membership is not, or no longer, as the mail says.
func (p *post) member(ctx context.Context, id uuid.UUID, status membership.Status) (*db.User, mail.Envelope, error) {
	m, err := p.DB.Client().Membership.Query().Where(membership.ID(id)).WithUser().WithOrganization().Only(ctx)
	if err != nil {
		return nil, mail.Envelope{}, ignoreMissing("read membership", id, err)
	}
	if m.Status != status || m.Edges.User.Status == user.StatusDELETED {
		return nil, mail.Envelope{}, nil
	}
	e, err := p.envelope(ctx, m.Edges.User, m.Edges.Organization)
	if err != nil {
		return nil, mail.Envelope{}, err
	}
	return m.Edges.User, e, nil
}

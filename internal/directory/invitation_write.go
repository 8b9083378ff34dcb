package directory

import (
	"context"
	"fmt"
	"slices"

	"github.com/google/uuid"
	"github.com/riverqueue/river"

	"tenantry/ent/db"
	"tenantry/ent/db/user"
	"tenantry/ent/schema"
	"tenantry/internal/audit"
	"tenantry/internal/database"
)

// writeInvitations writes the waiting users with their memberships, grants and
// roles, the invitations, audit lines and mails: one statement a table.
func (s *Service) writeInvitations(ctx context.Context, tx *database.Tx, org *db.Organization, message *string, people []invitee) ([]uuid.UUID, error) {
	now, by := s.Now(), actorID(ctx)
	var (
		users       []*db.UserCreate
		members     []*db.MembershipCreate
		modules     []*db.ModuleGrantCreate
		subAccounts []*db.SubAccountGrantCreate
		assignments []*db.RoleAssignmentCreate
		logins      []*db.LoginDirectoryCreate
		invitations []*db.InvitationCreate
		events      []audit.Event
		mails       []river.JobArgs
		ids         = make([]uuid.UUID, len(people))
	)
	c := tx.Client
	for i, p := range people {
		userID, invitationID := schema.NewID(), schema.NewID()
		ids[i] = invitationID
		name := displayName("", p.firstName, p.lastName, p.address.text)
		users = append(users, c.User.Create().SetID(userID).SetAccountID(org.AccountID).SetOrganizationID(org.ID).
			SetEmail(p.address.text).SetEmailKey(p.address.key).SetFirstName(p.firstName).SetLastName(p.lastName).
			SetDisplayName(name).SetSortName(Fold(name)).SetSearchText(UserSearchText(name, p.firstName, p.lastName, p.address.text)).
			SetNillableResellerRole(p.resellerRole).SetNillableUserType(p.userType).SetRoleRank(RoleRank(p.resellerRole, p.userType, p.access)).
			SetStatus(user.StatusPENDING).SetCreatedAt(now).SetUpdatedAt(now))
		if p.access != "" {
			memberID := schema.NewID()
			members = append(members, c.Membership.Create().SetID(memberID).SetAccountID(org.AccountID).SetUserID(userID).SetOrganizationID(org.ID).
				SetClientAccess(p.access).SetNillableInvitedBy(by).SetCreatedAt(now).SetUpdatedAt(now))
			for _, m := range p.modules {
				modules = append(modules, c.ModuleGrant.Create().SetAccountID(org.AccountID).SetMembershipID(memberID).SetModule(m).SetCreatedAt(now))
			}
			for _, sub := range p.subAccounts {
				subAccounts = append(subAccounts, c.SubAccountGrant.Create().SetAccountID(org.AccountID).SetMembershipID(memberID).SetOrganizationID(sub).SetCreatedAt(now))
			}
		}
		for _, r := range p.roles {
			assignments = append(assignments, c.RoleAssignment.Create().SetAccountID(org.AccountID).SetUserID(userID).SetRoleID(r.ID).
				SetOrganizationID(org.ID).SetNillableGrantedBy(by).SetCreatedAt(now))
		}
		logins = append(logins, c.LoginDirectory.Create().SetID(userID).SetOwnerResellerID(org.ResellerID).SetOrganizationID(org.ID).
			SetEmailKey(p.address.key).SetCreatedAt(now))
		invitations = append(invitations, c.Invitation.Create().SetID(invitationID).SetAccountID(org.AccountID).SetOrganizationID(org.ID).SetUserID(userID).
			SetEmail(p.address.text).SetEmailKey(p.address.key).SetTokenHash(hashToken(s.invitationToken(org.ResellerID, invitationID, 1))).
			SetExpiresAt(now.Add(InvitationTTL)).SetNillableInvitedBy(by).SetNillableMessage(message).SetLastSentAt(now).SetCreatedAt(now).SetUpdatedAt(now))
		events = append(events, audit.Event{
			At: now, Action: "invitation.created", OrganizationID: org.ID, AccountID: org.AccountID,
			TargetType: "Invitation", TargetID: invitationID, TargetName: p.address.text,
		})
		mails = append(mails, InvitationMail{ResellerID: org.ResellerID, InvitationID: invitationID, SendCount: 1})
	}
	for _, step := range []struct {
		what string
		rows int
		exec func(context.Context) error
	}{
		{"users", len(users), c.User.CreateBulk(users...).Exec},
		{"memberships", len(members), c.Membership.CreateBulk(members...).Exec},
		{"module grants", len(modules), inParts(modules, func(part []*db.ModuleGrantCreate) error { return c.ModuleGrant.CreateBulk(part...).Exec(ctx) })},
		{"sub-account grants", len(subAccounts), inParts(subAccounts, func(part []*db.SubAccountGrantCreate) error { return c.SubAccountGrant.CreateBulk(part...).Exec(ctx) })},
		{"role assignments", len(assignments), inParts(assignments, func(part []*db.RoleAssignmentCreate) error { return c.RoleAssignment.CreateBulk(part...).Exec(ctx) })},
		{"sign-in addresses", len(logins), c.LoginDirectory.CreateBulk(logins...).Exec},
		{"invitations", len(invitations), c.Invitation.CreateBulk(invitations...).Exec},
	} {
		if step.rows == 0 {
			continue
		}
		if err := step.exec(ctx); err != nil {
			return nil, fmt.Errorf("invite %d people: write %s: %w", len(people), step.what, err)
		}
	}
	if err := audit.Record(ctx, tx, events...); err != nil {
		return nil, err
	}
	return ids, s.enqueue(ctx, tx, mails...)
}

// inParts writes what a person may have many of, for a statement takes 65,535
// parameters and a grant needs up to eight.
func inParts[C any](rows []C, write func([]C) error) func(context.Context) error {
	return func(context.Context) error {
		for part := range slices.Chunk(rows, 5000) {
			if err := write(part); err != nil {
				return err
			}
		}
		return nil
	}
}

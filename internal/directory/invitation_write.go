package directory

import (
	"context"
	"fmt"
	"slices"

	"github.com/google/uuid"
	"github.com/riverqueue/river"

	"tenantry/ent/db"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/user"
	"tenantry/ent/schema"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
)

// written names the rows of one person.
type written struct {
	user       uuid.UUID
	invitation *uuid.UUID // nil for who got a password
}

// rows are what people need, table by table.
type rows struct {
	users       []*db.UserCreate
	members     []*db.MembershipCreate
	modules     []*db.ModuleGrantCreate
	subAccounts []*db.SubAccountGrantCreate
	assignments []*db.RoleAssignmentCreate
	logins      []*db.LoginDirectoryCreate
	invitations []*db.InvitationCreate
	events      []audit.Event
	mails       []river.JobArgs
}

// writePeople writes users with their memberships, grants and roles, the
// invitations and audit lines: users first, whose numbers are counted, and all
// that hangs on them in one statement.
func (s *Service) writePeople(ctx context.Context, tx *database.Tx, a admission, people []invitee) ([]written, error) {
	var r rows
	ids := make([]written, len(people))
	for i, p := range people {
		memberID := schema.NewID()
		switch {
		case p.known != nil && p.known.here != nil:
			ids[i].user, memberID = p.known.user.ID, *p.known.here
		case p.known != nil:
			ids[i].user = p.known.user.ID
			r.members = append(r.members, s.newMember(ctx, tx, a.org, p, ids[i].user, memberID).SetStatus(membership.StatusREMOVED))
		default:
			ids[i].user = schema.NewID()
			s.addUser(ctx, tx, &r, a, p, ids[i].user, memberID)
		}
		s.addGrants(ctx, tx, &r, a.org, p, ids[i].user, memberID)
		if p.passwordHash == "" {
			ids[i].invitation = new(schema.NewID())
			s.addInvitation(ctx, tx, &r, a, p, ids[i].user, *ids[i].invitation)
		}
	}
	if err := s.write(ctx, tx, a, people, r); err != nil {
		if database.IsUniqueViolation(err, "users_email_key") { // changed his to this one meanwhile
			return nil, fault.Refuse(fault.Taken, a.path(0, "email"), "%s", takenEmail)
		} else if database.IsUniqueViolation(err, "users_external_id_key") {
			return nil, fault.Refuse(fault.Taken, a.path(0, "externalId"), "%s", takenExternalID)
		}
		return nil, fmt.Errorf("let in %d people: %w", len(people), err)
	}
	if len(r.mails) == 0 {
		return ids, nil
	}
	return ids, s.enqueue(ctx, tx, r.mails...)
}

func (s *Service) addUser(ctx context.Context, tx *database.Tx, r *rows, a admission, p invitee, id, memberID uuid.UUID) {
	now, c := s.Now(), tx.Client
	name := displayName(p.displayName, p.firstName, p.lastName, p.address.text)
	u := c.User.Create().SetID(id).SetAccountID(a.org.AccountID).SetOrganizationID(a.org.ID).
		SetEmail(p.address.text).SetEmailKey(p.address.key).SetFirstName(p.firstName).SetLastName(p.lastName).
		SetDisplayName(name).SetSortName(Fold(name)).SetSearchText(UserSearchText(name, p.firstName, p.lastName, p.address.text)).
		SetNillablePhone(p.phone).SetNillableExternalID(p.externalID).SetNillableTimezone(p.timezone).SetNillableLocale(p.locale).SetNillableAvatarURL(p.avatarURL).
		SetNillableResellerRole(p.resellerRole).SetNillableUserType(p.userType).SetRoleRank(RoleRank(p.resellerRole, p.userType, p.access)).
		SetStatus(user.StatusPENDING).SetCreatedAt(now).SetUpdatedAt(now)
	if p.passwordHash != "" {
		u.SetStatus(user.StatusACTIVE).SetPasswordHash(p.passwordHash).SetMustChangePassword(true).SetPasswordChangedAt(now)
	}
	r.users = append(r.users, u)
	r.logins = append(r.logins, c.LoginDirectory.Create().SetID(id).SetOwnerResellerID(a.org.ResellerID).SetOrganizationID(a.org.ID).
		SetEmailKey(p.address.key).SetCreatedAt(now))
	if p.access != "" {
		m := s.newMember(ctx, tx, a.org, p, id, memberID)
		if p.passwordHash != "" {
			m.SetJoinedAt(now)
		}
		r.members = append(r.members, m)
	}
	if a.create {
		status, _ := u.Mutation().Status()
		r.events = append(r.events, audit.Event{
			At: now, Action: "user.created", OrganizationID: a.org.ID, AccountID: a.org.AccountID,
			TargetType: "User", TargetID: id, TargetName: name,
			Changes: append(audit.Text("status", "", string(status)), audit.Text("email", "", p.address.text)...),
		})
	}
}

func (s *Service) newMember(ctx context.Context, tx *database.Tx, org *db.Organization, p invitee, userID, id uuid.UUID) *db.MembershipCreate {
	return tx.Client.Membership.Create().SetID(id).SetAccountID(org.AccountID).SetUserID(userID).SetOrganizationID(org.ID).
		SetClientAccess(p.access).SetNillableInvitedBy(actorID(ctx)).SetCreatedAt(s.Now()).SetUpdatedAt(s.Now())
}

func (s *Service) addGrants(ctx context.Context, tx *database.Tx, r *rows, org *db.Organization, p invitee, id, memberID uuid.UUID) {
	now, c := s.Now(), tx.Client
	for _, m := range p.modules {
		if p.known != nil && p.known.modules[m] != uuid.Nil {
			continue
		}
		r.modules = append(r.modules, c.ModuleGrant.Create().SetAccountID(org.AccountID).SetMembershipID(memberID).SetModule(m).SetCreatedAt(now))
	}
	for _, sub := range p.subAccounts {
		if p.known != nil && p.known.subAccounts[sub] != uuid.Nil {
			continue
		}
		r.subAccounts = append(r.subAccounts, c.SubAccountGrant.Create().SetAccountID(org.AccountID).SetMembershipID(memberID).SetOrganizationID(sub).SetCreatedAt(now))
	}
	for _, role := range p.roles {
		if p.known != nil && p.known.holds[role.ID] {
			continue
		}
		r.assignments = append(r.assignments, c.RoleAssignment.Create().SetAccountID(org.AccountID).SetUserID(id).SetRoleID(role.ID).
			SetOrganizationID(org.ID).SetNillableGrantedBy(actorID(ctx)).SetCreatedAt(now))
	}
}

func (s *Service) addInvitation(ctx context.Context, tx *database.Tx, r *rows, a admission, p invitee, userID, id uuid.UUID) {
	now := s.Now()
	r.invitations = append(r.invitations, s.newInvitation(ctx, tx, a.org, userID, id, p.address).SetNillableMessage(a.message))
	r.events = append(r.events, audit.Event{
		At: now, Action: "invitation.created", OrganizationID: a.org.ID, AccountID: a.org.AccountID,
		TargetType: "Invitation", TargetID: id, TargetName: p.address.text, UserID: userID, UserMade: p.known == nil,
	})
	r.mails = append(r.mails, InvitationMail{ResellerID: a.org.ResellerID, InvitationID: id, SendCount: 1})
}

// newInvitation is the row of an invitation that is mailed for the first time.
func (s *Service) newInvitation(ctx context.Context, tx *database.Tx, org *db.Organization, userID, id uuid.UUID, to address) *db.InvitationCreate {
	now := s.Now()
	return tx.Client.Invitation.Create().SetID(id).SetAccountID(org.AccountID).SetOrganizationID(org.ID).SetUserID(userID).
		SetEmail(to.text).SetEmailKey(to.key).SetTokenHash(hashToken(s.invitationToken(org.ResellerID, id, 1))).
		SetExpiresAt(now.Add(InvitationTTL)).SetNillableInvitedBy(actorID(ctx)).SetLastSentAt(now).SetCreatedAt(now).SetUpdatedAt(now)
}

func (s *Service) write(ctx context.Context, tx *database.Tx, a admission, people []invitee, r rows) error {
	if len(r.users) > 0 {
		if err := tx.Client.User.CreateBulk(r.users...).Exec(ctx); err != nil {
			return fmt.Errorf("write users: %w", err)
		}
	}
	return tx.Together(ctx, func(ctx context.Context, tx *database.Tx) error {
		if err := s.readmit(ctx, tx, a, people); err != nil {
			return err
		}
		if err := r.writeRest(ctx, tx.Client); err != nil {
			return err
		}
		return audit.Record(ctx, tx, r.events...)
	})
}

func (r *rows) writeRest(ctx context.Context, c *db.Client) error {
	for _, step := range []struct {
		what string
		rows int
		exec func(context.Context) error
	}{
		{"memberships", len(r.members), c.Membership.CreateBulk(r.members...).Exec},
		{"module grants", len(r.modules), inParts(r.modules, func(part []*db.ModuleGrantCreate) error { return c.ModuleGrant.CreateBulk(part...).Exec(ctx) })},
		{"sub-account grants", len(r.subAccounts), inParts(r.subAccounts, func(part []*db.SubAccountGrantCreate) error { return c.SubAccountGrant.CreateBulk(part...).Exec(ctx) })},
		{"role assignments", len(r.assignments), inParts(r.assignments, func(part []*db.RoleAssignmentCreate) error { return c.RoleAssignment.CreateBulk(part...).Exec(ctx) })},
		{"sign-in addresses", len(r.logins), c.LoginDirectory.CreateBulk(r.logins...).Exec},
		{"invitations", len(r.invitations), c.Invitation.CreateBulk(r.invitations...).Exec},
	} {
		if step.rows == 0 {
			continue
		}
		if err := step.exec(ctx); err != nil {
			return fmt.Errorf("write %s: %w", step.what, err)
		}
	}
	return nil
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

package directory

import (
	"context"
	"fmt"
	"slices"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/user"
	"tenantry/internal/database"
	"tenantry/internal/fault"
	"tenantry/internal/mailaddr"
)

// NewInvitations invites people into one organization.
type NewInvitations struct {
	OrganizationID uuid.UUID
	Items          []NewInvitation
	AllOrNothing   bool
	Message        *string
	DryRun         bool
	IdempotencyKey *string
}

// NewInvitation is one person to invite.
type NewInvitation struct {
	Email               string
	FirstName, LastName *string
	ResellerRole        *user.ResellerRole
	UserType            *user.UserType
	Access              membership.ClientAccess
	RoleIDs             []uuid.UUID
	Modules             []string
	SubAccountIDs       []uuid.UUID
}

// Outcome is what became of one item; the values are those of InviteOutcome.
type Outcome string

// The outcomes. [003]
const (
	Invited         Outcome = "INVITED"
	AlreadyInvited  Outcome = "SKIPPED_ALREADY_INVITED"
	ExistingUser    Outcome = "SKIPPED_EXISTING_USER"
	DisposableEmail Outcome = "SKIPPED_DISPOSABLE_EMAIL"
	InvalidEmail    Outcome = "REJECTED_INVALID_EMAIL"
	Duplicate       Outcome = "REJECTED_DUPLICATE"
	NoSeat          Outcome = "REJECTED_SEAT_LIMIT"
	ForbiddenRole   Outcome = "REJECTED_FORBIDDEN_ROLE"
	NotWritten      Outcome = "NOT_WRITTEN"
)

// InvitationVerdict tells what became of one item. It is stored under the
// idempotency key, so it holds ids alone.
type InvitationVerdict struct {
	Outcome      Outcome
	InvitationID *uuid.UUID
	Errors       fault.Refusals
}

// InvitationsCreate invites up to 500 people in one transaction and a handful
// of statements, with a verdict for each in the order sent. Refusals of the
// whole: NOT_FOUND, WRONG_STATE, REQUIRED, LIMIT_REACHED, TOO_LONG,
// IDEMPOTENCY_KEY_REUSED. [000] [003]
func (s *Service) InvitationsCreate(ctx context.Context, in NewInvitations) ([]InvitationVerdict, error) {
	var errs fault.Refusals
	in.Message = optional(&errs, "input.message", in.Message, maxMessage)
	in.IdempotencyKey = optional(&errs, "input.idempotencyKey", in.IdempotencyKey, maxKey)
	switch {
	case len(in.Items) == 0:
		errs.Add(fault.Required, "input.items", "Name at least one person.")
	case len(in.Items) > MaxInvitations:
		errs.Add(fault.LimitReached, "input.items", "At most %d people can be invited at once.", MaxInvitations)
	}
	if err := errs.Err(); err != nil {
		return nil, err
	}
	var verdicts []InvitationVerdict
	err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		org, account, err := s.organizationToJoin(ctx, tx, in.OrganizationID)
		if err != nil {
			return err
		}
		key := in.IdempotencyKey
		if in.DryRun {
			key = nil
		}
		verdicts, err = once(ctx, s, tx, "invitationsCreate", key, in, func() ([]InvitationVerdict, error) {
			return s.invite(ctx, tx, org, account, in)
		})
		return err
	})
	return verdicts, err
}

// organizationToJoin reads the organization, asks the policy, and locks its
// account, which it answers too.
func (s *Service) organizationToJoin(ctx context.Context, tx *database.Tx, id uuid.UUID) (org, account *db.Organization, err error) {
	const path = "input.organizationId"
	org, err = tx.Client.Organization.Query().Where(organization.ID(id)).Only(ctx)
	if db.IsNotFound(err) {
		return nil, nil, fault.Refuse(fault.Missing, path, "There is no such organization.")
	} else if err != nil {
		return nil, nil, fmt.Errorf("read organization %s: %w", id, err)
	}
	verdict := s.Authorizer.Organization(authz.FromContext(ctx), authz.OrganizationActionInvite, OrganizationTarget(org))
	if err := deny(verdict, path); err != nil {
		return nil, nil, err
	}
	if account, err = lockOrganization(ctx, tx, org.AccountID); err != nil {
		return nil, nil, err
	}
	if org.ID == account.ID {
		org = account // as it is now that it cannot change
	} else if err := checkJoinable(account, path); err != nil {
		return nil, nil, err
	}
	return org, account, checkJoinable(org, path)
}

// invite judges every item, then writes the good ones.
func (s *Service) invite(ctx context.Context, tx *database.Tx, org, account *db.Organization, in NewInvitations) ([]InvitationVerdict, error) {
	facts, err := s.invitationFacts(ctx, tx, org, account, in.Items)
	if err != nil {
		return nil, err
	}
	verdicts := make([]InvitationVerdict, len(in.Items))
	var good []invitee
	var goodAt []int
	failed := false
	for i, item := range in.Items {
		person, v := s.judge(ctx, facts, i, item)
		if verdicts[i] = v; v.Outcome != Invited {
			failed = true
			continue
		}
		good, goodAt = append(good, person), append(goodAt, i)
	}
	if failed && in.AllOrNothing {
		for _, i := range goodAt {
			verdicts[i].Outcome = NotWritten
		}
		return verdicts, nil
	}
	if in.DryRun || len(good) == 0 {
		return verdicts, nil
	}
	ids, err := s.writeInvitations(ctx, tx, org, in.Message, good)
	if err != nil {
		return nil, err
	}
	for k, i := range goodAt {
		verdicts[i].InvitationID = &ids[k]
	}
	return verdicts, nil
}

// facts is what the items are judged by, read in one statement each.
type facts struct {
	org         *db.Organization
	staff       bool
	users       map[string]user.Status // by address; PENDING ones have the open invitations
	roles       map[uuid.UUID]*db.Role
	subAccounts map[uuid.UUID]bool
	seatsLeft   int  // -1: no limit
	hasAdmin    bool // somebody administers the organization already
	seen        map[string]bool
}

func (s *Service) invitationFacts(ctx context.Context, tx *database.Tx, org, account *db.Organization, items []NewInvitation) (*facts, error) {
	f := &facts{
		org: org, staff: org.Kind == organization.KindRESELLER, seatsLeft: -1,
		users: map[string]user.Status{}, roles: map[uuid.UUID]*db.Role{},
		subAccounts: map[uuid.UUID]bool{}, seen: map[string]bool{},
	}
	var keys []string
	var roleIDs, subIDs []uuid.UUID
	for _, item := range items {
		if key, _, ok := mailaddr.Key(item.Email); ok {
			keys = append(keys, key)
		}
		roleIDs, subIDs = append(roleIDs, item.RoleIDs...), append(subIDs, item.SubAccountIDs...)
	}
	users, err := tx.Client.User.Query().Where(user.OrganizationID(org.ID), user.StatusNEQ(user.StatusDELETED), anyOf[string]("email_key", keys)).
		Select(user.FieldEmailKey, user.FieldStatus).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("look for users to invite: %w", err)
	}
	for _, u := range users {
		f.users[u.EmailKey] = u.Status
	}
	if len(roleIDs) > 0 {
		roles, err := tx.Client.Role.Query().Where(anyOf[uuid.UUID]("id", roleIDs)).All(ctx)
		if err != nil {
			return nil, fmt.Errorf("read roles to grant: %w", err)
		}
		for _, r := range roles {
			f.roles[r.ID] = r
		}
	}
	if len(subIDs) > 0 {
		ids, err := tx.Client.Organization.Query().Where(organization.ParentID(org.ID), organization.KindEQ(organization.KindSUB_ACCOUNT),
			organization.StatusEQ(organization.StatusACTIVE), anyOf[uuid.UUID]("id", subIDs)).IDs(ctx)
		if err != nil {
			return nil, fmt.Errorf("read sub-accounts to grant: %w", err)
		}
		for _, id := range ids {
			f.subAccounts[id] = true
		}
	}
	if !f.staff && slices.ContainsFunc(items, func(item NewInvitation) bool { return item.Access == membership.ClientAccessADMIN }) {
		f.hasAdmin, err = tx.Client.Membership.Query().Where(membership.OrganizationID(org.ID),
			membership.ClientAccessEQ(membership.ClientAccessADMIN), membership.StatusNEQ(membership.StatusREMOVED)).Exist(ctx)
		if err != nil {
			return nil, fmt.Errorf("look for administrators: %w", err)
		}
	}
	return f, f.countSeats(ctx, tx, account)
}

// countSeats finds the seats left in the account, whose row is locked.
// Suspended and pending users keep theirs, so that a reactivation never fails.
func (f *facts) countSeats(ctx context.Context, tx *database.Tx, account *db.Organization) error {
	if account.SeatLimit == nil {
		return nil
	}
	used, err := tx.Client.User.Query().Where(user.AccountID(account.ID), user.StatusNEQ(user.StatusDELETED)).Count(ctx)
	if err != nil {
		return fmt.Errorf("count seats of account %s: %w", account.ID, err)
	}
	f.seatsLeft = max(0, *account.SeatLimit-used)
	return nil
}

package directory

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/user"
	"tenantry/internal/database"
	"tenantry/internal/fault"
)

// NewInvitations invites people into one organization: those of Items, or those
// a Text names, all with what Each says.
type NewInvitations struct {
	OrganizationID uuid.UUID
	Items          []NewInvitation
	Text           *string
	Each           *NewInvitation // address and names do not count
	Locale         *string        // of the mails; kept as that of new users
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
	NotWritten      Outcome = "NOT_WRITTEN" // another value is wrong, or another item
)

// InvitationVerdict tells what became of one item. It is stored under the
// idempotency key, so it holds ids alone.
type InvitationVerdict struct {
	Outcome      Outcome
	InvitationID *uuid.UUID
	UserID       *uuid.UUID `json:",omitempty"`
	Errors       fault.Refusals
}

// People are the items, in the order of the verdicts.
func (in NewInvitations) People() []NewInvitation {
	if in.Text == nil {
		return in.Items
	}
	var each NewInvitation
	if in.Each != nil {
		each = *in.Each
	}
	parsed, _ := ParsePeople(*in.Text)
	items := make([]NewInvitation, len(parsed))
	for i, p := range parsed {
		items[i] = each
		items[i].Email, items[i].FirstName, items[i].LastName = p.Email, p.FirstName, p.LastName
	}
	return items
}

// path is the argument a field of the i-th person comes from.
func (in NewInvitations) path(i int, field string) string {
	if in.Text == nil {
		return itemPath(i, field)
	}
	switch field {
	case "email", "firstName", "lastName":
		return fmt.Sprintf("input.text.%d.%s", i, field)
	case "locale":
		return "input.locale"
	}
	return "input.each." + field
}

// check cleans what is said about all, and reads the people.
func (in *NewInvitations) check() ([]NewUser, error) {
	var errs fault.Refusals
	in.Message = optional(&errs, "input.message", in.Message, maxMessage)
	in.IdempotencyKey = optional(&errs, "input.idempotencyKey", in.IdempotencyKey, maxKey)
	in.Locale = checked(&errs, "input.locale", in.Locale, maxLocale, localeTag)
	source := "input.items"
	if in.Text != nil {
		source = "input.text"
		switch _, problem := ParsePeople(*in.Text); {
		case len(in.Items) > 0:
			errs.Add(fault.Invalid, source, "Give items or a text, not both.")
		case problem != "":
			errs.Add(fault.Invalid, source, "%s", problem)
		}
	} else if in.Each != nil {
		errs.Add(fault.Invalid, "input.each", "This goes with a text; items say themselves what they get.")
	}
	if err := errs.Err(); err != nil {
		return nil, err
	}
	items := in.People()
	switch {
	case len(items) == 0:
		return nil, fault.Refuse(fault.Required, source, "Name at least one person.")
	case len(items) > MaxInvitations:
		return nil, fault.Refuse(fault.LimitReached, source, "At most %d people can be invited at once.", MaxInvitations)
	}
	people := make([]NewUser, len(items))
	for i, item := range items {
		item.Access = cmp.Or(item.Access, membership.ClientAccessUSER) // [003]
		people[i] = NewUser{NewInvitation: item, Locale: in.Locale}
	}
	return people, nil
}

// InvitationsCreate invites up to 500 people in one transaction and a handful
// of statements, with a verdict for each in the order sent. Who was a member
// and was removed is asked back: see revive. Refusals of the whole: NOT_FOUND,
// WRONG_STATE, REQUIRED, LIMIT_REACHED, TOO_LONG, INVALID,
// IDEMPOTENCY_KEY_REUSED; fault.StepUpRequired when roles or administrator
// access are given. [000] [003]
func (s *Service) InvitationsCreate(ctx context.Context, in NewInvitations) ([]InvitationVerdict, error) {
	people, err := in.check()
	if err != nil {
		return nil, err
	}
	if !in.DryRun && anyRaised(people) {
		if err := s.proven(ctx); err != nil {
			return nil, err
		}
	}
	var verdicts []InvitationVerdict
	err = s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		org, account, err := s.organizationToJoin(ctx, tx, in.OrganizationID, "input.organizationId", s.mayInvite)
		if err != nil {
			return err
		}
		key := in.IdempotencyKey
		if in.DryRun {
			key = nil
		}
		verdicts, err = once(ctx, s, tx, "invitationsCreate", key, in, func() ([]InvitationVerdict, error) {
			return s.admit(ctx, tx, admission{
				org: org, account: account, people: people, path: in.path, message: in.Message,
				allOrNothing: in.AllOrNothing, dryRun: in.DryRun,
			})
		})
		return err
	})
	return verdicts, err
}

// mayInvite asks the policy whether the viewer may invite at all.
func (s *Service) mayInvite(ctx context.Context, org *db.Organization) error {
	verdict := s.Authorizer.Organization(authz.FromContext(ctx), authz.OrganizationActionInvite, OrganizationTarget(org))
	return deny(verdict, "input.organizationId")
}

// organizationToJoin locks an organization with its account, and asks whether
// people may be added to it.
func (s *Service) organizationToJoin(ctx context.Context, tx *database.Tx, id uuid.UUID, path string, may func(context.Context, *db.Organization) error) (org, account *db.Organization, err error) {
	org, account, err = lockWithAccount(ctx, tx, id, path)
	if err != nil {
		return nil, nil, err
	}
	if err := may(ctx, org); err != nil {
		return nil, nil, err
	}
	if err := checkJoinable(account, path); err != nil {
		return nil, nil, err
	}
	return org, account, checkJoinable(org, path)
}

// lockWithAccount locks an organization with its account, in one statement and
// the account first. Refusal: NOT_FOUND at the path.
func lockWithAccount(ctx context.Context, tx *database.Tx, id uuid.UUID, path string) (org, account *db.Organization, err error) {
	reseller, err := database.ResellerOf(ctx)
	if err != nil {
		return nil, nil, err
	}
	withAccount := func(s *sql.Selector) {
		s.Where(sql.P(func(b *sql.Builder) {
			b.Ident(s.C(organization.FieldID)).WriteString(" IN (").Arg(id).
				WriteString(`, (SELECT "o"."account_id" FROM "organizations" AS "o" WHERE "o"."reseller_id" = `).Arg(reseller).
				WriteString(` AND "o"."id" = `).Arg(id).WriteString("))")
		}))
	}
	rows, err := tx.Client.Organization.Query().Where(withAccount).Order(organization.ByPath()).ForUpdate().All(ctx)
	if err != nil {
		return nil, nil, fmt.Errorf("lock organization %s: %w", id, err)
	}
	if i := slices.IndexFunc(rows, func(o *db.Organization) bool { return o.ID == id }); i >= 0 {
		return rows[i], rows[0], nil
	}
	return nil, nil, fault.Refuse(fault.Missing, path, "There is no such organization.")
}

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
	"tenantry/ent/schema"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
	"tenantry/internal/feature"
	"tenantry/internal/rule"
)

// NewOrganization describes a customer, or with a parent a sub-account, to add.
type NewOrganization struct {
	Company
	ParentID                 *uuid.UUID // customer that a sub-account belongs to
	SeatLimit                *int
	Features, HiddenFeatures []string
	InitialCredits           *int64
	PlanID                   *uuid.UUID
	Administrator            *NewAdministrator
	IdempotencyKey           *string
}

// NewAdministrator is the first administrator of a new organization.
type NewAdministrator struct {
	Email                                   string
	FirstName, LastName, DisplayName, Phone *string
	Mode                                    CredentialMode // empty: InviteLink
	Message                                 *string        // for the invitation mail
}

// CreatedOrganization is a new organization with its first administrator, nil
// when none was named, and the temporary password that is shown this once;
// empty when there is none, and for a repeated idempotency key.
type CreatedOrganization struct {
	Organization  *db.Organization
	Administrator *db.User
	Password      string
}

// Commerce is what a new customer gets from its reseller. The refusals name
// arguments of organizationCreate.
type Commerce interface {
	// OpenFeatures switches on the features of a new customer, and checks its
	// seats against those the reseller may hand out.
	OpenFeatures(ctx context.Context, tx *database.Tx, org *db.Organization, enabled, hidden []string) error
	// GrantInitialCredits moves credits from the reseller's pool.
	GrantInitialCredits(ctx context.Context, tx *database.Tx, org *db.Organization, amount int64) error
}

// Subscriptions start subscriptions of new customers, and end those of customers
// that are closed.
type Subscriptions interface {
	// Start subscribes a new customer to a plan.
	Start(ctx context.Context, tx *database.Tx, org *db.Organization, planID uuid.UUID) error
	// End cancels the live subscription of a customer today, if it has one.
	End(ctx context.Context, tx *database.Tx, org *db.Organization) error
}

// maxSeats is the largest limit that can be set.
const maxSeats = 1_000_000

// OrganizationCreate adds a customer below the reseller's root, or a sub-account
// below a customer, with what it gets at once, and its first administrator when
// one is named. Refusals: NOT_FOUND (parentId, planId), WRONG_STATE, REQUIRED,
// INVALID, TOO_LONG, DUPLICATE, DISPOSABLE_EMAIL, ROLE_OUT_OF_SCOPE,
// SEAT_LIMIT_REACHED, LIMIT_REACHED, FEATURE_NOT_ENTITLED, FORBIDDEN (what is given beside),
// FEATURE_DISABLED (parentId), INSUFFICIENT_CREDITS, IDEMPOTENCY_KEY_REUSED; fault.StepUpRequired when a
// temporary password is made. [002] [003]
func (s *Service) OrganizationCreate(ctx context.Context, in NewOrganization) (CreatedOrganization, error) {
	if authz.FromContext(ctx) == nil {
		return CreatedOrganization{}, fault.New(fault.Unauthenticated, "Nobody is signed in.")
	}
	var errs fault.Refusals
	if err := s.mayOpen(ctx, &errs, in); err != nil {
		return CreatedOrganization{}, err
	}
	in.check(&errs)
	s.checkAdministrator(ctx, &errs, in)
	if len(errs) > 0 {
		return CreatedOrganization{}, s.mistakes(ctx, errs, in)
	}
	admin, password, err := s.firstAdministrator(ctx, in.Administrator)
	if err != nil {
		return CreatedOrganization{}, err
	}
	var out CreatedOrganization
	err = s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		parent, err := s.parentOf(ctx, tx, in)
		if err != nil {
			return err
		}
		fresh := false // the transaction may have been tried before
		ids, err := once(ctx, s, tx, "organizationCreate", in.IdempotencyKey, in, func() (opened, error) {
			fresh = true
			return s.open(ctx, tx, parent, in, admin, false)
		})
		if err != nil {
			return err
		}
		out = CreatedOrganization{}
		if fresh {
			out.Password = password
		}
		if ids.Administrator != nil {
			if out.Administrator, err = readUser(ctx, tx, *ids.Administrator); err != nil {
				return err
			}
		}
		if out.Organization, err = tx.Client.Organization.Query().Where(organization.ID(ids.Organization)).Only(ctx); err != nil {
			return fmt.Errorf("read organization %s: %w", ids.Organization, err)
		}
		out.Organization.UserCount += int64(tx.UsersAddedAt(ids.Organization)) // written at the end
		return nil
	})
	if err != nil {
		return CreatedOrganization{}, err
	}
	return out, nil
}

// opened names the rows of a new organization.
type opened struct {
	Organization  uuid.UUID
	Administrator *uuid.UUID
}

// mayOpen asks whether the viewer may add organizations, and refuses what is
// given beside and he may not give; that the parent is another's is looked at
// later.
func (s *Service) mayOpen(ctx context.Context, errs *fault.Refusals, in NewOrganization) error {
	v := authz.FromContext(ctx)
	held := s.Authorizer.Permissions(v, v.RootID)
	if in.ParentID != nil {
		return nil // the row decides
	}
	if !held.Has(authz.OrganizationCreate) {
		return rule.Forbid(authz.OrganizationCreate)
	}
	for _, need := range []struct {
		given      bool
		path       string
		permission authz.Permission
	}{
		{in.SeatLimit != nil, "input.seatLimit", authz.OrganizationSeatSet},
		{len(in.Features) > 0, "input.features", authz.OrganizationFeatureSet},
		{len(in.HiddenFeatures) > 0, "input.hiddenFeatures", authz.OrganizationFeatureSet},
		{in.InitialCredits != nil, "input.initialCredits", authz.OrganizationCreditAdjust},
		{in.PlanID != nil, "input.planId", authz.SubscriptionManage},
	} {
		if need.given && !held.Has(need.permission) {
			errs.Add(fault.NotAllowed, need.path, "This takes the permission %s.", need.permission.Name())
		}
	}
	return nil
}

// mistakes completes the refusals of what is wrong in itself with those that
// take a look at what is there, so that a form hears everything at once. What is
// right is tried and taken back.
func (s *Service) mistakes(ctx context.Context, errs fault.Refusals, in NewOrganization) error {
	try := in
	try.Company = Company{Name: Set[string]{Given: true, Value: new("?")}}
	try.IdempotencyKey = nil
	for _, f := range []struct {
		path  string
		forgo func()
	}{
		{"input.seatLimit", func() { try.SeatLimit = nil }}, {"input.features", func() { try.Features = nil }},
		{"input.hiddenFeatures", func() { try.HiddenFeatures = nil }}, {"input.initialCredits", func() { try.InitialCredits = nil }},
		{"input.planId", func() { try.PlanID = nil }}, {"input.administrator", func() { try.Administrator = nil }},
	} {
		if errs.At(f.path) {
			f.forgo()
		}
	}
	var admin *NewUser
	if try.Administrator != nil {
		a := *try.Administrator
		a.Message, try.Administrator = nil, &a
		admin = new(a.user())
	}
	return s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		all := slices.Clone(errs) // the transaction may be tried again
		parent, err := s.parentOf(ctx, tx, try)
		if err == nil {
			_, err = s.open(ctx, tx, parent, try, admin, true)
		}
		if err := all.Collect(err); err != nil {
			return err
		}
		return all
	})
}

// check cleans what was typed and refuses what is wrong in itself.
func (in *NewOrganization) check(errs *fault.Refusals) {
	in.Name.Given = true // needed, so an absent one is an empty one
	in.Company = in.Company.checked(errs)
	if in.SeatLimit != nil && (*in.SeatLimit < 0 || *in.SeatLimit > maxSeats) {
		errs.Add(fault.Invalid, "input.seatLimit", "Seats are a number from 0 to 1,000,000.")
	}
	if in.InitialCredits != nil && *in.InitialCredits <= 0 {
		errs.Add(fault.Invalid, "input.initialCredits", "Credits to begin with are above zero; leave them out to give none.")
	}
	in.IdempotencyKey = optional(errs, "input.idempotencyKey", in.IdempotencyKey, maxKey)
	if in.ParentID == nil {
		return
	}
	for _, own := range []struct {
		path  string
		given bool
	}{
		{"input.seatLimit", in.SeatLimit != nil}, {"input.features", len(in.Features) > 0}, {"input.hiddenFeatures", len(in.HiddenFeatures) > 0},
		{"input.initialCredits", in.InitialCredits != nil}, {"input.planId", in.PlanID != nil},
	} {
		if own.given {
			errs.Add(fault.Invalid, own.path, "A sub-account has what its customer has, and nothing of its own.")
		}
	}
}

// parentOf locks what the new organization stands below, so that requests with
// one key follow each other.
func (s *Service) parentOf(ctx context.Context, tx *database.Tx, in NewOrganization) (*db.Organization, error) {
	v := authz.FromContext(ctx)
	if in.ParentID == nil {
		if in.IdempotencyKey != nil {
			return lockOrganization(ctx, tx, v.RootID)
		}
		return &db.Organization{ID: v.RootID, Path: v.RootID.String() + "/"}, nil
	}
	parent, account, err := s.organizationToJoin(ctx, tx, *in.ParentID, "input.parentId", func(_ context.Context, o *db.Organization) error {
		return deny(s.Authorizer.Organization(v, authz.OrganizationActionCreateSubAccount, OrganizationTarget(o)), "input.parentId")
	})
	if err != nil {
		return nil, err
	}
	place := &rule.Place{Organization: parent, Account: account}
	return parent, place.Needs(ctx, tx, feature.SubAccounts, "input.parentId")
}

// open writes the organization and gives it what it gets; a dry run lets nobody
// in. Its refusals are all there are.
func (s *Service) open(ctx context.Context, tx *database.Tx, parent *db.Organization, in NewOrganization, admin *NewUser, dry bool) (opened, error) {
	org, err := s.insertOrganization(ctx, tx, parent, in)
	if err != nil {
		return opened{}, err
	}
	out := opened{Organization: org.ID}
	var errs fault.Refusals
	account := org
	if in.ParentID != nil {
		account = parent
	} else if err := s.provide(ctx, tx, &errs, org, in); err != nil {
		return opened{}, err
	}
	if admin == nil {
		return out, errs.Err()
	}
	verdicts, err := s.admit(ctx, tx, admission{
		org: org, account: account, people: []NewUser{*admin}, path: administratorPath,
		create: in.Administrator.Mode == TemporaryPassword, message: in.Administrator.Message, dryRun: dry || len(errs) > 0,
	})
	if err != nil {
		return opened{}, err
	}
	if err := errs.Collect(verdicts[0].Errors.Err()); err != nil {
		return opened{}, err
	}
	out.Administrator = verdicts[0].UserID
	return out, errs.Err()
}

// provide switches features, starts the subscription and moves the credits; it
// collects what is refused.
func (s *Service) provide(ctx context.Context, tx *database.Tx, errs *fault.Refusals, org *db.Organization, in NewOrganization) error {
	if s.Commerce == nil {
		if len(in.Features)+len(in.HiddenFeatures) > 0 || in.InitialCredits != nil {
			return fault.Refuse(fault.WrongState, "input.features", "Features and credits cannot be given here.")
		}
	} else if err := errs.Collect(s.Commerce.OpenFeatures(ctx, tx, org, in.Features, in.HiddenFeatures)); err != nil {
		return err
	}
	if in.PlanID != nil {
		if s.Subscriptions == nil {
			return fault.Refuse(fault.WrongState, "input.planId", "Subscriptions cannot be started here.")
		}
		if err := errs.Collect(s.Subscriptions.Start(ctx, tx, org, *in.PlanID)); err != nil {
			return err
		}
	}
	if in.InitialCredits != nil {
		return errs.Collect(s.Commerce.GrantInitialCredits(ctx, tx, org, *in.InitialCredits))
	}
	return nil
}

func (s *Service) insertOrganization(ctx context.Context, tx *database.Tx, parent *db.Organization, in NewOrganization) (*db.Organization, error) {
	c, id, now := in.Company, schema.NewID(), s.Now()
	kind, account := organization.KindCUSTOMER, id
	if in.ParentID != nil {
		kind, account = organization.KindSUB_ACCOUNT, parent.AccountID
	}
	insert := tx.Client.Organization.Create().SetID(id).SetAccountID(account).SetKind(kind).
		SetParentID(parent.ID).SetPath(parent.Path + id.String() + "/").
		SetName(value(c.Name)).SetLegalName(value(c.LegalName)).SetAddress(value(c.Address)).
		SetContactName(value(c.ContactName)).SetContactEmail(value(c.ContactEmail)).SetPhone(value(c.Phone)).
		SetSortName(Fold(value(c.Name))).SetSearchText(SearchText(value(c.Name), value(c.LegalName), value(c.ContactName), value(c.ContactEmail))).
		SetNillableLocale(c.Locale.Value).SetNillableTimezone(c.Timezone.Value).
		SetNillableSeatLimit(in.SeatLimit).SetCreatedAt(now).SetUpdatedAt(now)
	if c.Tags.Value != nil {
		insert.SetTags(*c.Tags.Value)
	}
	org, err := insert.Save(ctx)
	if err != nil {
		return nil, fmt.Errorf("create organization: %w", err)
	}
	changes := audit.Text("name", "", org.Name)
	if in.SeatLimit != nil {
		changes = append(changes, audit.Text("seatLimit", "", fmt.Sprint(*in.SeatLimit))...)
	}
	return org, audit.Record(ctx, tx, organizationEvent(org, now, "organization.created", changes))
}

// administratorPath is the argument a field of the first administrator comes
// from; what is said about roles and seats is about the whole person.
func administratorPath(_ int, field string) string {
	switch field {
	case "email", "firstName", "lastName", "displayName", "phone":
		return "input.administrator." + field
	}
	return "input.administrator"
}

// checkAdministrator refuses a first administrator who is wrong in itself, or
// whom the viewer may not let in.
func (s *Service) checkAdministrator(ctx context.Context, errs *fault.Refusals, in NewOrganization) {
	a := in.Administrator
	if a == nil {
		return
	}
	const path = "input.administrator"
	p := checkPerson(errs, func(field string) string { return administratorPath(0, field) }, a.user())
	a.Message = optional(errs, path+".message", a.Message, maxMessage)
	if a.Mode == TemporaryPassword && a.Message != nil {
		errs.Add(fault.Invalid, path+".message", "No mail is sent with a temporary password.")
	}
	if s.Disposable.Contains(p.address.domain) {
		errs.Add(fault.DisposableEmail, path+".email", "The address belongs to a provider of throw-away mailboxes.")
	}
	if in.SeatLimit != nil && *in.SeatLimit == 0 {
		errs.Add(fault.SeatLimitReached, path, "An organization without seats cannot have an administrator.")
	}
	v := authz.FromContext(ctx)
	if root := []uuid.UUID{v.RootID}; !s.Authorizer.OpensAccounts(v, root...) || !s.Authorizer.Has(v, root, authz.InvitationCreate) {
		errs.Add(fault.RoleOutOfScope, path, "You may not invite an administrator.")
	}
}

// user is the administrator as a person to let in. [003]
func (a NewAdministrator) user() NewUser {
	return NewUser{
		NewInvitation: NewInvitation{Email: a.Email, FirstName: a.FirstName, LastName: a.LastName, Access: membership.ClientAccessADMIN},
		DisplayName:   a.DisplayName, Phone: a.Phone,
	}
}

// firstAdministrator is the person to let in, nil when none is named, with a
// temporary password when one is asked for, which takes a fresh proof of
// identity.
func (s *Service) firstAdministrator(ctx context.Context, a *NewAdministrator) (*NewUser, string, error) {
	if a == nil {
		return nil, "", nil
	}
	in := UserCreation{User: a.user(), Mode: a.Mode}
	if a.Mode == TemporaryPassword {
		if err := s.proven(ctx); err != nil {
			return nil, "", err
		}
	}
	password, err := s.temporary(ctx, &in)
	return &in.User, password, err
}

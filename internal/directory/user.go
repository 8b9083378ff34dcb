package directory

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/user"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
)

// Set is a field of a patch: left alone unless Given; nil clears.
type Set[T any] struct {
	Given bool
	Value *T
}

// UserPatch changes a profile.
type UserPatch struct {
	ExpectedVersion                                                                  *int
	FirstName, LastName, DisplayName, Phone, Timezone, Locale, ExternalID, AvatarURL Set[string]
	UserType                                                                         Set[user.UserType] // never another than he has
}

// UserUpdate changes what the patch names. Refusals: NOT_FOUND, STALE, TAKEN
// (externalId), TOO_LONG, INVALID, REQUIRED, IMMUTABLE (userType), FORBIDDEN
// (externalId of oneself). [004] [001]
func (s *Service) UserUpdate(ctx context.Context, id uuid.UUID, p UserPatch) (*db.User, error) {
	patch, wrong := p.checked()
	var updated *db.User
	err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		found := slices.Clone(wrong)
		u, err := s.userForChange(ctx, tx, authz.UserActionUpdate, id, nil)
		if err == nil {
			err = s.judgePatch(ctx, tx, &found, u, patch)
		}
		if err := gather(&found, err); err != nil {
			return err
		}
		if err := inOrder(found, inputField, updateFields()).Err(); err != nil {
			return err
		}
		change, changes := patch.apply(tx, u)
		if len(changes) == 0 {
			updated = u
			return nil
		}
		now := s.Now()
		if err := change.SetUpdatedAt(now).AddVersion(1).Exec(ctx); err != nil {
			if database.IsUniqueViolation(err, "users_external_id_key") {
				return fault.Refuse(fault.Taken, "input.externalId", "%s", takenExternalID) // at once with this change
			}
			return fmt.Errorf("update user %s: %w", id, err)
		}
		if err := audit.Record(ctx, tx, userEvent(u, now, "user.updated", changes, nil)); err != nil {
			return err
		}
		if err := s.Sessions.Changed(ctx, tx, id); err != nil {
			return err
		}
		updated, err = readUser(ctx, tx, id)
		return err
	})
	return updated, err
}

// judgePatch adds all that keeps this user from being changed so.
func (s *Service) judgePatch(ctx context.Context, tx *database.Tx, found *fault.Refusals, u *db.User, p UserPatch) error {
	if err := gather(found, stale(p.ExpectedVersion, u.Version, "input.expectedVersion")); err != nil {
		return err
	}
	if err := s.mayIdentify(ctx, u, p); err != nil {
		p.ExternalID = Set[string]{} // whether somebody has it is not his to know
		if err := gather(found, err); err != nil {
			return err
		}
	}
	return s.fits(ctx, tx, found, u, p)
}

// mayIdentify keeps people from giving themselves an identifier: it belongs to
// the customer's system, and taking one would keep it from its owner.
func (s *Service) mayIdentify(ctx context.Context, u *db.User, p UserPatch) error {
	v := authz.FromContext(ctx)
	if !p.ExternalID.Given || v == nil || v.UserID != u.ID {
		return nil
	}
	held := s.Authorizer.Permissions(v, u.OrganizationID, u.AccountID, v.RootID)
	if held.HasAny(authz.TenantUserUpdate, authz.MemberUpdate, authz.ResellerUserUpdate) {
		return nil
	}
	return fault.Refuse(fault.NotAllowed, "input.externalId", "The external id is set by an administrator.")
}

// checked is the patch with cleaned texts.
func (p UserPatch) checked() (UserPatch, fault.Refusals) {
	var errs fault.Refusals
	plain := func(f *Set[string], path string, max int) { f.Value = maybe(&errs, path, f.Value, max) }
	plain(&p.FirstName, "input.firstName", maxName)
	plain(&p.LastName, "input.lastName", maxName)
	plain(&p.DisplayName, "input.displayName", maxName)
	plain(&p.ExternalID, "input.externalId", maxExternal)
	p.Phone.Value = checked(&errs, "input.phone", p.Phone.Value, maxPhone, phoneNumber)
	p.Timezone.Value = checked(&errs, "input.timezone", p.Timezone.Value, maxTimezone, timezoneName)
	p.Locale.Value = checked(&errs, "input.locale", p.Locale.Value, maxLocale, localeTag)
	p.AvatarURL.Value = checked(&errs, "input.avatarUrl", p.AvatarURL.Value, maxAvatar, pictureAddress)
	return p, errs
}

// fits refuses what this user in particular cannot become.
func (s *Service) fits(ctx context.Context, tx *database.Tx, errs *fault.Refusals, u *db.User, p UserPatch) error {
	if want := p.UserType.Value; p.UserType.Given && (want == nil) != (u.UserType == nil) || want != nil && *want != *u.UserType {
		errs.Add(fault.Immutable, "input.userType", "The user type cannot change. Add a new user of the other type and suspend this one.")
	}
	if u.UserType != nil {
		if p.FirstName.Given && p.FirstName.Value == nil && u.FirstName != "" {
			errs.Add(fault.Required, "input.firstName", "A given name is needed.")
		}
		if p.LastName.Given && p.LastName.Value == nil && u.LastName != "" {
			errs.Add(fault.Required, "input.lastName", "A family name is needed.")
		}
	}
	if id := p.ExternalID.Value; id != nil {
		other, err := tx.Client.User.Query().Where(user.OrganizationID(u.OrganizationID), user.ExternalID(*id),
			user.StatusNEQ(user.StatusDELETED), user.IDNEQ(u.ID)).Only(ctx)
		if err == nil {
			*errs = append(*errs, s.taken(ctx, "input.externalId", takenExternalID, other)...)
		} else if !db.IsNotFound(err) {
			return fmt.Errorf("look for external id: %w", err)
		}
	}
	return nil
}

const (
	takenEmail      = "Another user of the organization has this address."
	takenExternalID = "Another user of the organization has this external id."
)

// taken refuses a value that somebody has, and names him to whom may know him.
func (s *Service) taken(ctx context.Context, path, message string, holder *db.User) fault.Refusals {
	r := fault.Refuse(fault.Taken, path, "%s", message)
	if s.Authorizer.UserVisible(authz.FromContext(ctx), Target(holder)) {
		r[0].Related = []fault.Ref{{Kind: "user", ID: holder.ID}}
	}
	return r
}

// apply sets the changed fields and lists them.
func (p UserPatch) apply(tx *database.Tx, u *db.User) (*db.UserUpdate, []audit.Change) {
	c := tx.Client.User.Update().Where(user.ID(u.ID))
	var changes []audit.Change
	name := func(f Set[string], field, before string, set func(string) *db.UserUpdate) string {
		if !f.Given {
			return before
		}
		after := ""
		if f.Value != nil {
			after = *f.Value
		}
		set(after)
		changes = append(changes, audit.Text(field, before, after)...)
		return after
	}
	first := name(p.FirstName, "firstName", u.FirstName, c.SetFirstName)
	last := name(p.LastName, "lastName", u.LastName, c.SetLastName)
	display := u.DisplayName
	switch {
	case p.DisplayName.Given && p.DisplayName.Value != nil:
		display = *p.DisplayName.Value
	case p.DisplayName.Given, u.DisplayName == displayName("", u.FirstName, u.LastName, u.Email):
		display = displayName("", first, last, u.Email) // it was made of the names, and follows them
	}
	changes = append(changes, audit.Text("displayName", u.DisplayName, display)...)
	c.SetDisplayName(display).SetSortName(Fold(display)).SetSearchText(UserSearchText(display, first, last, u.Email))

	nullable := func(f Set[string], field string, before *string, set func(string) *db.UserUpdate, clear func() *db.UserUpdate) {
		switch {
		case !f.Given:
			return
		case f.Value == nil:
			clear()
		default:
			set(*f.Value)
		}
		changes = append(changes, audit.Diff(field, before, f.Value)...)
	}
	nullable(p.Phone, "phone", u.Phone, c.SetPhone, c.ClearPhone)
	nullable(p.Timezone, "timezone", u.Timezone, c.SetTimezone, c.ClearTimezone)
	nullable(p.Locale, "locale", u.Locale, c.SetLocale, c.ClearLocale)
	nullable(p.ExternalID, "externalId", u.ExternalID, c.SetExternalID, c.ClearExternalID)
	nullable(p.AvatarURL, "avatarUrl", u.AvatarURL, c.SetAvatarURL, c.ClearAvatarURL)
	return c, changes
}

// userForChange reads the user for an action: it locks the account, so that
// two changes that each leave one administrator cannot both pass, then the
// row; asks the policy; and compares versions.
func (s *Service) userForChange(ctx context.Context, tx *database.Tx, action authz.UserAction, id uuid.UUID, expected *int) (*db.User, error) {
	u, _, err := s.userAndActor(ctx, tx, action, id, expected)
	return u, err
}

// userAndActor is userForChange, and answers the viewer with what he holds now.
func (s *Service) userAndActor(ctx context.Context, tx *database.Tx, action authz.UserAction, id uuid.UUID, expected *int) (*db.User, *authz.Viewer, error) {
	u, err := tx.Client.User.Query().Where(user.ID(id)).Only(ctx)
	if db.IsNotFound(err) {
		return nil, nil, fault.Refuse(fault.Missing, "id", "There is no such user.")
	} else if err != nil {
		return nil, nil, fmt.Errorf("read user %s: %w", id, err)
	}
	v := authz.FromContext(ctx)
	if action == authz.UserActionUpdate {
		if u, err = lockUser(ctx, tx, id); err != nil {
			return nil, nil, err
		}
		return u, v, s.mayChange(v, action, Target(u), expected, u.Version)
	}
	if _, err := lockOrganization(ctx, tx, u.AccountID); err != nil {
		return nil, nil, err
	}
	if u, err = s.lockWithActor(ctx, tx, v, id); err != nil {
		return nil, nil, err
	}
	v, above, err := s.actorNow(ctx, tx, v, u)
	if err != nil {
		return nil, nil, err
	}
	last, err := LastAdmins(ctx, tx.Client, id)
	if err != nil {
		return nil, nil, err
	}
	target := Target(u)
	target.LastAdmin, target.Outranks = last[id], above
	return u, v, s.mayChange(v, action, target, expected, u.Version)
}

func (s *Service) mayChange(v *authz.Viewer, action authz.UserAction, target authz.UserTarget, expected *int, version int) error {
	verdict := s.Authorizer.User(v, action, target)
	if verdict.Code == authz.Forbidden && len(verdict.Permissions) == 0 && action == authz.UserActionResetPassword {
		verdict.Message = "Colleagues choose their own password; send them a link."
	}
	if err := deny(verdict, "id"); err != nil {
		return err
	}
	return stale(expected, version, "input.expectedVersion")
}

// Target is what the policy needs to know about a user, but for LastAdmin and
// Outranks.
func Target(u *db.User) authz.UserTarget {
	return authz.UserTarget{
		ID: u.ID, OrganizationID: u.OrganizationID, AccountID: u.AccountID,
		Status: string(u.Status), TwoFactor: u.TwoFactorAt != nil,
	}
}

// lockOrganization serialises changes to one account, and answers its row.
func lockOrganization(ctx context.Context, tx *database.Tx, id uuid.UUID) (*db.Organization, error) {
	org, err := tx.Client.Organization.Query().Where(organization.ID(id)).ForUpdate().Only(ctx)
	if err != nil {
		return nil, fmt.Errorf("lock organization %s: %w", id, err)
	}
	return org, nil
}

func readUser(ctx context.Context, tx *database.Tx, id uuid.UUID) (*db.User, error) {
	u, err := tx.Client.User.Query().Where(user.ID(id)).Only(ctx)
	if err != nil {
		return nil, fmt.Errorf("read user %s: %w", id, err)
	}
	return u, nil
}

// userEvent is an audit line about a user.
func userEvent(u *db.User, at time.Time, action string, changes []audit.Change, reason *string) audit.Event {
	return audit.Event{
		At: at, Action: action, OrganizationID: u.OrganizationID, AccountID: u.AccountID,
		TargetType: "User", TargetID: u.ID, TargetName: u.DisplayName, Changes: changes, Reason: reason,
	}
}

package directory

import (
	"context"
	"fmt"
	"slices"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/organization"
	"tenantry/internal/database"
	"tenantry/internal/fault"
)

// CredentialMode says how a new user gets a password; the values are those of
// the CredentialMode enum. [002] [003] [004]
type CredentialMode string

// The modes.
const (
	InviteLink        CredentialMode = "INVITE_LINK"
	TemporaryPassword CredentialMode = "TEMPORARY_PASSWORD"
)

// NewUser is a new user, as typed. An empty Access means no membership.
type NewUser struct {
	NewInvitation
	DisplayName, Phone, ExternalID, Timezone, Locale, AvatarURL *string

	passwordHash string         // of a temporary password
	wrong        fault.Refusals // what was wrong when it was read
}

// UserCreation adds one user.
type UserCreation struct {
	OrganizationID uuid.UUID // home, for good
	User           NewUser
	Mode           CredentialMode
	Message        *string // for the invitation mail
	IdempotencyKey *string
}

// CreatedUser is a new user, with the temporary password that is shown this
// once; empty when there is none, and for a repeated idempotency key.
type CreatedUser struct {
	User     *db.User
	Password string
}

// UserCreate adds a user: PENDING with an invitation mailed, or ACTIVE with a
// temporary password. Refusals: NOT_FOUND, WRONG_STATE, FORBIDDEN
// (credentialMode), REQUIRED, INVALID, TOO_LONG, TAKEN (email, externalId),
// DISPOSABLE_EMAIL, ROLE_OUT_OF_SCOPE, ROLE_CONFLICT, MODULE_ADMIN_ONLY,
// SEAT_LIMIT_REACHED, IDEMPOTENCY_KEY_REUSED; fault.StepUpRequired when roles or
// administrator access are given or a temporary password is made. [004] [001]
func (s *Service) UserCreate(ctx context.Context, in UserCreation) (CreatedUser, error) {
	var wrong, typed fault.Refusals
	in.Message = optional(&wrong, "input.message", in.Message, maxMessage)
	in.IdempotencyKey = optional(&wrong, "input.idempotencyKey", in.IdempotencyKey, maxKey)
	if in.Mode == TemporaryPassword && in.Message != nil {
		wrong.Add(fault.Invalid, "input.message", "No mail is sent with a temporary password.")
	}
	checkPerson(&typed, inputField, in.User)
	// What is wrong in itself needs no proof and no password: it is judged with
	// the rest, so that all mistakes are told at once, and nothing is written.
	hopeless := len(wrong)+len(typed) > 0
	if !hopeless && (in.Mode == TemporaryPassword || in.User.raised()) {
		if err := s.proven(ctx); err != nil {
			return CreatedUser{}, err
		}
	}
	password := ""
	if !hopeless {
		var err error
		if password, err = s.temporary(ctx, &in); err != nil {
			return CreatedUser{}, err
		}
	}
	var made *db.User
	fresh := false
	err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		found := slices.Clone(wrong)
		may := func(ctx context.Context, org *db.Organization) error {
			return s.mayCreate(ctx, org, "input.primaryTenant", in.Mode)
		}
		org, account, err := s.organizationToJoin(ctx, tx, in.OrganizationID, "input.primaryTenant", may)
		if err := gather(&found, err); err != nil {
			return err
		}
		if err != nil { // nothing more can be judged
			return inOrder(append(found, typed...), inputField, createFields())
		}
		if org.Kind == organization.KindRESELLER && in.Mode == TemporaryPassword {
			// With the password of a colleague a manager of users could become an administrator.
			found.Add(fault.NotAllowed, "input.credentialMode", "Staff choose their password themselves, with the link of an invitation.")
		}
		add := func() (uuid.UUID, error) {
			fresh = true
			verdicts, err := s.admit(ctx, tx, admission{
				org: org, account: account, people: []NewUser{in.User}, create: true, message: in.Message,
				path: func(_ int, field string) string { return inputField(field) }, dryRun: len(found) > 0,
			})
			if err != nil {
				return uuid.Nil, err
			}
			if found = append(found, verdicts[0].Errors...); len(found) > 0 {
				return uuid.Nil, inOrder(found, inputField, createFields())
			}
			return *verdicts[0].UserID, nil
		}
		if hopeless || len(found) > 0 {
			_, err := add()
			return err
		}
		fresh = false // the transaction may have been tried before
		id, err := once(ctx, s, tx, "userCreate", in.IdempotencyKey, in, add)
		if err != nil {
			return err
		}
		made, err = readUser(ctx, tx, id)
		return err
	})
	if err != nil {
		return CreatedUser{}, err
	}
	if !fresh {
		password = ""
	}
	return CreatedUser{User: made, Password: password}, nil
}

// temporary makes a password for the new user when the mode asks for one.
func (s *Service) temporary(ctx context.Context, in *UserCreation) (string, error) {
	if in.Mode != TemporaryPassword {
		return "", nil
	}
	password, err := s.Passwords.Temporary()
	if err != nil {
		return "", fmt.Errorf("make temporary password: %w", err)
	}
	if in.User.passwordHash, err = s.Passwords.Hash(ctx, password); err != nil {
		return "", fmt.Errorf("hash temporary password: %w", err)
	}
	return password, nil
}

// mayCreate says whether the viewer may add users of this kind to the
// organization.
func (s *Service) mayCreate(ctx context.Context, org *db.Organization, path string, mode CredentialMode) error {
	v := authz.FromContext(ctx)
	if org.Status == organization.StatusDELETED || !s.Authorizer.OrganizationVisible(v, OrganizationTarget(org)) {
		return fault.Refuse(fault.Missing, path, "There is no such organization.")
	}
	held := s.Authorizer.Permissions(v, org.ID, org.AccountID, v.RootID)
	need := []authz.Permission{authz.TenantUserCreate}
	switch {
	case org.Kind == organization.KindRESELLER:
		need[0] = authz.ResellerUserInvite
	case mode == InviteLink:
		need = append(need, authz.MemberInvite)
	}
	if !held.HasAny(need...) {
		return deny(authz.Verdict{Code: authz.Forbidden, Permissions: need, Message: "You do not have the permission for this."}, "")
	}
	return nil
}

// NewUsers adds many users to one organization, each with an invitation.
type NewUsers struct {
	OrganizationID uuid.UUID
	Users          []NewUser
	Path           func(i int, field string) string // argument path of a field of the i-th user, for refusals
	DryRun         bool
}

// UsersAdd is userCreate by link for many, in a transaction of the caller's and
// with a handful of statements: a verdict for each, and those who passed are
// written unless it is a dry run. The refusal of the whole is at
// "input.organizationId".
func (s *Service) UsersAdd(ctx context.Context, tx *database.Tx, in NewUsers) ([]InvitationVerdict, error) {
	const path = "input.organizationId"
	may := func(ctx context.Context, org *db.Organization) error { return s.mayCreate(ctx, org, path, InviteLink) }
	org, account, err := s.organizationToJoin(ctx, tx, in.OrganizationID, path, may)
	if err != nil {
		return nil, err
	}
	return s.admit(ctx, tx, admission{
		org: org, account: account, people: in.Users, path: in.Path, create: true, dryRun: in.DryRun,
	})
}

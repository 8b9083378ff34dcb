package directory

import (
	"context"
	"crypto/subtle"
	"fmt"
	"unicode/utf8"

	"tenantry/ent/db"
	"tenantry/ent/db/invitation"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/user"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
)

// byToken finds the invitation of a genuine token, with user and organization;
// nil when there is none.
func (s *Service) byToken(ctx context.Context, token string) (*db.Invitation, error) {
	reseller, id, ok := parseInvitationToken(token)
	if !ok {
		return nil, nil
	}
	ctx = database.WithReseller(ctx, reseller)
	inv, err := s.DB.Client().Invitation.Query().Where(invitation.ID(id)).WithUser().WithOrganization().Only(ctx)
	if db.IsNotFound(err) {
		return nil, nil
	} else if err != nil {
		return nil, fmt.Errorf("read invitation %s: %w", id, err)
	}
	if subtle.ConstantTimeCompare(inv.TokenHash, hashToken(token)) != 1 {
		return nil, nil
	}
	return inv, nil
}

// maskEmail shows the first character and the domain: enough for the owner to
// recognise, too little for a finder of the link to write to.
func maskEmail(address string) string {
	for i, r := range address {
		if r == '@' {
			_, first := utf8.DecodeRuneInString(address)
			return address[:min(first, i)] + "***" + address[i:]
		}
	}
	return "***"
}

// Acceptance is what a person gives to accept an invitation.
type Acceptance struct {
	Token, Password, TermsVersion string
	FirstName, LastName           *string
}

// InvitationAccept makes the waiting user ACTIVE with a password of his own, or
// a removed member one again (see rejoin). It works once. Refusals: TOKEN_INVALID, EXPIRED, WRONG_STATE (organization,
// account or reseller not active), ACCOUNT_SUSPENDED (removed member), WEAK_PASSWORD, INVALID (acceptedTermsVersion), TOO_LONG. [000] [003]
func (s *Service) InvitationAccept(ctx context.Context, in Acceptance) (*db.User, error) {
	inv, err := s.byToken(ctx, in.Token)
	if err != nil {
		return nil, err
	}
	if inv == nil {
		return nil, deadLink()
	}
	ctx = database.WithReseller(ctx, inv.ResellerID)
	if err := s.acceptable(ctx, s.DB.Client(), inv); err != nil {
		return nil, err
	}
	names, err := s.checkAcceptance(inv, in)
	if err != nil {
		return nil, err
	}
	// Slow on purpose, so before the transaction and only for a live link.
	hash, err := s.Passwords.Hash(ctx, in.Password)
	if err != nil {
		return nil, fmt.Errorf("hash password: %w", err)
	}
	var accepted *db.User
	err = s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		if _, err := lockOrganization(ctx, tx, inv.AccountID); err != nil {
			return err
		}
		current, err := tx.Client.Invitation.Query().Where(invitation.ID(inv.ID)).ForUpdate().Only(ctx)
		if err != nil {
			return fmt.Errorf("lock invitation %s: %w", inv.ID, err)
		}
		if subtle.ConstantTimeCompare(current.TokenHash, hashToken(in.Token)) != 1 {
			return deadLink() // sent again meanwhile
		}
		if err := s.acceptable(ctx, tx.Client, current); err != nil {
			return err
		}
		accepted, err = s.activate(ctx, tx, current, names, hash)
		return err
	})
	return accepted, err
}

func deadLink() error {
	return fault.Refuse(fault.TokenInvalid, "input.token", "The link is unknown, was used or was withdrawn. Ask for a new invitation.")
}

// acceptable refuses what is no longer open.
func (s *Service) acceptable(ctx context.Context, client *db.Client, inv *db.Invitation) error {
	switch Status(inv, s.Now()) {
	case "PENDING":
	case "EXPIRED":
		return fault.Refuse(fault.Expired, "input.token", "The link has expired. Ask for a new invitation.")
	default:
		return deadLink()
	}
	orgs, err := client.Organization.Query().Where(organization.Or(
		organization.IDIn(inv.OrganizationID, inv.AccountID), organization.KindEQ(organization.KindRESELLER))).All(ctx)
	if err != nil {
		return fmt.Errorf("read organization of invitation %s: %w", inv.ID, err)
	}
	for _, org := range orgs {
		if err := checkJoinable(org, "input.token"); err != nil {
			return err
		}
	}
	return nil
}

type names struct{ first, last, display string }

func (s *Service) checkAcceptance(inv *db.Invitation, in Acceptance) (names, error) {
	u := inv.Edges.User
	var errs fault.Refusals
	n := names{first: u.FirstName, last: u.LastName}
	if in.FirstName != nil {
		n.first = line(&errs, "input.firstName", *in.FirstName, maxName)
	}
	if in.LastName != nil {
		n.last = line(&errs, "input.lastName", *in.LastName, maxName)
	}
	if in.TermsVersion != s.TermsVersion {
		errs.Add(fault.Invalid, "input.acceptedTermsVersion", "These are not the terms in force; show and accept version %s.", s.TermsVersion)
	}
	n.display = u.DisplayName
	if in.FirstName != nil || in.LastName != nil {
		n.display = displayName("", n.first, n.last, u.Email)
	}
	errs = append(errs, s.Passwords.Check("input.password", in.Password, u.Email, n.first, n.last, n.display, "@"+inv.Edges.Organization.Name)...)
	return n, errs.Err()
}

func (s *Service) activate(ctx context.Context, tx *database.Tx, inv *db.Invitation, n names, hash string) (*db.User, error) {
	now := s.Now()
	u, err := tx.Client.User.Query().Where(user.ID(inv.UserID)).ForUpdate().Only(ctx)
	if err != nil {
		return nil, fmt.Errorf("lock user %s: %w", inv.UserID, err)
	}
	if u.Status != user.StatusPENDING {
		return s.rejoin(ctx, tx, inv, u, n, hash)
	}
	if err := s.accepted(tx, u, n, hash).SetStatus(user.StatusACTIVE).Exec(ctx); err != nil {
		return nil, fmt.Errorf("activate user %s: %w", u.ID, err)
	}
	err = tx.Client.Membership.Update().Where(membership.UserID(u.ID), membership.JoinedAtIsNil(), membership.StatusEQ(membership.StatusACTIVE)).
		SetJoinedAt(now).SetUpdatedAt(now).AddVersion(1).Exec(ctx)
	if err != nil {
		return nil, fmt.Errorf("join user %s: %w", u.ID, err)
	}
	changes := audit.Text("status", string(user.StatusPENDING), string(user.StatusACTIVE))
	return s.closeInvitation(ctx, tx, inv, u, n, userEvent(u, now, "user.activated", changes, nil))
}

// accepted is the user with the names, password and terms of an acceptance.
func (s *Service) accepted(tx *database.Tx, u *db.User, n names, hash string) *db.UserUpdate {
	now := s.Now()
	return tx.Client.User.Update().Where(user.ID(u.ID)).
		SetPasswordHash(hash).SetPasswordChangedAt(now).SetMustChangePassword(false).SetEmailVerifiedAt(now).
		SetTermsVersion(s.TermsVersion).SetTermsAcceptedAt(now).
		SetFirstName(n.first).SetLastName(n.last).SetDisplayName(n.display).
		SetSortName(Fold(n.display)).SetSearchText(UserSearchText(n.display, n.first, n.last, u.Email)).
		SetUpdatedAt(now).AddVersion(1)
}

// closeInvitation marks the invitation accepted and writes what happened.
func (s *Service) closeInvitation(ctx context.Context, tx *database.Tx, inv *db.Invitation, u *db.User, n names, happened audit.Event) (*db.User, error) {
	now := s.Now()
	err := tx.Client.Invitation.Update().Where(invitation.ID(inv.ID)).
		SetStatus(invitation.StatusACCEPTED).SetAcceptedAt(now).SetUpdatedAt(now).AddVersion(1).Exec(ctx)
	if err != nil {
		return nil, fmt.Errorf("close invitation %s: %w", inv.ID, err)
	}
	if err := addressProven(ctx, tx, u.ID); err != nil {
		return nil, err
	}
	actor := &audit.Actor{ID: u.ID, Name: n.display, Email: u.Email}
	accepted := invitationEvent(inv, now, "invitation.accepted", audit.Text("status", string(invitation.StatusPENDING), string(invitation.StatusACCEPTED)))
	accepted.Actor, happened.Actor, happened.TargetName = actor, actor, n.display
	if err := audit.Record(ctx, tx, accepted, happened); err != nil {
		return nil, err
	}
	return readUser(ctx, tx, u.ID)
}

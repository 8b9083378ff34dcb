package directory

import (
	"context"
	"crypto/subtle"
	"fmt"
	"time"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/actiontoken"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/user"
	"tenantry/ent/schema"
	"tenantry/internal/database"
	"tenantry/internal/fault"
)

// Lifetimes of mailed links, and how many of a kind a user is sent in an hour.
const (
	PasswordLinkTTL = time.Hour // [004]
	EmailLinkTTL    = 24 * time.Hour
	MaxLinksPerHour = 5
)

// newLink writes a link for a user; those of the same purpose that were open
// die. address is the new one, for EMAIL_CHANGE.
func (s *Service) newLink(ctx context.Context, tx *database.Tx, u *db.User, purpose actiontoken.Purpose, address string, ttl time.Duration) (uuid.UUID, error) {
	if err := s.killLinks(ctx, tx, u.ID, purpose); err != nil {
		return uuid.Nil, err
	}
	id, now := schema.NewID(), s.Now()
	err := tx.Client.ActionToken.Create().SetID(id).SetAccountID(u.AccountID).SetUserID(u.ID).SetPurpose(purpose).
		SetTokenHash(hashToken(s.actionToken(purpose, u.ResellerID, id))).SetEmail(address).
		SetCreatedAt(now).SetExpiresAt(now.Add(ttl)).Exec(ctx)
	if err != nil {
		return uuid.Nil, fmt.Errorf("write link for user %s: %w", u.ID, err)
	}
	return id, nil
}

// killLinks ends the open links of a user, whether used or no longer wanted.
func (s *Service) killLinks(ctx context.Context, tx *database.Tx, userID uuid.UUID, purposes ...actiontoken.Purpose) error {
	err := tx.Client.ActionToken.Update().
		Where(actiontoken.UserID(userID), actiontoken.PurposeIn(purposes...), actiontoken.UsedAtIsNil()).
		SetUsedAt(s.Now()).Exec(ctx)
	if err != nil {
		return fmt.Errorf("end links of user %s: %w", userID, err)
	}
	return nil
}

// openLink finds what a token opens, with its user, or refuses at the path:
// TOKEN_INVALID for one that is unknown, used, replaced, or whose user could
// not use it; EXPIRED.
func (s *Service) openLink(ctx context.Context, token string, purpose actiontoken.Purpose, path string) (*db.ActionToken, error) {
	reseller, id, ok := parseActionToken(token)
	if !ok {
		return nil, deadAction(path)
	}
	ctx = database.WithReseller(ctx, reseller)
	t, err := s.DB.Client().ActionToken.Query().Where(actiontoken.ID(id), actiontoken.PurposeEQ(purpose)).WithUser().Only(ctx)
	if db.IsNotFound(err) {
		return nil, deadAction(path)
	} else if err != nil {
		return nil, fmt.Errorf("read link %s: %w", id, err)
	}
	if subtle.ConstantTimeCompare(t.TokenHash, hashToken(token)) != 1 {
		return nil, deadAction(path)
	}
	return t, s.stillOpen(ctx, s.DB.Client(), t, t.Edges.User, path)
}

// lockLink is openLink's second look, within the transaction that uses the
// link: of two at once, one finds it used.
func (s *Service) lockLink(ctx context.Context, tx *database.Tx, t *db.ActionToken, path string) (*db.User, error) {
	u, err := lockUser(ctx, tx, t.UserID)
	if err != nil {
		return nil, err
	}
	fresh, err := tx.Client.ActionToken.Query().Where(actiontoken.ID(t.ID)).Only(ctx)
	if db.IsNotFound(err) {
		return nil, deadAction(path)
	} else if err != nil {
		return nil, fmt.Errorf("read link %s: %w", t.ID, err)
	}
	return u, s.stillOpen(ctx, tx.Client, fresh, u, path)
}

func (s *Service) stillOpen(ctx context.Context, client *db.Client, t *db.ActionToken, u *db.User, path string) error {
	if t.UsedAt != nil || u.Status != user.StatusACTIVE || u.PasswordHash == nil {
		return deadAction(path)
	}
	if t.Purpose == actiontoken.PurposeEMAIL_CHANGE && (u.PendingEmail == nil || *u.PendingEmail != t.Email) {
		return deadAction(path)
	}
	if !s.Now().Before(t.ExpiresAt) {
		return fault.Refuse(fault.Expired, path, "The link has expired. Ask for a new one.")
	}
	if open, err := organizationsOpen(ctx, client, u); err != nil || !open {
		return orElse(err, deadAction(path))
	}
	return nil
}

func deadAction(path string) error {
	return fault.Refuse(fault.TokenInvalid, path, "The link is unknown, was used or was replaced by a newer one.")
}

func orElse(err, otherwise error) error {
	if err != nil {
		return err
	}
	return otherwise
}

// organizationsOpen tells that neither the user's organization nor its account
// is suspended or deleted.
func organizationsOpen(ctx context.Context, client *db.Client, u *db.User) (bool, error) {
	closed, err := client.Organization.Query().
		Where(organization.IDIn(u.OrganizationID, u.AccountID), organization.StatusNEQ(organization.StatusACTIVE)).Exist(ctx)
	if err != nil {
		return false, fmt.Errorf("read organization of user %s: %w", u.ID, err)
	}
	return !closed, nil
}

// acting makes a link's user the one who acts, whoever is signed in: the link
// says who he is. He holds nothing, so that it opens nothing else.
func acting(ctx context.Context, u *db.User) context.Context {
	return authz.NewContext(database.WithReseller(ctx, u.ResellerID), &authz.Viewer{
		UserID: u.ID, ResellerID: u.ResellerID, OrganizationID: u.OrganizationID, AccountID: u.AccountID,
		DisplayName: u.DisplayName, Email: u.Email,
	})
}

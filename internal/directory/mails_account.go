package directory

import (
	"context"

	"github.com/google/uuid"

	"tenantry/ent/db"
	"tenantry/ent/db/actiontoken"
	"tenantry/ent/db/user"
	"tenantry/internal/mail"
)

func (p *post) passwordReset(ctx context.Context, a PasswordResetMail) (*letter, error) {
	t, e, err := p.openAction(ctx, a.ActionTokenID, actiontoken.PurposePASSWORD_RESET)
	if t == nil {
		return nil, err
	}
	link := p.passwordLink(p.actionToken(t.Purpose, t.ResellerID, t.ID))
	return &letter{t.Edges.User, mail.PasswordReset{Envelope: e, Link: link, ExpiresAt: t.ExpiresAt}}, nil
}

func (p *post) passwordChanged(ctx context.Context, a PasswordChangedMail) (*letter, error) {
	u, e, err := p.recipient(ctx, a.UserID)
	if err != nil || u == nil {
		return nil, err
	}
	return &letter{u, mail.PasswordChanged{Envelope: e, ByAdministrator: a.ByAdministrator, At: a.At}}, nil
}

func (p *post) twoFactorReset(ctx context.Context, a TwoFactorResetMail) (*letter, error) {
	u, e, err := p.recipient(ctx, a.UserID)
	if err != nil || u == nil {
		return nil, err
	}
	return &letter{u, mail.TwoFactorReset{Envelope: e, At: a.At}}, nil
}

func (p *post) twoFactorChanged(ctx context.Context, a TwoFactorChangedMail) (*letter, error) {
	u, e, err := p.recipient(ctx, a.UserID)
	if err != nil || u == nil {
		return nil, err
	}
	return &letter{u, mail.TwoFactorChanged{Envelope: e, Factor: a.Factor, Removed: a.Removed, At: a.At}}, nil
}

func (p *post) recoveryCodeUsed(ctx context.Context, a RecoveryCodeUsedMail) (*letter, error) {
	u, e, err := p.recipient(ctx, a.UserID)
	if err != nil || u == nil {
		return nil, err
	}
	return &letter{u, mail.RecoveryCodeUsed{Envelope: e, Left: a.Left, At: a.At}}, nil
}

func (p *post) emailConfirm(ctx context.Context, a EmailConfirmMail) (*letter, error) {
	t, e, err := p.openAction(ctx, a.ActionTokenID, actiontoken.PurposeEMAIL_CHANGE)
	if t == nil {
		return nil, err
	}
	e.To = t.Email // the new one: it must prove itself
	link := p.emailLink(p.actionToken(t.Purpose, t.ResellerID, t.ID))
	return &letter{t.Edges.User, mail.EmailConfirm{Envelope: e, Link: link, ExpiresAt: t.ExpiresAt}}, nil
}

func (p *post) emailChangeAsked(ctx context.Context, a EmailChangeAskedMail) (*letter, error) {
	t, e, err := p.openAction(ctx, a.ActionTokenID, actiontoken.PurposeEMAIL_CHANGE)
	if t == nil {
		return nil, err
	}
	return &letter{t.Edges.User, mail.EmailChanged{Envelope: e, NewAddress: t.Email, At: t.CreatedAt}}, nil
}

func (p *post) emailChanged(ctx context.Context, a EmailChangedMail) (*letter, error) {
	u, e, err := p.recipient(ctx, a.UserID)
	if err != nil || u == nil {
		return nil, err
	}
	e.To = a.OldAddress
	return &letter{u, mail.EmailChanged{Envelope: e, NewAddress: u.Email, Done: true, At: a.At}}, nil
}

// openAction reads a link that still works, its user, and an envelope to him;
// nil when it was used, replaced, is out of date, or the user is gone.
func (p *post) openAction(ctx context.Context, id uuid.UUID, purpose actiontoken.Purpose) (*db.ActionToken, mail.Envelope, error) {
	t, err := p.DB.Client().ActionToken.Query().Where(actiontoken.ID(id), actiontoken.PurposeEQ(purpose)).
		WithUser(func(q *db.UserQuery) { q.WithOrganization() }).Only(ctx)
	if err != nil {
		return nil, mail.Envelope{}, ignoreMissing("read action token", id, err)
	}
	u := t.Edges.User
	if t.UsedAt != nil || !p.Now().Before(t.ExpiresAt) || u.Status == user.StatusDELETED {
		return nil, mail.Envelope{}, nil
	}
	e, err := p.envelope(ctx, u, u.Edges.Organization)
	if err != nil {
		return nil, mail.Envelope{}, err
	}
	return t, e, nil
}

package impersonation

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	entity "tenantry/ent/db/impersonation"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/user"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
	"tenantry/internal/rule"
)

// Decide approves or denies a request to enter the viewer's account. Refusals:
// NOT_FOUND, WRONG_STATE. [002]
func (s *Service) Decide(ctx context.Context, id uuid.UUID, approve bool) (decided *db.Impersonation, err error) {
	v, err := own(ctx)
	if err != nil {
		return nil, err
	}
	err = s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		if _, err := s.find(ctx, tx, v, authz.ImpersonationActionDecide, id); err != nil {
			return err
		}
		now, action := s.Now(), "denied"
		change := tx.Client.Impersonation.Update().
			Where(entity.ID(id), entity.StatusEQ(entity.StatusREQUESTED), entity.ExpiresAtGT(now)).
			SetConsentBy(v.UserID).SetConsentAt(now).SetStatus(entity.StatusDENIED)
		if approve {
			action = "approved"
			change.SetStatus(entity.StatusAPPROVED).SetExpiresAt(now.Add(StartWithin))
		}
		n, err := change.Save(ctx)
		if err != nil {
			return fmt.Errorf("decide impersonation %s: %w", id, err)
		}
		if n == 0 {
			return fault.Refuse(fault.WrongState, "id", "This is not possible any more, or not yet.")
		}
		if decided, err = tx.Client.Impersonation.Query().Where(entity.ID(id)).Only(ctx); err != nil {
			return fmt.Errorf("read impersonation %s: %w", id, err)
		}
		name, err := nameOf(ctx, tx.Client, decided.UserID)
		if err != nil {
			return err
		}
		return audit.Record(ctx, tx, s.event(decided, action, name))
	})
	return decided, err
}

// ConsentSet says whether staff may enter the viewer's account. NEVER ends what
// is open. Refusals: NOT_FOUND, FORBIDDEN, WRONG_STATE (a sub-account follows
// its account). [002]
func (s *Service) ConsentSet(ctx context.Context, id uuid.UUID, consent organization.LoginAsConsent) (updated *db.Organization, err error) {
	v, err := own(ctx)
	if err != nil {
		return nil, err
	}
	err = s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		org, err := s.consenting(ctx, tx, v, id, "id")
		if err != nil {
			return err
		}
		if org.ID != org.AccountID {
			return fault.Refuse(fault.WrongState, "id", "A sub-account follows its account.")
		}
		if updated = org; org.LoginAsConsent == consent {
			return nil
		}
		now := s.Now()
		err = tx.Client.Organization.Update().Where(organization.ID(id)).
			SetLoginAsConsent(consent).SetUpdatedAt(now).AddVersion(1).Exec(ctx)
		if err != nil {
			return fmt.Errorf("set consent of organization %s: %w", id, err)
		}
		err = audit.Record(ctx, tx, audit.Event{
			At: now, Action: "organization.login_as_consent_set", OrganizationID: org.ID, AccountID: org.AccountID,
			TargetType: "Organization", TargetID: org.ID, TargetName: org.Name,
			Changes: audit.Text("loginAsConsent", string(org.LoginAsConsent), string(consent)),
		})
		if err != nil {
			return err
		}
		if consent == organization.LoginAsConsentNEVER {
			_, err := s.Sessions.EndImpersonations(ctx, tx, entity.EndReasonCLIENT, &v.UserID, entity.AccountID(org.ID))
			if err != nil {
				return err
			}
		}
		updated, err = tx.Client.Organization.Query().Where(organization.ID(id)).Only(ctx)
		return err
	})
	return updated, err
}

// consenting locks an organization for which the viewer may speak.
func (s *Service) consenting(ctx context.Context, tx *database.Tx, v *authz.Viewer, id uuid.UUID, path string) (*db.Organization, error) {
	org, err := tx.Client.Organization.Query().Where(organization.ID(id)).ForUpdate().Only(ctx)
	if db.IsNotFound(err) {
		return nil, fault.Refuse(fault.Missing, path, "There is no such organization.")
	} else if err != nil {
		return nil, fmt.Errorf("read organization %s: %w", id, err)
	}
	return org, rule.Deny(s.Authorizer.Consent(v, placeOf(org)), path)
}

// nameOf is the name of a user who need not be there any more.
func nameOf(ctx context.Context, c *db.Client, id uuid.UUID) (string, error) {
	u, err := c.User.Query().Where(user.ID(id)).Only(ctx)
	if db.IsNotFound(err) {
		return "", nil
	} else if err != nil {
		return "", fmt.Errorf("read user %s: %w", id, err)
	}
	return u.DisplayName, nil
}

package directory

import (
	"context"
	"crypto/rand"
	"fmt"
	"io"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/organization"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/feature"
	"tenantry/internal/rule"
)

// OrganizationSSOTokenRotate makes the single sign-on token of an account, or a
// new one in place of the old, which stops working at once. The token is
// answered this once; its hash and last four characters are kept. Refusals:
// NOT_FOUND, WRONG_STATE, STALE, FEATURE_DISABLED. [002]
func (s *Service) OrganizationSSOTokenRotate(ctx context.Context, id uuid.UUID, expectedVersion *int) (*db.Organization, string, error) {
	var token string
	org, err := s.changeOrganization(ctx, func(ctx context.Context, tx *database.Tx) (uuid.UUID, error) {
		org, err := s.organizationForChange(ctx, tx, authz.OrganizationActionRotateSSOToken, id, expectedVersion)
		if err != nil {
			return id, err
		}
		place := &rule.Place{Organization: org, Account: org} // of a customer alone
		if err := place.Needs(ctx, tx, feature.SSO, "id"); err != nil {
			return id, err
		}
		if token, err = rule.NewSSOToken(s.random(), org.ResellerID, id); err != nil {
			return id, err
		}
		now, last4 := s.Now(), token[len(token)-4:]
		err = tx.Client.Organization.Update().Where(organization.ID(id)).SetSSOTokenHash(rule.HashSSOToken(token)).
			SetSSOTokenLast4(last4).SetSSOTokenAt(now).SetUpdatedAt(now).AddVersion(1).Exec(ctx)
		if err != nil {
			return id, fmt.Errorf("rotate single sign-on token of %s: %w", id, err)
		}
		return id, audit.Record(ctx, tx, organizationEvent(org, now, "organization.sso_token_rotated", audit.Text("ssoToken", shown(org.SSOTokenLast4), shown(last4))))
	})
	if err != nil {
		return nil, "", err
	}
	return org, token, nil
}

// OrganizationSSOTokenRemove removes the single sign-on token of an account.
// Refusals: NOT_FOUND, WRONG_STATE, STALE. [002]
func (s *Service) OrganizationSSOTokenRemove(ctx context.Context, id uuid.UUID, expectedVersion *int) (*db.Organization, error) {
	return s.changeOrganization(ctx, func(ctx context.Context, tx *database.Tx) (uuid.UUID, error) {
		org, err := s.organizationForChange(ctx, tx, authz.OrganizationActionRemoveSSOToken, id, expectedVersion)
		if err != nil {
			return id, err
		}
		now := s.Now()
		err = tx.Client.Organization.Update().Where(organization.ID(id)).ClearSSOTokenHash().SetSSOTokenLast4("").ClearSSOTokenAt().
			SetUpdatedAt(now).AddVersion(1).Exec(ctx)
		if err != nil {
			return id, fmt.Errorf("remove single sign-on token of %s: %w", id, err)
		}
		return id, audit.Record(ctx, tx, organizationEvent(org, now, "organization.sso_token_removed", audit.Text("ssoToken", shown(org.SSOTokenLast4), "")))
	})
}

// shown is what the log says of a token.
func shown(last4 string) string {
	if last4 == "" {
		return ""
	}
	return "…" + last4
}

func (s *Service) random() io.Reader {
	if s.Random == nil {
		return rand.Reader
	}
	return s.Random
}

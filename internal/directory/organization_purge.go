package directory

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"tenantry/ent/db"
	"tenantry/ent/db/invitation"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/predicate"
	"tenantry/ent/db/roleassignment"
	"tenantry/ent/db/subaccountgrant"
	"tenantry/ent/db/user"
	"tenantry/internal/audit"
	"tenantry/internal/database"
)

// PurgeOrganizationsArgs asks for PurgeOrganizations.
type PurgeOrganizationsArgs struct{}

// Kind of job.
func (PurgeOrganizationsArgs) Kind() string { return "purge_organizations" }

const (
	purgeOrganizationsEvery = time.Hour
	purgeUsersPage          = 50 // users that one transaction erases
)

// purgeReason is why the log says the users of a purged organization went.
const purgeReason = "The organization was deleted for good."

// PurgeOrganizations removes for good what was deleted and could have been
// restored long enough: users become tombstones, company data is blanked, and
// what it held besides goes. The rows, the books and the audit log stay, so that
// what refers to them still says what it said. One whose last invoice is not yet
// made waits for it. One that was begun and not finished is taken up again. It answers how
// many organizations were purged. [D]
func (s *Service) PurgeOrganizations(ctx context.Context) (int, error) {
	return s.eachReseller(ctx, func(ctx context.Context) (int, error) {
		due, err := s.DB.Client().Organization.Query().Where(purgeDue(s.Now())).
			Order(db.Desc(organization.FieldPath)).IDs(ctx) // what is below goes first
		if err != nil {
			return 0, fmt.Errorf("look for deleted organizations: %w", err)
		}
		sum := 0
		for _, id := range due {
			purged, err := s.purgeOrganization(ctx, id)
			if err != nil {
				return sum, err
			}
			if purged {
				sum++
			}
		}
		return sum, nil
	})
}

// purgeDue holds for organizations that are deleted and can no longer be
// restored; one without a name is purged.
func purgeDue(now time.Time) predicate.Organization {
	return organization.And(organization.StatusEQ(organization.StatusDELETED), organization.NameNEQ(""),
		organization.DeletedAtLTE(now.Add(-RestoreWithin)), billed)
}

// purgeOrganization purges one, unless it was restored meanwhile. The mark that
// nobody may restore it any more comes first, for users go page after page.
func (s *Service) purgeOrganization(ctx context.Context, id uuid.UUID) (purged bool, err error) {
	step := func(do func(ctx context.Context, tx *database.Tx, org *db.Organization) error) error {
		return s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
			purged = false
			if _, _, err := lockWithAccount(ctx, tx, id, "id"); err != nil {
				return err
			}
			org, err := tx.Client.Organization.Query().Where(organization.ID(id), purgeDue(s.Now())).Only(ctx)
			if err != nil {
				return ignoreMissing("read organization", id, err)
			}
			purged = true
			return do(ctx, tx, org)
		})
	}
	err = step(func(ctx context.Context, tx *database.Tx, org *db.Organization) error {
		return tx.Client.Organization.Update().Where(organization.ID(id), organization.PurgedAtIsNil()).SetPurgedAt(s.Now()).Exec(ctx)
	})
	for left := 1; err == nil && purged && left > 0; {
		err = step(func(ctx context.Context, tx *database.Tx, org *db.Organization) error {
			left, err = s.purgeUsers(ctx, tx, id)
			return err
		})
	}
	if err != nil || !purged {
		return false, err
	}
	return true, step(s.blank)
}

// purgeUsers erases a page of the users at home in an organization.
func (s *Service) purgeUsers(ctx context.Context, tx *database.Tx, id uuid.UUID) (int, error) {
	page, err := tx.Client.User.Query().Where(user.OrganizationID(id), user.StatusNEQ(user.StatusDELETED)).
		Order(db.Asc(user.FieldID)).Limit(purgeUsersPage).ForUpdate().All(ctx)
	if err != nil {
		return 0, fmt.Errorf("read users of organization %s: %w", id, err)
	}
	ids := make([]uuid.UUID, len(page))
	for i, u := range page {
		if err := s.remove(ctx, tx, u, new(purgeReason)); err != nil {
			return 0, err
		}
		ids[i] = u.ID
	}
	if _, err := tx.Client.Invitation.Delete().Where(anyOf(invitation.FieldUserID, ids)).Exec(ctx); err != nil {
		return 0, fmt.Errorf("remove invitations of users of organization %s: %w", id, err)
	}
	return len(page), nil
}

// blank takes the company's data from the row, what it held besides, and what
// people from elsewhere held there.
func (s *Service) blank(ctx context.Context, tx *database.Tx, org *db.Organization) error {
	now, id := s.Now(), org.ID
	if err := tx.Client.Membership.Update().Where(membership.OrganizationID(id), membership.StatusNEQ(membership.StatusREMOVED)).
		SetStatus(membership.StatusREMOVED).SetEndedAt(now).SetUpdatedAt(now).AddVersion(1).Exec(ctx); err != nil {
		return fmt.Errorf("end memberships of organization %s: %w", id, err)
	}
	if _, err := tx.Client.SubAccountGrant.Delete().Where(subaccountgrant.OrganizationID(id)).Exec(ctx); err != nil {
		return fmt.Errorf("take grants of organization %s: %w", id, err)
	}
	if _, err := tx.Client.RoleAssignment.Delete().Where(roleassignment.OrganizationID(id)).Exec(ctx); err != nil {
		return fmt.Errorf("take roles of organization %s: %w", id, err)
	}
	if err := s.clear(ctx, tx, org); err != nil {
		return err
	}
	err := tx.Client.Organization.Update().Where(organization.ID(id)).
		SetName("").SetSortName("").SetSearchText("").SetLegalName("").SetAddress("").SetContactName("").SetContactEmail("").SetPhone("").
		SetTags([]string{}).SetSuspendedReason("").ClearSSOTokenHash().SetSSOTokenLast4("").ClearSSOTokenAt().
		SetUpdatedAt(now).AddVersion(1).Exec(ctx)
	if err != nil {
		return fmt.Errorf("blank organization %s: %w", id, err)
	}
	if err := s.Sessions.Reopened(ctx, tx); err != nil { // people from elsewhere hold less
		return err
	}
	return audit.Record(ctx, tx, organizationEvent(org, now, "organization.purged", nil))
}

package rule

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
	"tenantry/internal/feature"
)

// Place is an organization in which something is made or changed, as it is in a
// transaction that holds its account.
type Place struct {
	Organization *db.Organization
	Account      *db.Organization // the customer it belongs to, or itself
}

// LockPlace locks the account of an organization, so that changes to what
// belongs to it wait for one another, and reads both. There is nil when the
// viewer's tenant has no such organization.
func LockPlace(ctx context.Context, tx *database.Tx, id uuid.UUID) (*Place, error) {
	org, err := tx.Client.Organization.Query().Where(organization.ID(id)).Only(ctx)
	if db.IsNotFound(err) {
		return nil, nil
	} else if err != nil {
		return nil, fmt.Errorf("read organization %s: %w", id, err)
	}
	account, err := tx.Client.Organization.Query().Where(organization.ID(org.AccountID)).ForUpdate().Only(ctx)
	if err != nil {
		return nil, fmt.Errorf("lock account %s: %w", org.AccountID, err)
	}
	if org.ID == account.ID {
		return &Place{Organization: account, Account: account}, nil
	}
	// What the lock waited for may have changed it.
	if org, err = tx.Client.Organization.Query().Where(organization.ID(id)).ForShare().Only(ctx); err != nil {
		return nil, fmt.Errorf("lock organization %s: %w", id, err)
	}
	return &Place{Organization: org, Account: account}, nil
}

// Target is what the policy needs to know about the place; of none, what does
// not exist.
func (p *Place) Target() authz.OrganizationTarget {
	if p == nil {
		return authz.OrganizationTarget{}
	}
	return authz.OrganizationTarget{
		ID: p.Organization.ID, AccountID: p.Organization.AccountID, Kind: string(p.Organization.Kind),
		Status: string(p.Organization.Status), AccountSuspended: p.Account.Status != organization.StatusACTIVE,
	}
}

// Closed reports whether the organization, or the account above it, is suspended
// or deleted.
func (p *Place) Closed() bool {
	return p == nil || p.Organization.Status != organization.StatusACTIVE || p.Account.Status != organization.StatusACTIVE
}

// Needs refuses what takes a feature that the account was not given, or that the
// reseller does not have itself: FEATURE_DISABLED. What was switched off just
// now counts. [002]
func (p *Place) Needs(ctx context.Context, tx *database.Tx, key feature.Key, path string) error {
	reseller, err := database.ResellerOf(ctx)
	if err != nil {
		return err
	}
	// The scope of a customer's people hides the root.
	root, err := tx.Client.Organization.Query().Where(organization.KindEQ(organization.KindRESELLER)).
		Only(database.WithReseller(ctx, reseller))
	if err != nil {
		return fmt.Errorf("read the root of reseller %s: %w", reseller, err)
	}
	if slices.Contains(feature.Effective(p.Account.Features, root.Features), key) {
		return nil
	}
	name := key
	for _, f := range feature.All() {
		if f.Key == key {
			name = f.Name
		}
	}
	return fault.Refuse(fault.FeatureDisabled, path, "The organization does not have the feature %s.", name)
}

// Own is a place and how the policy sees a row that belongs to it.
func (p *Place) Own(id uuid.UUID, status string) authz.OwnedTarget {
	return authz.OwnedTarget{
		ID: id, OrganizationID: p.Organization.ID, AccountID: p.Organization.AccountID, Status: status, Closed: p.Closed(),
	}
}

// Set is a field of a change: left out, cleared (nil) or set.
type Set[T any] struct {
	Given bool
	Value *T
}

// Name cleans the name of a record, which must have one.
func Name(errs *fault.Refusals, path, name string, max int) string {
	name = Line(errs, path, name, max)
	if name == "" && !errs.At(path) {
		errs.Add(fault.Required, path, "This cannot be empty.")
	}
	return name
}

// Body cleans a text of several lines that must say something.
func Body(errs *fault.Refusals, path, text string, max int) string {
	text = Clean(errs, path, text, max)
	if text == "" && !errs.At(path) {
		errs.Add(fault.Required, path, "This cannot be empty.")
	}
	return text
}

// Or is a text that may be left out.
func Or(text *string, none string) string {
	if text == nil {
		return none
	}
	return *text
}

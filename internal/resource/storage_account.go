package resource

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/storageaccount"
	"tenantry/ent/schema"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
	"tenantry/internal/feature"
	"tenantry/internal/rule"
)

// Limits of storage accounts.
const (
	maxStorage = 200     // of one organization
	minQuota   = 1 << 20 // bytes
	maxQuota   = 1 << 50
	maxUsed    = 1 << 60 // more than any quota, and far from the end of the column
)

// NewStorage is a storage account to open.
type NewStorage struct {
	OrganizationID uuid.UUID
	Name           string
	Region         storageaccount.Region
	QuotaBytes     int64
	IdempotencyKey *string
}

// StoragePatch changes a storage account.
type StoragePatch struct {
	ExpectedVersion *int
	Name            *string
	QuotaBytes      *int64
}

// StorageCreate opens a storage account. Refusals: NOT_FOUND, WRONG_STATE,
// FEATURE_DISABLED, REQUIRED, INVALID, TOO_LONG, TAKEN (name), LIMIT_REACHED,
// IDEMPOTENCY_KEY_REUSED. [001]
func (s *Service) StorageCreate(ctx context.Context, in NewStorage) (*db.StorageAccount, error) {
	var errs fault.Refusals
	in.Name = rule.Name(&errs, "input.name", in.Name, rule.MaxName)
	judgeQuota(&errs, in.QuotaBytes)
	in.IdempotencyKey = rule.Maybe(&errs, "input.idempotencyKey", in.IdempotencyKey, rule.MaxKey)
	if err := errs.Err(); err != nil {
		return nil, err
	}
	var created *db.StorageAccount
	err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		place, err := rule.LockPlace(ctx, tx, in.OrganizationID)
		if err != nil {
			return err
		}
		if err := rule.Deny(s.Authorizer.StorageAccountCreate(authz.FromContext(ctx), place.Target()), "input.organizationId"); err != nil {
			return err
		}
		id, err := rule.Once(ctx, tx, s.now(), "storageAccountCreate", in.IdempotencyKey, in, func() (uuid.UUID, error) {
			return s.insertStorage(ctx, tx, place, in)
		})
		if err != nil {
			return err
		}
		created, err = tx.Client.StorageAccount.Query().Where(storageaccount.ID(id)).Only(ctx)
		if db.IsNotFound(err) {
			return fault.Refuse(fault.Missing, "input.idempotencyKey", "The storage account that was made with this key is gone.")
		}
		return err
	})
	return created, err
}

func (s *Service) insertStorage(ctx context.Context, tx *database.Tx, place *rule.Place, in NewStorage) (uuid.UUID, error) {
	id, now, org := schema.NewID(), s.now(), place.Organization
	if err := place.Needs(ctx, tx, feature.Storage, "input.organizationId"); err != nil {
		return id, err
	}
	count, err := tx.Client.StorageAccount.Query().Where(storageaccount.OrganizationID(org.ID)).Count(ctx)
	if err != nil {
		return id, fmt.Errorf("count storage accounts of organization %s: %w", org.ID, err)
	}
	if count >= maxStorage {
		return id, fault.Refuse(fault.LimitReached, "input.organizationId", "An organization has at most %d storage accounts.", maxStorage)
	}
	if err := freeName(ctx, tx, org.ID, id, in.Name); err != nil {
		return id, err
	}
	created, err := tx.Client.StorageAccount.Create().SetID(id).SetOrganizationID(org.ID).SetAccountID(org.AccountID).
		SetName(in.Name).SetSortName(rule.Fold(in.Name)).SetRegion(in.Region).SetQuotaBytes(in.QuotaBytes).
		SetCreatedAt(now).SetUpdatedAt(now).Save(ctx)
	if err != nil {
		return id, fmt.Errorf("create storage account: %w", err)
	}
	changes := slices.Concat(audit.Text("name", "", in.Name), audit.Text("region", "", string(in.Region)),
		audit.Text("quotaBytes", "", strconv.FormatInt(in.QuotaBytes, 10)))
	return id, audit.Record(ctx, tx, storageEvent(created, now, "created", changes))
}

// freeName keeps the names of an organization's storage accounts apart. Its
// account is locked.
func freeName(ctx context.Context, tx *database.Tx, org, self uuid.UUID, name string) error {
	taken, err := tx.Client.StorageAccount.Query().Where(storageaccount.OrganizationID(org),
		storageaccount.SortName(rule.Fold(name)), storageaccount.IDNEQ(self)).Exist(ctx)
	switch {
	case err != nil:
		return fmt.Errorf("look for storage accounts named alike: %w", err)
	case taken:
		return fault.Refuse(fault.Taken, "input.name", "Another storage account of the organization has this name.")
	}
	return nil
}

// StorageUpdate changes what the patch names. The quota cannot fall below what
// is used. Refusals: NOT_FOUND, WRONG_STATE, STALE, REQUIRED, INVALID, TOO_LONG,
// TAKEN (name), CONFLICT (quota).
func (s *Service) StorageUpdate(ctx context.Context, id uuid.UUID, p StoragePatch) (*db.StorageAccount, error) {
	var errs fault.Refusals
	if p.Name != nil {
		p.Name = new(rule.Name(&errs, "input.name", *p.Name, rule.MaxName))
	}
	if p.QuotaBytes != nil {
		judgeQuota(&errs, *p.QuotaBytes)
	}
	if err := errs.Err(); err != nil {
		return nil, err
	}
	return s.changeStorage(ctx, authz.StorageAccountActionUpdate, id, func(ctx context.Context, tx *database.Tx, a *db.StorageAccount) error {
		if err := rule.Stale(p.ExpectedVersion, a.Version, "input.expectedVersion"); err != nil {
			return err
		}
		change := tx.Client.StorageAccount.Update().Where(storageaccount.ID(id))
		var changes []audit.Change
		if p.Name != nil {
			if err := freeName(ctx, tx, a.OrganizationID, id, *p.Name); err != nil {
				return err
			}
			changes = append(changes, audit.Text("name", a.Name, *p.Name)...)
			change.SetName(*p.Name).SetSortName(rule.Fold(*p.Name))
		}
		if p.QuotaBytes != nil && *p.QuotaBytes != a.QuotaBytes {
			if *p.QuotaBytes < a.UsedBytes && *p.QuotaBytes < a.QuotaBytes {
				return fault.Refuse(fault.Conflict, "input.quotaBytes", "%d bytes are used already.", a.UsedBytes)
			}
			changes = append(changes, audit.Text("quotaBytes", strconv.FormatInt(a.QuotaBytes, 10), strconv.FormatInt(*p.QuotaBytes, 10))...)
			change.SetQuotaBytes(*p.QuotaBytes)
		}
		if len(changes) == 0 {
			return nil
		}
		now := s.now()
		if err := change.SetUpdatedAt(now).AddVersion(1).Exec(ctx); err != nil {
			return fmt.Errorf("change storage account %s: %w", id, err)
		}
		return audit.Record(ctx, tx, storageEvent(a, now, "updated", changes))
	})
}

// StorageDelete removes a storage account, whose name must be typed again.
// Refusals: NOT_FOUND, INVALID.
func (s *Service) StorageDelete(ctx context.Context, id uuid.UUID, confirmName string) error {
	_, err := s.changeStorage(ctx, authz.StorageAccountActionDelete, id, func(ctx context.Context, tx *database.Tx, a *db.StorageAccount) error {
		if rule.Fold(confirmName) != a.SortName {
			return fault.Refuse(fault.Invalid, "confirmName", "This is not the name of the storage account.")
		}
		if _, err := tx.Client.StorageAccount.Delete().Where(storageaccount.ID(id)).Exec(ctx); err != nil {
			return fmt.Errorf("delete storage account %s: %w", id, err)
		}
		changes := slices.Concat(audit.Text("name", a.Name, ""), audit.Text("usedBytes", strconv.FormatInt(a.UsedBytes, 10), ""))
		return audit.Record(ctx, tx, storageEvent(a, s.now(), "deleted", changes))
	})
	return err
}

// StorageUsageSet keeps how much a storage account holds. It is told often, by a
// machine, so it neither counts as a change of the record nor stands in the log.
// Refusals: NOT_FOUND, INVALID.
func (s *Service) StorageUsageSet(ctx context.Context, id uuid.UUID, used int64) (*db.StorageAccount, error) {
	if used < 0 || used > maxUsed {
		return nil, fault.Refuse(fault.Invalid, "usedBytes", "The number of bytes must be from 0 to %d.", int64(maxUsed))
	}
	return s.changeStorage(ctx, authz.StorageAccountActionSetUsage, id, func(ctx context.Context, tx *database.Tx, _ *db.StorageAccount) error {
		err := tx.Client.StorageAccount.Update().Where(storageaccount.ID(id)).SetUsedBytes(used).SetMeasuredAt(s.now()).Exec(ctx)
		if err != nil {
			return fmt.Errorf("set usage of storage account %s: %w", id, err)
		}
		return nil
	})
}

// changeStorage locks the account of a storage account and then its row, asks
// the policy, and carries out a change. It answers the row as it is then, nil
// when gone.
func (s *Service) changeStorage(ctx context.Context, action authz.StorageAccountAction, id uuid.UUID,
	change func(context.Context, *database.Tx, *db.StorageAccount) error,
) (*db.StorageAccount, error) {
	var changed *db.StorageAccount
	err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		v := authz.FromContext(ctx)
		a, err := tx.Client.StorageAccount.Query().Where(storageaccount.ID(id)).Only(ctx)
		if err != nil && !db.IsNotFound(err) {
			return fmt.Errorf("read storage account %s: %w", id, err)
		}
		var target authz.OwnedTarget
		switch {
		case a != nil && action == authz.StorageAccountActionSetUsage: // whatever the state of the organization
			target = authz.OwnedTarget{ID: a.ID, OrganizationID: a.OrganizationID, AccountID: a.AccountID}
		case a != nil:
			place, err := rule.LockPlace(ctx, tx, a.OrganizationID)
			if err != nil {
				return err
			}
			a, err = tx.Client.StorageAccount.Query().Where(storageaccount.ID(id)).ForUpdate().Only(ctx)
			if err != nil && !db.IsNotFound(err) {
				return fmt.Errorf("lock storage account %s: %w", id, err)
			}
			if a != nil && place != nil {
				target = place.Own(a.ID, "")
			}
		}
		if err := rule.Deny(s.Authorizer.StorageAccount(v, action, target), "id"); err != nil {
			return err
		}
		if err := change(ctx, tx, a); err != nil {
			return err
		}
		changed, err = tx.Client.StorageAccount.Query().Where(storageaccount.ID(id)).Only(ctx)
		if db.IsNotFound(err) {
			changed, err = nil, nil
		}
		return err
	})
	return changed, err
}

func judgeQuota(errs *fault.Refusals, bytes int64) {
	if bytes < minQuota || bytes > maxQuota {
		errs.Add(fault.Invalid, "input.quotaBytes", "A quota is from %d to %d bytes.", int64(minQuota), int64(maxQuota))
	}
}

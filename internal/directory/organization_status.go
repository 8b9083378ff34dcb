package directory

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/organization"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
)

// RestoreWithin is how long a deleted organization can be restored.
const RestoreWithin = 30 * 24 * time.Hour

// Reasons why the sessions of an organization's users have ended, as
// sessions.revoked_reason holds them.
const (
	reasonSuspended = "ORGANIZATION_SUSPENDED"
	reasonDeleted   = "ORGANIZATION_DELETED"
)

// OrganizationSuspension says why an organization is blocked.
type OrganizationSuspension struct {
	Reason          *string
	ExpectedVersion *int
}

// OrganizationSuspend blocks an organization: its users are signed out and
// refused everywhere at once, those of a customer's sub-accounts too, and its
// administrators are mailed. The sub-accounts stay what they are. Refusals:
// NOT_FOUND, WRONG_STATE, STALE, TOO_LONG. [D]
func (s *Service) OrganizationSuspend(ctx context.Context, id uuid.UUID, in OrganizationSuspension) (*db.Organization, error) {
	var errs fault.Refusals
	in.Reason = optional(&errs, "input.reason", in.Reason, maxReason)
	if err := errs.Err(); err != nil {
		return nil, err
	}
	return s.changeOrganization(ctx, func(ctx context.Context, tx *database.Tx) (uuid.UUID, error) {
		org, err := s.organizationForChange(ctx, tx, authz.OrganizationActionSuspend, id, in.ExpectedVersion)
		if err != nil {
			return id, err
		}
		now := s.Now()
		err = tx.Client.Organization.Update().Where(organization.ID(id)).SetStatus(organization.StatusSUSPENDED).
			SetSuspendedAt(now).SetNillableSuspendedBy(actorID(ctx)).SetSuspendedReason(orEmpty(in.Reason)).
			SetUpdatedAt(now).AddVersion(1).Exec(ctx)
		if err != nil {
			return id, fmt.Errorf("suspend organization %s: %w", id, err)
		}
		below, err := s.below(ctx, tx, org)
		if err != nil {
			return id, err
		}
		ended, err := s.Sessions.RevokeOrganization(ctx, tx, append(keysOf(below), id), reasonSuspended)
		if err != nil {
			return id, err
		}
		if err := s.recordStatus(ctx, tx, org, "organization.suspended", organization.StatusSUSPENDED, ended, in.Reason); err != nil {
			return id, err
		}
		return id, s.tellAdministrators(ctx, tx, org, OrganizationSuspended)
	})
}

// OrganizationReactivate unblocks an organization and mails its administrators.
// Refusals: NOT_FOUND, WRONG_STATE, STALE.
func (s *Service) OrganizationReactivate(ctx context.Context, id uuid.UUID, expectedVersion *int) (*db.Organization, error) {
	return s.changeOrganization(ctx, func(ctx context.Context, tx *database.Tx) (uuid.UUID, error) {
		org, err := s.organizationForChange(ctx, tx, authz.OrganizationActionReactivate, id, expectedVersion)
		if err != nil {
			return id, err
		}
		err = tx.Client.Organization.Update().Where(organization.ID(id)).SetStatus(organization.StatusACTIVE).
			ClearSuspendedAt().ClearSuspendedBy().SetSuspendedReason("").SetUpdatedAt(s.Now()).AddVersion(1).Exec(ctx)
		if err != nil {
			return id, fmt.Errorf("reactivate organization %s: %w", id, err)
		}
		if err := s.Sessions.Reopened(ctx, tx); err != nil {
			return id, err
		}
		if err := s.recordStatus(ctx, tx, org, "organization.reactivated", organization.StatusACTIVE, 0, nil); err != nil {
			return id, err
		}
		return id, s.tellAdministrators(ctx, tx, org, OrganizationReactivated)
	})
}

// OrganizationDeletion confirms that an organization is to be closed.
type OrganizationDeletion struct {
	ConfirmName     string
	Reason          *string
	ExpectedVersion *int
}

// OrganizationDelete closes an organization, a customer with its sub-accounts:
// users are signed out and refused at once, its subscription ends today, and the
// administrators are mailed. It can be restored until the moment it answers; then it is purged. Refusals:
// NOT_FOUND, WRONG_STATE, STALE, TOO_LONG, INVALID (confirmName). [000] [002]
func (s *Service) OrganizationDelete(ctx context.Context, id uuid.UUID, in OrganizationDeletion) (purgeAt time.Time, err error) {
	var errs fault.Refusals
	in.Reason = optional(&errs, "input.reason", in.Reason, maxReason)
	if err := errs.Err(); err != nil {
		return time.Time{}, err
	}
	err = s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		org, err := s.organizationForChange(ctx, tx, authz.OrganizationActionDelete, id, in.ExpectedVersion)
		if err != nil {
			return err
		}
		if in.ConfirmName != org.Name {
			return fault.Refuse(fault.Invalid, "input.confirmName", "This is not the name of the organization.")
		}
		below, err := s.below(ctx, tx, org)
		if err != nil {
			return err
		}
		now := s.Now()
		purgeAt = now.Add(RestoreWithin)
		all := append([]*db.Organization{org}, below...)
		err = tx.Client.Organization.Update().Where(anyOf("id", keysOf(all))).SetStatus(organization.StatusDELETED).SetDeletedAt(now).
			SetUpdatedAt(now).AddVersion(1).Exec(ctx)
		if err != nil {
			return fmt.Errorf("delete organization %s: %w", id, err)
		}
		ended, err := s.Sessions.RevokeOrganization(ctx, tx, keysOf(all), reasonDeleted)
		if err != nil {
			return err
		}
		for i, o := range all {
			if i > 0 {
				ended = 0 // said of the account
			}
			if err := s.recordStatus(ctx, tx, o, "organization.deleted", organization.StatusDELETED, ended, in.Reason); err != nil {
				return err
			}
		}
		if s.Subscriptions != nil {
			for _, o := range all {
				if err := s.Subscriptions.End(ctx, tx, o); err != nil {
					return err
				}
			}
		}
		return s.tellAdministrators(ctx, tx, org, OrganizationDeleted)
	})
	return purgeAt, err
}

// RestoreTime tells whether it is not too late to restore a deleted organization.
func RestoreTime(o *db.Organization, now time.Time) bool {
	return o.DeletedAt != nil && now.Before(o.DeletedAt.Add(RestoreWithin))
}

// OrganizationRestore opens a deleted organization again as it was, with the
// sub-accounts that were deleted with it, until its time is over, whether or
// not it is purged by then; its administrators are mailed. A subscription that ended with it stays ended, for
// its days are settled: who comes back is subscribed anew. Refusals: NOT_FOUND, WRONG_STATE, STALE. [D]
func (s *Service) OrganizationRestore(ctx context.Context, id uuid.UUID, expectedVersion *int) (*db.Organization, error) {
	return s.changeOrganization(ctx, func(ctx context.Context, tx *database.Tx) (uuid.UUID, error) {
		org, account, err := lockWithAccount(ctx, tx, id, "id")
		if err != nil {
			return id, err
		}
		verdict := s.Authorizer.Organization(authz.FromContext(ctx), authz.OrganizationActionRestore, OrganizationTarget(org))
		if err := deny(verdict, "id"); err != nil {
			return id, err
		}
		if account.ID != id && account.Status == organization.StatusDELETED { // it comes back with its account
			return id, fault.Refuse(fault.Missing, "id", "There is no such organization.")
		}
		if !RestoreTime(org, s.Now()) {
			return id, fault.Refuse(fault.WrongState, "id", "The time to restore it is over.")
		}
		if err := stale(expectedVersion, org.Version, "input.expectedVersion"); err != nil {
			return id, err
		}
		with, err := tx.Client.Organization.Query().Where(organization.ParentID(id), organization.StatusEQ(organization.StatusDELETED),
			organization.DeletedAt(*org.DeletedAt), organization.PurgedAtIsNil()).Order(organization.ByPath()).ForUpdate().All(ctx)
		if err != nil {
			return id, fmt.Errorf("read sub-accounts of %s: %w", id, err)
		}
		for _, o := range append([]*db.Organization{org}, with...) {
			if err := s.restore(ctx, tx, o); err != nil {
				return id, err
			}
		}
		if err := s.Sessions.Reopened(ctx, tx); err != nil {
			return id, err
		}
		return id, s.tellAdministrators(ctx, tx, org, OrganizationRestored)
	})
}

// restore gives a deleted organization the state it had.
func (s *Service) restore(ctx context.Context, tx *database.Tx, o *db.Organization) error {
	status := organization.StatusACTIVE
	if o.SuspendedAt != nil {
		status = organization.StatusSUSPENDED
	}
	err := tx.Client.Organization.Update().Where(organization.ID(o.ID)).SetStatus(status).ClearDeletedAt().
		SetUpdatedAt(s.Now()).AddVersion(1).Exec(ctx)
	if err != nil {
		return fmt.Errorf("restore organization %s: %w", o.ID, err)
	}
	return s.recordStatus(ctx, tx, o, "organization.restored", status, 0, nil)
}

// OrganizationMove is refused: an organization stays where it was made. Users,
// credits, invoices and the log of an organization are its account's, for good.
// Refusals: NOT_FOUND, WRONG_STATE, IMMUTABLE. [D]
func (s *Service) OrganizationMove(ctx context.Context, id, parent uuid.UUID) (*db.Organization, error) {
	return s.changeOrganization(ctx, func(ctx context.Context, tx *database.Tx) (uuid.UUID, error) {
		if _, err := s.organizationForChange(ctx, tx, authz.OrganizationActionUpdate, id, nil); err != nil {
			return id, err
		}
		return id, fault.Refuse(fault.Immutable, "parentId", "An organization cannot move: its users, credits, invoices and log belong to its account. "+
			"Create one where it should be, and invite the people there.")
	})
}

// changeOrganization runs a change and answers the row after it.
func (s *Service) changeOrganization(ctx context.Context, change func(context.Context, *database.Tx) (uuid.UUID, error)) (*db.Organization, error) {
	var after *db.Organization
	err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		id, err := change(ctx, tx)
		if err != nil {
			return err
		}
		after, err = tx.Client.Organization.Query().Where(organization.ID(id)).Only(ctx)
		return err
	})
	return after, err
}

// below locks the organizations of an account besides it, those deleted before
// left out; none for a sub-account.
func (s *Service) below(ctx context.Context, tx *database.Tx, org *db.Organization) ([]*db.Organization, error) {
	if org.ID != org.AccountID {
		return nil, nil
	}
	rows, err := tx.Client.Organization.Query().Where(organization.AccountID(org.ID), organization.IDNEQ(org.ID),
		organization.StatusNEQ(organization.StatusDELETED)).Order(organization.ByPath()).ForUpdate().All(ctx)
	if err != nil {
		return nil, fmt.Errorf("lock sub-accounts of %s: %w", org.ID, err)
	}
	return rows, nil
}

func keysOf(rows []*db.Organization) []uuid.UUID {
	ids := make([]uuid.UUID, len(rows))
	for i, o := range rows {
		ids[i] = o.ID
	}
	return ids
}

// recordStatus is the line of the log; sessions is how many were ended.
func (s *Service) recordStatus(ctx context.Context, tx *database.Tx, org *db.Organization, action string, to organization.Status, sessions int, reason *string) error {
	changes := audit.Text("status", string(org.Status), string(to))
	if sessions > 0 {
		changes = append(changes, audit.Text("sessions", strconv.Itoa(sessions), "0")...)
	}
	event := organizationEvent(org, s.Now(), action, changes)
	event.Reason = reason
	return audit.Record(ctx, tx, event)
}

// tellAdministrators mails everybody who administers the organization: those of
// all parts of an account, those of a sub-account and of its account.
func (s *Service) tellAdministrators(ctx context.Context, tx *database.Tx, org *db.Organization, change OrganizationChange) error {
	ids, err := administratorsOf(ctx, tx, org)
	if err != nil || len(ids) == 0 {
		return err
	}
	return s.enqueue(ctx, tx, organizationMails(org, ids, change)...)
}

// administratorsOf finds the active users who administer an organization by
// membership or by type.
func administratorsOf(ctx context.Context, tx *database.Tx, org *db.Organization) ([]uuid.UUID, error) {
	ids, err := tx.Client.User.Query().Where(func(q *sql.Selector) {
		at := func(column string) string {
			if org.ID == org.AccountID {
				return ""
			}
			return ` AND ` + column + ` IN ('` + org.ID.String() + `', '` + org.AccountID.String() + `')`
		}
		q.Where(sql.P(func(b *sql.Builder) {
			b.WriteString(`"users"."status" = 'ACTIVE' AND "users"."account_id" = `).Arg(org.AccountID).
				WriteString(` AND ("users"."user_type" = 'TENANT_ADMIN'` + at(`"users"."organization_id"`) + ` OR EXISTS (
					SELECT FROM "memberships" AS "m" WHERE "m"."reseller_id" = "users"."reseller_id" AND "m"."user_id" = "users"."id"
						AND "m"."client_access" = 'ADMIN' AND "m"."status" = 'ACTIVE'` + at(`"m"."organization_id"`) + `))`)
		}))
	}).IDs(ctx)
	if err != nil {
		return nil, fmt.Errorf("look for administrators of organization %s: %w", org.ID, err)
	}
	return ids, nil
}

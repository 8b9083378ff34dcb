// Package live answers what has just changed: transactions publish which rows
// they changed, and every process hears of it at once. Only ids travel; who may
// know what of a row is decided by those who read it for somebody.
package live

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"tenantry/internal/database"
)

// Channel is the PostgreSQL channel on which processes tell each other what
// has changed.
const Channel = "tenantry_live"

// Type is the kind of row, by its name in the API.
type Type string

// The types that can be followed.
const (
	User       Type = "User"
	Invitation Type = "Invitation"
	Job        Type = "Job"
	AuditEvent Type = "AuditEvent"
)

// Change is what happened to a row.
type Change string

// Resync stands for changes that are not told one by one: too many at once, or
// some that may have been missed. Its event has no id.
const (
	Created Change = "CREATED"
	Updated Change = "UPDATED"
	Deleted Change = "DELETED"
	Resync  Change = "RESYNC"
)

// Event is one change of one row. Organization is where the row belongs, and
// Account the account of that organization.
type Event struct {
	Reseller, Account, Organization uuid.UUID // Reseller may be left out in Publish
	Type                            Type
	ID                              uuid.UUID
	Change                          Change
}

// many is how many changes of one type in one organization are told one by
// one. Whoever shows a list reads it again when there are more.
const many = 100

// Publish tells every process of changes once the transaction commits. It adds
// no statement of its own to what the transaction notifies anyway. A change of
// an unknown type is left out, so that callers need not look.
func Publish(ctx context.Context, tx *database.Tx, events ...Event) error {
	if events = hold(ctx, events); len(events) == 0 {
		return nil
	}
	reseller, err := database.ResellerOf(ctx)
	if err != nil {
		return fmt.Errorf("publish changes: %w", err)
	}
	for _, payload := range pack(reseller, events) {
		if err := tx.Notify(ctx, Channel, payload); err != nil {
			return err
		}
	}
	return nil
}

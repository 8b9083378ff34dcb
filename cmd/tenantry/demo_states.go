package main

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"tenantry/ent/db"
	"tenantry/ent/db/organization"
)

// Customers whose state differs, counted from the first.
const (
	suspendedCustomer = 6  // did not pay
	closedCustomer    = 11 // can still be restored
)

// writeStates gives some organizations another state: one customer is
// suspended, one is closed with its sub-accounts.
func (t *tenant) writeStates(ctx context.Context, tx *sql.Tx) error {
	exec := func(query string, args ...any) error {
		if _, err := tx.ExecContext(ctx, query, append([]any{t.reseller}, args...)...); err != nil {
			return fmt.Errorf("write states of customers of %s: %w", t.name, err)
		}
		return nil
	}
	var customers []*db.Organization
	for _, o := range t.organizations {
		if o.Kind == organization.KindCUSTOMER && o.Name != harborHotels {
			customers = append(customers, o)
		}
	}
	if len(customers) > closedCustomer {
		if err := exec(`UPDATE organizations SET status = 'DELETED', deleted_at = $3, updated_at = $3, version = version + 1
			WHERE reseller_id = $1 AND account_id = $2`, customers[closedCustomer].ID, t.today.Add(-9*day)); err != nil {
			return err
		}
		if err := t.endSubscription(exec, customers[closedCustomer], t.today.Add(-9*day)); err != nil {
			return err
		}
	}
	if len(customers) > suspendedCustomer {
		if err := exec(`UPDATE organizations SET status = 'SUSPENDED', version = version + 1
			WHERE reseller_id = $1 AND id = $2`, customers[suspendedCustomer].ID); err != nil {
			return err
		}
	}
	return exec(`UPDATE organizations SET suspended_at = $2, updated_at = $2, suspended_by = $3, suspended_reason = 'Two invoices are unpaid.'
		WHERE reseller_id = $1 AND status = 'SUSPENDED'`, t.today.Add(-4*day), t.admin.ID)
}

// endSubscription ends the subscription of a customer that was closed.
func (t *tenant) endSubscription(exec func(string, ...any) error, o *db.Organization, at time.Time) error {
	if err := exec(`UPDATE billing_subscriptions SET status = 'CANCELED', canceled_at = $3, cancel_reason = 'The organization was closed.', settled = true,
		period_end = GREATEST(period_start + 1, $4::date), updated_at = $3, version = version + 1 WHERE reseller_id = $1 AND organization_id = $2`, o.ID, at, at.Add(day)); err != nil {
		return err
	}
	return exec(`UPDATE organizations SET plan_id = NULL WHERE reseller_id = $1 AND id = $2`, o.ID)
}

// writeLooks writes how the portals look: the reseller's own, and that of a
// customer with a host name that was proven.
func (t *tenant) writeLooks(ctx context.Context, tx *sql.Tx, at []*db.Organization) error {
	since := t.today.Add(-60 * day)
	for _, o := range at {
		look := struct{ product, color, accent, help, sender, host string }{t.name + " Portal", "#12355B", "#0B6E4F", "help@" + t.domain, t.name, "portal." + t.domain}
		portals := []string{"RESELLER", "CUSTOMER"}
		if o.ID != t.root.ID {
			look.product, look.color, look.accent, look.help, look.sender, look.host = "Harbor Desk", "#7A1F3D", "#1B4965", "desk@harbor.test", "Harbor Desk", "desk.harbor.test"
			portals = []string{"CUSTOMER", "AGENT_DESKTOP"}
		}
		for i, portal := range portals {
			var host, proven any // one host for the second of the portals
			if i == 1 {
				host, proven = look.host, since.Add(day)
			}
			if _, err := tx.ExecContext(ctx, `INSERT INTO brandings (id, reseller_id, account_id, organization_id, created_at, updated_at, portal, product_name, primary_color,
					accent_color, support_email, mail_sender_name, domain, domain_verified_at, domain_checked_at)
				VALUES ($1, $2, $3, $4, $5, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13)`,
				t.id(), t.reseller, o.AccountID, o.ID, since, portal, look.product, look.color, look.accent, look.help, look.sender, host, proven); err != nil {
				return fmt.Errorf("write look of %s: %w", o.Name, err)
			}
			if i == 0 {
				continue
			}
			if _, err := tx.ExecContext(ctx, `INSERT INTO branding_hosts (id, created_at, owner_reseller_id, organization_id, portal) VALUES ($1, $2, $3, $4, $5)`,
				host, since, t.reseller, o.ID, portal); err != nil {
				return fmt.Errorf("write host of %s: %w", o.Name, err)
			}
		}
	}
	return nil
}

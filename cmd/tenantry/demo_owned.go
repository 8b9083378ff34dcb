package main

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"fmt"
	"slices"
	"time"

	"github.com/lib/pq"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/internal/directory"
	"tenantry/internal/partner"
)

// writeOwned writes what organizations own beside people, and news of the
// service, once their organizations are there.
func (t *tenant) writeOwned(ctx context.Context, tx *sql.Tx) error {
	at := []*db.Organization{t.root}
	if i := slices.IndexFunc(t.organizations, func(o *db.Organization) bool { return o.Name == harborHotels }); i >= 0 {
		at = append(at, t.organizations[i])
	}
	for _, o := range at {
		if err := t.writeOwnedBy(ctx, tx, o); err != nil {
			return err
		}
	}
	if err := t.writeLooks(ctx, tx, at); err != nil {
		return err
	}
	return t.writeNews(ctx, tx)
}

func (t *tenant) writeOwnedBy(ctx context.Context, tx *sql.Tx, o *db.Organization) error {
	since := t.today.Add(-120 * day)
	exec := func(query string, args ...any) error {
		all := append([]any{t.id(), t.reseller, o.AccountID, o.ID, since}, args...)
		if _, err := tx.ExecContext(ctx, query, all...); err != nil {
			return fmt.Errorf("write what %s owns: %w", o.Name, err)
		}
		return nil
	}
	for _, m := range [][4]string{
		{"mail-triage", "Mail triage", "CLASSIFICATION", "ACTIVE"}, {"call-notes", "Call notes", "SUMMARIZATION", "DRAFT"}, {"first-try", "First try", "GENERATION", "RETIRED"},
	} {
		if err := exec(`INSERT INTO custom_models (id, reseller_id, account_id, organization_id, created_at, updated_at, key, name, sort_name, task, status)
			VALUES ($1, $2, $3, $4, $5, $5, $6, $7, $8, $9, $10)`, m[0], m[1], directory.Fold(m[1]), m[2], m[3]); err != nil {
			return err
		}
	}
	for i, name := range []string{"Contracts", "Recordings", "Attachments"} {
		if err := exec(`INSERT INTO storage_accounts (id, reseller_id, account_id, organization_id, created_at, updated_at, name, sort_name, region, quota_bytes, used_bytes, measured_at)
			VALUES ($1, $2, $3, $4, $5, $5, $6, $7, 'EU_CENTRAL', $8, $9, $10)`,
			name, directory.Fold(name), int64(50<<30), int64(i+1)*int64(13<<30), t.today); err != nil {
			return err
		}
	}
	for i, name := range []string{"CRM", "Warehouse"} {
		if err := exec(`INSERT INTO webhook_endpoints (id, reseller_id, account_id, organization_id, created_at, updated_at, name, sort_name, url, events, active, created_by)
			VALUES ($1, $2, $3, $4, $5, $5, $6, $7, $8, $9, $10, $11)`, name, directory.Fold(name), "https://hooks.partner.test/"+directory.Fold(name),
			pq.StringArray{"user.created", "user.suspended", "user.deleted"}, i == 0, t.admin.ID); err != nil {
			return err
		}
	}
	role := authz.RoleAgent
	if o.ID == t.root.ID {
		role = authz.RoleResellerViewer
	}
	// Nobody knows a key with this hash.
	hash := sha256.Sum256([]byte(t.name + " has no such key"))
	return exec(`INSERT INTO api_credentials (id, reseller_id, account_id, organization_id, created_at, updated_at, name, sort_name, prefix, key_hash, roles, operations, cost_per_minute, expires_at, last_used_at, created_by)
		VALUES ($1, $2, $3, $4, $5, $5, 'Nightly import', 'nightly import', $6, $7, $8, '{}', 5000, $9, $10, $11)`,
		partner.KeyPrefix+"AZ4demoSHOWN", hash[:], pq.StringArray{role}, t.today.Add(200*day), t.today.Add(-3*time.Hour), t.admin.ID)
}

// writeNews writes two incidents and a release note.
func (t *tenant) writeNews(ctx context.Context, tx *sql.Tx) error {
	for _, i := range []struct {
		title, severity, status string
		ago                     time.Duration
		news                    []string
	}{
		{"Text messages arrive late", "MAJOR", "RESOLVED", 12 * day, []string{"A carrier answers slowly; nothing is lost.", "The carrier is back."}},
		{"New database servers", "MAINTENANCE", "MONITORING", 1 * day, []string{"Reports may be slower than usual."}},
	} {
		id, at := t.id(), t.today.Add(-i.ago)
		var over *time.Time
		if i.status == "RESOLVED" {
			over = new(at.Add(2 * time.Hour))
		}
		if _, err := tx.ExecContext(ctx, `INSERT INTO service_incidents (id, reseller_id, created_at, updated_at, title, severity, status, started_at, resolved_at)
			VALUES ($1, $2, $3, $3, $4, $5, $6, $3, $7)`, id, t.reseller, at, i.title, i.severity, i.status, over); err != nil {
			return fmt.Errorf("write incident: %w", err)
		}
		for n, body := range i.news {
			status := "INVESTIGATING"
			if n == len(i.news)-1 {
				status = i.status
			}
			if _, err := tx.ExecContext(ctx, `INSERT INTO service_incident_news (id, reseller_id, created_at, incident_id, status, body, author_id)
				VALUES ($1, $2, $3, $4, $5, $6, $7)`, t.id(), t.reseller, at.Add(time.Duration(n)*2*time.Hour), id, status, body, t.admin.ID); err != nil {
				return fmt.Errorf("write news of an incident: %w", err)
			}
		}
	}
	if _, err := tx.ExecContext(ctx, `INSERT INTO release_notes (id, reseller_id, created_at, updated_at, release, title, body, published_at)
		VALUES ($1, $2, $3, $3, $4, 'Sub-accounts have reports of their own', 'Choose a sub-account above the report.', $3)`,
		t.id(), t.reseller, t.today.Add(-20*day), t.today.Add(-20*day).Format("2006.1")); err != nil {
		return fmt.Errorf("write release note: %w", err)
	}
	return nil
}

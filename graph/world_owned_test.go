package graph_test

import (
	"time"

	"tenantry/authz"
	"tenantry/ent/schema"
	"tenantry/internal/partner"
)

// owned writes what belongs to organizations beside people: one of each kind for
// a few places, and news of each reseller's service.
func (b *builder) owned() {
	for i, at := range []struct{ name, res, org, account, actor string }{
		{"root", "root", "root", "root", "admin"},
		{"harbor", "root", "harbor", "harbor", "admin"},
		{"north", "root", "harbor.north", "harbor", "admin"},
		{"mill", "root", "mill", "mill", "admin"},
		{"quarry", "root", "quarry", "quarry", "admin"},
		{"rival", "rival.root", "rival.customer", "rival.customer", "rival_admin"},
	} {
		reseller, account, org := b.ids["res."+at.res], b.ids["org."+at.account], b.ids["org."+at.org]
		since := epoch().Add(-20*day + time.Duration(i)*time.Hour)
		status := []string{"ACTIVE", "DRAFT", "RETIRED"}[i%3]
		b.exec(`INSERT INTO custom_models (id, reseller_id, account_id, organization_id, created_at, updated_at, key, name, sort_name, task, status)
			VALUES ($1, $2, $3, $4, $5, $5, 'triage', 'Triage of ' || $6::text, 'triage of ' || $6::text, 'CLASSIFICATION', $7)`,
			b.name("cmod", at.name, schema.NewID()), reseller, account, org, since, at.name, status)
		b.exec(`INSERT INTO storage_accounts (id, reseller_id, account_id, organization_id, created_at, updated_at, name, sort_name, region, quota_bytes, used_bytes, measured_at)
			VALUES ($1, $2, $3, $4, $5, $5, 'Files of ' || $6::text, 'files of ' || $6::text, 'EU_CENTRAL', 1073741824, $7, $5)`,
			b.name("sto", at.name, schema.NewID()), reseller, account, org, since, at.name, 100_000_000*(i+1))
		b.exec(`INSERT INTO webhook_endpoints (id, reseller_id, account_id, organization_id, created_at, updated_at, name, sort_name, url, events, active, created_by)
			VALUES ($1, $2, $3, $4, $5, $5, 'Hook of ' || $6::text, 'hook of ' || $6::text, 'https://hooks.partner.test/' || $6::text, '{user.created,user.deleted}', $7, $8)`,
			b.name("whk", at.name, schema.NewID()), reseller, account, org, since, at.name, i%2 == 0, b.ids["user."+at.actor])
		role := authz.RoleAgent
		if at.org == "root" {
			role = authz.RoleResellerViewer
		}
		b.exec(`INSERT INTO api_credentials (id, reseller_id, account_id, organization_id, created_at, updated_at, name, sort_name, prefix, key_hash, roles, operations, cost_per_minute, created_by)
			VALUES ($1, $2, $3, $4, $5, $5, 'Key of ' || $6::text, 'key of ' || $6::text, $7, '\x01', ARRAY[$8], '{}', 1000, $9)`,
			b.name("key", at.name, schema.NewID()), reseller, account, org, since, at.name, partner.KeyPrefix+at.name, role, b.ids["user."+at.actor])
	}
	for _, at := range []struct{ name, res, actor string }{{"root", "root", "admin"}, {"rival", "rival.root", "rival_admin"}} {
		reseller, since := b.ids["res."+at.res], epoch().Add(-3*day)
		incident := b.name("sinc", at.name, schema.NewID())
		b.exec(`INSERT INTO service_incidents (id, reseller_id, created_at, updated_at, title, severity, status, started_at)
			VALUES ($1, $2, $3, $3, 'Slow lists of ' || $4::text, 'MINOR', 'INVESTIGATING', $3)`, incident, reseller, since, at.name)
		b.exec(`INSERT INTO service_incident_news (id, reseller_id, created_at, incident_id, status, body, author_id)
			VALUES ($1, $2, $3, $4, 'INVESTIGATING', 'We look into it.', $5)`, schema.NewID(), reseller, since, incident, b.ids["user."+at.actor])
		b.exec(`INSERT INTO release_notes (id, reseller_id, created_at, updated_at, release, title, body, published_at)
			VALUES ($1, $2, $3, $3, '2026.2 ' || $4::text, 'Faster lists', 'Lists are faster.', $3)`,
			b.name("rel", at.name, schema.NewID()), reseller, since, at.name)
	}
}

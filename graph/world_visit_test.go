package graph_test

import (
	"tenantry/ent/schema"
)

// visits writes one time, long ago, that staff entered each customer.
func (b *builder) visits() {
	for _, at := range []struct{ name, res, org, user, actor string }{
		{"harbor", "root", "harbor", "client_admin", "admin"},
		{"mill", "root", "mill", "mill_admin", "second_admin"},
		{"rival", "rival.root", "rival.customer", "rival_user", "rival_admin"},
	} {
		p, begun := b.find(at.actor), epoch().Add(-50*day)
		b.exec(`INSERT INTO impersonations (id, reseller_id, account_id, organization_id, created_at, actor_id, actor_name, actor_email, user_id,
			mode, reason, minutes, consent, status, started_at, expires_at, ended_at, ended_by, end_reason)
			VALUES ($1, $2, $3, $3, $4, $5, $6, $7, $8, 'CLIENT', 'Look at an export', 30, 'ALWAYS', 'ENDED', $4, $9, $4, $5, 'ACTOR')`,
			b.name("imp", at.name, schema.NewID()), b.ids["res."+at.res], b.ids["org."+at.org], begun,
			b.ids["user."+at.actor], p.first+" "+p.last, p.email, b.ids["user."+at.user], begun.Add(day/48))
	}
}

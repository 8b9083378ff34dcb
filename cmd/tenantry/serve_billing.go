package main

import "tenantry/internal/billing"

// newBilling makes the service of plans, subscriptions and invoices.
func (m *Main) newBilling(inserts billing.Jobs) *billing.Service {
	return &billing.Service{DB: m.db, Authorizer: m.policy, Jobs: inserts, Count: m.metrics.Count, Now: m.Env.now}
}

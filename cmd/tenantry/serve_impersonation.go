package main

import "tenantry/internal/impersonation"

// newImpersonations makes the service by which staff enters customers' portals.
func (m *Main) newImpersonations(inserts impersonation.Jobs) *impersonation.Service {
	return &impersonation.Service{
		DB: m.db, Authorizer: m.policy, Jobs: inserts, Sessions: m.sessions, PublicURL: m.Config.PublicURL, Count: m.metrics.Count, Now: m.Env.now,
	}
}

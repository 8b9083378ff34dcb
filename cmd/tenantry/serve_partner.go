package main

import (
	"crypto/rand"
	"net"

	"tenantry/graph"
	"tenantry/internal/branding"
	"tenantry/internal/jobs"
	"tenantry/internal/partner"
	"tenantry/internal/portal"
)

// newPortal makes the service of what a reseller shows of itself.
func (m *Main) newPortal(client *jobs.Client) *portal.Service {
	return &portal.Service{DB: m.db, Authorizer: m.policy, Jobs: client, PublicURL: m.Config.PublicURL, Now: m.Env.now}
}

// brandings makes the service of how the portals look.
func (m *Main) brandings() *branding.Service {
	return &branding.Service{
		DB: m.db, Authorizer: m.policy, Secret: m.secret, PublicURL: m.Config.PublicURL, DNS: net.DefaultResolver, Now: m.Env.now,
	}
}

// newPartner makes the service of webhook endpoints and API keys.
func (m *Main) newPartner() *partner.Service {
	return &partner.Service{
		DB: m.db, Authorizer: m.policy, Selection: graph.SelectionChecker(graph.Limits{}), Secret: m.secret, Random: rand.Reader, Now: m.Env.now,
	}
}

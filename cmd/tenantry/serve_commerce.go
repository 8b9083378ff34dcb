package main

import (
	"github.com/riverqueue/river"

	"tenantry/internal/commerce"
	"tenantry/internal/directory"
	"tenantry/internal/session"
)

// newCommerce makes the service of features, seats and credits.
func (m *Main) newCommerce(inserts commerce.Jobs) *commerce.Service {
	return &commerce.Service{
		DB: m.db, Authorizer: m.policy, Jobs: inserts, Seats: m.directory, Changed: session.NotifyReseller,
		LowMail: func(l commerce.Low) river.JobArgs {
			return directory.CreditsLowMail{ResellerID: l.ResellerID, OrganizationID: l.OrganizationID, UserID: l.UserID, At: l.At}
		},
		Observe: m.metrics.Credits, Now: m.Env.now,
	}
}

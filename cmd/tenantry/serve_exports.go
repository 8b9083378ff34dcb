package main

import (
	"github.com/google/uuid"
	"github.com/riverqueue/river"

	"tenantry/graph"
	"tenantry/internal/directory"
	"tenantry/internal/export"
)

// newExports makes the service of files, which read the lists of the API.
func (m *Main) newExports(inserts export.Jobs) *export.Service {
	return &export.Service{
		DB:          m.db,
		Authorizer:  m.policy,
		Jobs:        inserts,
		Idempotency: m.directory,
		Ready: func(reseller, job uuid.UUID) river.JobArgs {
			return directory.ExportReadyMail{ResellerID: reseller, JobID: job}
		},
		Viewers:   m.sessions,
		Users:     graph.UserExport{Authorizer: m.policy, Now: m.Env.now},
		Secret:    m.secret,
		PublicURL: m.Config.PublicURL,
		Now:       m.Env.now,
	}
}

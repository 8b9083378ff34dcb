package main

import (
	"github.com/google/uuid"
	"github.com/riverqueue/river"

	"tenantry/authz"
	"tenantry/graph"
	"tenantry/internal/commerce"
	"tenantry/internal/directory"
	"tenantry/internal/export"
	"tenantry/internal/usage"
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
		ReportReady: func(reseller, job, schedule uuid.UUID) river.JobArgs {
			return directory.ReportReadyMail{ResellerID: reseller, JobID: job, ScheduleID: schedule}
		},
		Viewers:       m.sessions,
		Visits:        m.sessions,
		Users:         graph.UserExport{Authorizer: m.policy, Now: m.Env.now},
		Organizations: graph.OrganizationExport{Authorizer: m.policy},
		AuditEvents:   graph.AuditEventExport{Authorizer: m.policy},
		Reports: export.Source{
			List:    usage.Files{Authorizer: m.policy, Now: m.Env.now},
			Allowed: func(v *authz.Viewer) bool { return usage.ReportsAllowed(m.policy, v) },
		},
		Statements: export.Source{
			List:    graph.CreditExport{Authorizer: m.policy},
			Allowed: func(v *authz.Viewer) bool { return commerce.StatementsAllowed(m.policy, v) },
		},
		Secret:    m.secret,
		PublicURL: m.Config.PublicURL,
		Now:       m.Env.now,
	}
}

// newUsage makes the service of usage and reports, which are files.
func (m *Main) newUsage() *usage.Service {
	return &usage.Service{DB: m.db, Authorizer: m.policy, Exports: m.exports, Viewers: m.sessions, Count: m.metrics.Count, Now: m.Env.now}
}

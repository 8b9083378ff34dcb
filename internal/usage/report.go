package usage

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/job"
	"tenantry/ent/db/reportschedule"
	"tenantry/internal/audit"
	"tenantry/internal/export"
	"tenantry/internal/fault"
	"tenantry/internal/rule"
)

// Kind is a report, Format the form of its file, Cadence how often it is made.
type (
	Kind    = reportschedule.Kind
	Format  = reportschedule.Format
	Cadence = reportschedule.Cadence
)

// maxOrganizations are how many a report is narrowed to.
const maxOrganizations = 100

// Report describes one report.
type Report struct {
	Kind              Kind
	Name, Description string
	Columns           []Column
}

// Column is a column of a report.
type Column struct {
	Key, Description string
	form             form
}

// form is how a value of the database becomes one of the file.
type form uint8

const (
	text   form = iota
	number      // digits
	public      // an id, with the prefix of its type below
)

// Reports are all reports with their columns, in the order of the files.
func Reports() []Report {
	organization := []Column{
		{"organizationId", "Id of the organization.", public},
		{"organization", "Name of the organization.", text},
	}
	return []Report{
		{reportschedule.KindORGANIZATION_ACTIVITY, "Organization activity", "Who is there and who signs in, by organization.", append(slices.Clone(organization),
			Column{"kind", "RESELLER, CUSTOMER or SUB_ACCOUNT.", text},
			Column{"status", "ACTIVE or SUSPENDED.", text},
			Column{"createdAt", "When the organization was added.", text},
			Column{"users", "Users whose home it is now.", number},
			Column{"newUsers", "Those of them who were added in the period.", number},
			Column{"activeUsers", "Users who signed in in the period.", number},
			Column{"signIns", "How often they did.", number},
			Column{"lastActivityAt", "Last request of one of its users; empty when there was none.", text},
		)},
		{reportschedule.KindUSERS_AND_LOGINS, "Users and sign-ins", "Every user, and how often he signed in.", append([]Column{
			{"userId", "Id of the user.", public},
			{"displayName", "Full name.", text},
			{"email", "Address.", text},
		}, append(slices.Clone(organization),
			Column{"status", "ACTIVE, PENDING or SUSPENDED.", text},
			Column{"createdAt", "When the user was added.", text},
			Column{"lastLoginAt", "Last sign-in, in the period or not; empty when there was none.", text},
			Column{"signIns", "Sign-ins in the period.", number},
		)...)},
		{reportschedule.KindCREDITS, "Credits", "Credits at the beginning, what came and went, and credits at the end, by organization.", append(slices.Clone(organization),
			Column{"opening", "Credits before the first day.", number},
			Column{"initialGrants", "Granted when the account was opened.", number},
			Column{"topUps", "Added.", number},
			Column{"adjustments", "Corrected, below zero when taken away.", number},
			Column{"smsUsage", "Used by text messages, below zero.", number},
			Column{"callUsage", "Used by calls, below zero.", number},
			Column{"reversals", "Undone.", number},
			Column{"closing", "Credits after the last day: the sum of the columns before.", number},
		)},
		{reportschedule.KindUSAGE_BY_ORGANIZATION, "Usage by organization", "What was used, by organization, metric and month.", append(slices.Clone(organization),
			Column{"metric", "Name of the metric.", text},
			Column{"month", "First day of the month. The first and the last count only days of the period.", text},
			Column{"quantity", "Sum of the quantities.", number},
			Column{"records", "Number of the records.", number},
		)},
	}
}

func reportOf(kind Kind) (Report, bool) {
	all := Reports()
	i := slices.IndexFunc(all, func(r Report) bool { return r.Kind == kind })
	if i < 0 {
		return Report{}, false
	}
	return all[i], true
}

// keys are those of the columns.
func (r Report) keys() []string {
	keys := make([]string, len(r.Columns))
	for i, c := range r.Columns {
		keys[i] = c.Key
	}
	return keys
}

// fileName is what files of the report are called before their date.
func (r Report) fileName() string {
	return strings.ReplaceAll(strings.ToLower(string(r.Kind)), "_", "-")
}

// NewReport is a report to make.
type NewReport struct {
	Kind           Kind
	Format         Format
	From, To       time.Time   // first and last day
	Organizations  []uuid.UUID // nil: every one the viewer may see
	IdempotencyKey *string
}

// wanted is what a job keeps of a report.
type wanted struct {
	Kind          Kind        `json:"kind"`
	From          string      `json:"from"`
	To            string      `json:"to"`
	Organizations []uuid.UUID `json:"organizations,omitempty"`
}

// ReportCreate asks for a report about what the viewer may see when it is made,
// and answers the job that makes it. Refusals: INVALID, NOT_FOUND,
// FORBIDDEN, LIMIT_REACHED, TOO_LONG, IDEMPOTENCY_KEY_REUSED. [000]
func (s *Service) ReportCreate(ctx context.Context, in NewReport) (*db.Job, error) {
	v, err := s.signedIn(ctx, reporters()...)
	if err != nil {
		return nil, err
	}
	var errs fault.Refusals
	in.IdempotencyKey = rule.Maybe(&errs, "input.idempotencyKey", in.IdempotencyKey, rule.MaxKey)
	loc, err := zone(ctx, s.DB.Client())
	if err != nil {
		return nil, err
	}
	switch {
	case in.To.Before(in.From):
		errs.Add(fault.Invalid, "input.to", "The last day is before the first.")
	case in.To.After(in.From.AddDate(MaxRange, 0, 0)):
		errs.Add(fault.Invalid, "input.to", "The last day is at most %d years after the first.", MaxRange)
	case in.To.After(today(s.now(), loc)):
		errs.Add(fault.Invalid, "input.to", "The last day lies ahead.")
	}
	about, err := s.judgeReport(ctx, s.DB.Client(), &errs, v, in.Kind, in.Organizations)
	if err != nil {
		return nil, err
	}
	if err := errs.Err(); err != nil {
		return nil, err
	}
	order, err := s.order(in.Kind, in.Format, in.From, in.To, in.Organizations, about)
	if err != nil {
		return nil, err
	}
	order.IdempotencyKey = in.IdempotencyKey
	return s.Exports.CreateOf(ctx, "reportCreate", order)
}

// order is the file to make of a report; about are the organizations, for the
// log.
func (s *Service) order(kind Kind, format Format, from, to time.Time, organizations []uuid.UUID, about []*db.Organization) (export.Order, error) {
	report, known := reportOf(kind)
	if !known {
		return export.Order{}, fault.Refuse(fault.Invalid, "input.kind", "There is no such report.")
	}
	list, err := json.Marshal(wanted{kind, from.Format(time.DateOnly), to.Format(time.DateOnly), organizations})
	if err != nil {
		return export.Order{}, fmt.Errorf("encode report: %w", err)
	}
	return export.Order{
		Kind: job.KindREPORT, List: list, Format: export.Format(format), Columns: report.keys(), Name: report.fileName(),
		Audit: slices.Concat(audit.Text("kind", "", string(kind)), audit.Text("format", "", string(format)),
			audit.Text("from", "", from.Format(time.DateOnly)), audit.Text("to", "", to.Format(time.DateOnly)),
			audit.Text("organizations", "", organizationText(organizations, about))),
	}, nil
}

// ReportsAllowed reports whether the viewer may have reports at all.
// Of which kinds is judged when the file is opened.
func ReportsAllowed(a *authz.Authorizer, v *authz.Viewer) bool {
	return !a.Reach(v, reporters()...).None()
}

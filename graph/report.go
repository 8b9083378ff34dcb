package graph

import (
	"context"
	"fmt"
	"slices"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/reportrecipient"
	"tenantry/graph/model"
	"tenantry/internal/connection"
	"tenantry/internal/directory"
	"tenantry/internal/usage"
)

// reportSchedules says how schedules of reports are read.
var reportSchedules = entity[db.ReportSchedule]{
	name:     "report schedules",
	types:    []string{"ReportSchedule", "Node"},
	key:      func(s *db.ReportSchedule) uuid.UUID { return s.ID },
	siblings: func(s *db.ReportSchedule) *[]*db.ReportSchedule { return &s.Siblings },
	base:     []string{"id", "reseller_id", "account_id", "organization_id", "organization_ids"},
	columns: map[string][]string{
		"id": {}, "organizations": {}, "recipients": {}, "viewerActions": {},
		"version": {"version"}, "name": {"name"}, "kind": {"kind"}, "format": {"format"}, "cadence": {"cadence"}, "hour": {"hour"},
		"active": {"active"}, "nextRunAt": {"active", "next_run_at"}, "lastRunAt": {"last_run_at"},
		"createdAt": {"created_at"}, "updatedAt": {"updated_at"},
	},
}

// reportScheduleTerms are the sort keys of schedules.
var reportScheduleTerms = map[model.ReportScheduleOrderField]connection.Term[db.ReportSchedule]{
	model.ReportScheduleOrderFieldName:      {Column: "sort_name", Kind: connection.Text, Value: func(s *db.ReportSchedule) any { return s.SortName }},
	model.ReportScheduleOrderFieldNextRunAt: {Column: "next_run_at", Kind: connection.Time, Value: func(s *db.ReportSchedule) any { return s.NextRunAt }},
	model.ReportScheduleOrderFieldCreatedAt: {Column: "created_at", Kind: connection.Time, Value: func(s *db.ReportSchedule) any { return s.CreatedAt }},
}

func (r *Resolver) reportScheduleList(
	ctx context.Context, args connection.Args, search *string, where *model.ReportScheduleWhereInput, by []*model.ReportScheduleOrder,
) (*model.ReportScheduleConnection, error) {
	v, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	text, err := searched("sort_name", search)
	if err != nil {
		return nil, err
	}
	p := newPlace()
	cond := reportScheduleConditions(p, where)
	if err := p.fault(); err != nil {
		return nil, err
	}
	order, err := ordered(reportSchedules, reportScheduleTerms, by)
	if err != nil {
		return nil, err
	}
	rows := connection.And(within(v, r.Authorizer.Reach(v, authz.ReportManage), "organization_id"), text, cond)
	l, err := fetch(ctx, reportSchedules, r.client().ReportSchedule.Query(), args, rows, order)
	if err != nil {
		return nil, err
	}
	return &model.ReportScheduleConnection{
		Edges: edges(l, func(s *db.ReportSchedule, cursor string) *model.ReportScheduleEdge {
			return &model.ReportScheduleEdge{Node: s, Cursor: cursor}
		}),
		Nodes: l.nodes(), PageInfo: l.info(), TotalCount: l.Total,
	}, nil
}

func reportScheduleConditions(p place, w *model.ReportScheduleWhereInput) connection.Filter {
	if w == nil {
		return nil
	}
	and := []connection.Filter{
		logic(p, w.And, w.Or, w.Not, reportScheduleConditions),
		p.ids("id", "id", reportSchedulePrefix, w.ID.Value()),
		p.text("name", "sort_name", w.Name.Value(), directory.Fold),
		p.instant("nextRunAt", "next_run_at", w.NextRunAt.Value()),
		p.Bool("active", "active", w.Active.Value()),
	}
	if kind := w.Kind.Value(); kind != nil {
		and = append(and, enum(p, "kind", "kind", kind.In, kind.NotIn))
	}
	if cadence := w.Cadence.Value(); cadence != nil {
		and = append(and, enum(p, "cadence", "cadence", cadence.In, cadence.NotIn))
	}
	return connection.And(and...)
}

// visibleReportSchedules reads the schedules among ids that the viewer manages.
func (r *Resolver) visibleReportSchedules(ctx context.Context, ids []uuid.UUID, cols []string) (map[uuid.UUID]*db.ReportSchedule, error) {
	v := authz.FromContext(ctx)
	reach := r.Authorizer.Reach(v, authz.ReportManage)
	return byID(ctx, reportSchedules, r.client().ReportSchedule.Query(), ids, cols, func(s *db.ReportSchedule) bool {
		return reach.Covers(v, s.OrganizationID, s.AccountID)
	})
}

// scheduleOrganizations are what a schedule reports about, as far as the viewer
// sees them; nil for everything.
func (r *Resolver) scheduleOrganizations(ctx context.Context, s *db.ReportSchedule) ([]*db.Organization, error) {
	if len(s.OrganizationIds) == 0 {
		return nil, nil
	}
	cols := organizations.selected(ctx)
	found, err := once(ctx, s, s.Siblings, "organizations", shapeOf(cols), func(all []*db.ReportSchedule) (map[uuid.UUID]*db.Organization, error) {
		var ids []uuid.UUID
		for _, s := range all {
			ids = append(ids, s.OrganizationIds...)
		}
		return r.visibleOrganizations(ctx, ids, cols)
	})
	about := []*db.Organization{}
	for _, id := range s.OrganizationIds {
		if o := found[id]; o != nil {
			about = append(about, o)
		}
	}
	slices.SortFunc(about, byName)
	return about, err
}

// scheduleRecipients are the recipients of a schedule whom the viewer sees, in
// their order.
func (r *Resolver) scheduleRecipients(ctx context.Context, s *db.ReportSchedule) ([]*db.User, error) {
	return toMany(ctx, s, s.Siblings, "recipients", reportSchedules.key, func(ids []uuid.UUID) (map[uuid.UUID][]*db.User, error) {
		rows, err := r.client().ReportRecipient.Query().Where(among("schedule_id", ids)).Order(db.Asc(reportrecipient.FieldPosition)).All(ctx)
		if err != nil {
			return nil, fmt.Errorf("read recipients of reports: %w", err)
		}
		seen, err := r.visibleUsers(ctx, gather(rows, always(func(p *db.ReportRecipient) uuid.UUID { return p.UserID })), nil)
		if err != nil {
			return nil, err
		}
		each := map[uuid.UUID][]*db.User{}
		for _, p := range rows {
			if u := seen[p.UserID]; u != nil {
				each[p.ScheduleID] = append(each[p.ScheduleID], u)
			}
		}
		return each, nil
	})
}

// reportScheduleActions are the buttons of a schedule.
func (r *Resolver) reportScheduleActions(ctx context.Context, s *db.ReportSchedule) ([]model.ReportScheduleAction, error) {
	v, err := signedIn(ctx)
	if err != nil || !r.Authorizer.Reach(v, authz.ReportManage).Covers(v, s.OrganizationID, s.AccountID) {
		return []model.ReportScheduleAction{}, err
	}
	return []model.ReportScheduleAction{model.ReportScheduleActionUpdate, model.ReportScheduleActionDelete}, nil
}

// reportList are the reports the viewer may have about anything.
func (r *Resolver) reportList(ctx context.Context) []*model.Report {
	all := r.Usage.ReportsOf(authz.FromContext(ctx))
	out := make([]*model.Report, len(all))
	for i, report := range all {
		out[i] = &model.Report{Kind: report.Kind, Name: report.Name, Description: report.Description}
		for _, c := range report.Columns {
			out[i].Columns = append(out[i].Columns, &model.ReportColumn{Key: c.Key, Description: c.Description})
		}
	}
	return out
}

// keysOrNil keeps a list that was left out apart from one without entries.
func keysOrNil(prefix string, ids []string) []uuid.UUID {
	if ids == nil {
		return nil
	}
	return keysOf(prefix, ids)
}

func newReport(in model.ReportCreateInput) usage.NewReport {
	return usage.NewReport{
		Kind: in.Kind, Format: in.Format, From: in.From, To: in.To,
		Organizations: keysOrNil(organizationPrefix, in.OrganizationIds.Value()), IdempotencyKey: in.IdempotencyKey.Value(),
	}
}

func newReportSchedule(in model.ReportScheduleCreateInput) usage.NewSchedule {
	return usage.NewSchedule{
		Name: in.Name, Kind: in.Kind, Format: in.Format, Cadence: in.Cadence, Hour: in.Hour,
		Organizations: keysOrNil(organizationPrefix, in.OrganizationIds.Value()), Recipients: keysOf(userPrefix, in.RecipientIds),
		IdempotencyKey: in.IdempotencyKey.Value(),
	}
}

func reportSchedulePatch(in model.ReportScheduleUpdateInput) usage.SchedulePatch {
	p := usage.SchedulePatch{
		ExpectedVersion: in.ExpectedVersion.Value(), Name: in.Name.Value(), Kind: in.Kind.Value(), Format: in.Format.Value(),
		Cadence: in.Cadence.Value(), Hour: in.Hour.Value(), Active: in.Active.Value(),
	}
	if ids, given := in.OrganizationIds.ValueOK(); given {
		keys := keysOrNil(organizationPrefix, ids)
		p.Organizations = &keys
	}
	if ids := in.RecipientIds.Value(); ids != nil {
		keys := keysOf(userPrefix, ids)
		p.Recipients = &keys
	}
	return p
}

func reportSchedulePayload(s *db.ReportSchedule, err error) (*model.ReportSchedulePayload, error) {
	errs, err := refusals(err)
	if err != nil {
		return nil, err
	}
	return &model.ReportSchedulePayload{ReportSchedule: s, Errors: errs}, nil
}

func reportScheduleDeletePayload(id string, err error) (*model.ReportScheduleDeletePayload, error) {
	errs, err := refusals(err)
	if err != nil || len(errs) > 0 {
		return orNil(&model.ReportScheduleDeletePayload{Errors: errs}, err)
	}
	return &model.ReportScheduleDeletePayload{DeletedID: &id, Errors: errs}, nil
}

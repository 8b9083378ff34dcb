package graph

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/graph/model"
	"tenantry/internal/fault"
	"tenantry/internal/usage"
)

// usageResult answers sums of usage.
func (r *Resolver) usageResult(ctx context.Context, where model.UsageWhereInput, by []model.UsageGroup, limit int) (*model.UsageResult, error) {
	q, err := usageQuestion(where, by)
	if err != nil {
		return nil, err
	}
	q.Limit = limit
	found, more, err := r.Usage.Sum(ctx, q)
	if err != nil {
		return nil, err
	}
	rows, err := r.usageRows(ctx, found)
	return &model.UsageResult{Rows: rows, HasMore: more}, err
}

// usageQuestion reads what is asked for.
func usageQuestion(where model.UsageWhereInput, by []model.UsageGroup) (usage.Question, error) {
	q := usage.Question{From: where.From, To: where.To, ByOrganization: slices.Contains(by, model.UsageGroupOrganization)}
	days, months := slices.Contains(by, model.UsageGroupDay), slices.Contains(by, model.UsageGroupMonth)
	switch {
	case days && months:
		return q, fault.Input([]string{"groupBy"}, "Either DAY or MONTH.")
	case days:
		q.By = usage.Day
	case months:
		q.By = usage.Month
	}
	if f := where.Metric.Value(); f != nil {
		q.Metrics = f.In.Value()
		if eq := f.Eq.Value(); eq != nil {
			q.Metrics = []string{*eq}
			if in := f.In.Value(); in != nil && !slices.Contains(in, *eq) {
				q.Metrics = []string{}
			}
		}
	}
	if !slices.Contains(by, model.UsageGroupMetric) && len(q.Metrics) != 1 {
		return q, fault.Input([]string{"groupBy"}, "Quantities of different metrics are not added up: group by METRIC, or ask for one metric.")
	}
	ids, err := usageOrganizations(where.OrganizationID.Value())
	q.Organizations = ids
	return q, err
}

// usageOrganizations are the organizations of a filter; nil for all.
func usageOrganizations(f *model.IDFilter) ([]uuid.UUID, error) {
	if f == nil {
		return nil, nil
	}
	path := []string{"where", "organizationId"}
	if f.NotIn.Value() != nil {
		return nil, fault.Input(append(path, "notIn"), "Only eq and in are understood here.")
	}
	var ids []uuid.UUID
	if in := f.In.Value(); in != nil {
		if len(in) > 100 {
			return nil, fault.Input(append(path, "in"), "At most 100 ids are allowed.")
		}
		ids = keysOf(organizationPrefix, in)
	}
	if eq := f.Eq.Value(); eq != nil {
		key := keyOf(organizationPrefix, *eq)
		if ids != nil && !slices.Contains(ids, key) {
			return []uuid.UUID{}, nil
		}
		ids = []uuid.UUID{key}
	}
	return ids, nil
}

// usageRows are sums with their organizations, which stand beside numbers that
// the viewer sees anyway.
func (r *Resolver) usageRows(ctx context.Context, found []usage.Row) ([]*model.UsageRow, error) {
	var ids []uuid.UUID
	for _, f := range found {
		if f.Organization != uuid.Nil && !slices.Contains(ids, f.Organization) {
			ids = append(ids, f.Organization)
		}
	}
	named, err := r.organizationsNamed(ctx, ids, nil)
	rows := make([]*model.UsageRow, len(found))
	for i, f := range found {
		rows[i] = usageRow(f)
		rows[i].Organization = named[f.Organization]
	}
	return rows, err
}

func usageRow(f usage.Row) *model.UsageRow {
	row := &model.UsageRow{Metric: f.Metric, Quantity: f.Quantity, Records: f.Records}
	if !f.Period.IsZero() {
		row.Period = &f.Period
	}
	return row
}

// usageAt is the usage of one organization, read for all organizations of a
// page at once; nil for one whose usage the viewer may not see.
func (r *Resolver) usageAt(ctx context.Context, o *db.Organization, from, to time.Time, metrics []string, by *model.UsagePeriod) ([]*model.UsageRow, error) {
	v, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	if !r.Usage.Readable(v, o.ID, o.AccountID) {
		return nil, nil
	}
	q := usage.Question{From: from, To: to, Metrics: metrics}
	if by != nil {
		q.By = usage.Period(*by)
	}
	shape := fmt.Sprint(from, to, strings.Join(metrics, ","), q.By)
	each, err := once(ctx, o, o.Siblings, "usage", shape, func(all []*db.Organization) (map[uuid.UUID][]usage.Row, error) {
		return r.Usage.SumEach(ctx, gather(all, func(o *db.Organization) *uuid.UUID { return r.readableUsage(v, o) }), q)
	})
	if err != nil {
		return nil, err
	}
	rows := make([]*model.UsageRow, len(each[o.ID]))
	for i, f := range each[o.ID] {
		rows[i] = usageRow(f)
	}
	return rows, nil
}

// readableUsage is the key of an organization whose usage the viewer may see.
func (r *Resolver) readableUsage(v *authz.Viewer, o *db.Organization) *uuid.UUID {
	if r.Usage.Readable(v, o.ID, o.AccountID) {
		return &o.ID
	}
	return nil
}

func usageMetrics() []*model.UsageMetric {
	known := usage.Metrics()
	out := make([]*model.UsageMetric, len(known))
	for i, m := range known {
		out[i] = &model.UsageMetric{Key: m.Key, Name: m.Name, Unit: m.Unit}
	}
	return out
}

// usageBatch reads a batch of records.
func usageBatch(in model.UsageRecordInput) usage.Batch {
	batch := usage.Batch{
		CSV: in.CSV.Value(), Organization: in.OrganizationID.Value(), Metric: in.Metric.Value(), Day: in.Day.Value(),
		ParseOrganization: func(id string) uuid.UUID { return keyOf(organizationPrefix, id) },
		SkipFailed:        in.ErrorPolicy == model.BulkErrorPolicySkipFailed,
	}
	if given := in.Records.Value(); given != nil {
		batch.Records = make([]usage.Record, len(given))
		for i, g := range given {
			batch.Records[i] = usage.Record{OrganizationID: keyOf(organizationPrefix, g.OrganizationID), Metric: g.Metric, Day: g.Day, Quantity: g.Quantity, Key: g.Key}
		}
	}
	return batch
}

func usagePayload(done *usage.Recorded, err error) (*model.UsageRecordPayload, error) {
	errs, err := refusals(err)
	if err != nil {
		return nil, err
	}
	payload := &model.UsageRecordPayload{Errors: errs, Rejections: []*model.MutationError{}, Conflicts: []*model.MutationError{}}
	if done != nil && len(errs) == 0 {
		payload.Accepted, payload.Duplicates, payload.Rejected = done.Accepted, done.Duplicates, done.Rejected
		payload.Conflicting = done.Conflicting
		if payload.Rejections, err = refusals(done.Rejections.Err()); err == nil {
			payload.Conflicts, err = refusals(done.Conflicts.Err())
		}
	}
	return payload, err
}

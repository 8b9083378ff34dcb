package graph

import (
	"context"
	"fmt"
	"slices"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/serviceincidentnews"
	"tenantry/graph/model"
	"tenantry/internal/connection"
	"tenantry/internal/portal"
)

// maxNewsShown bounds the news of one incident.
const maxNewsShown = 100

// serviceIncidents says how incidents are read.
var serviceIncidents = entity[db.ServiceIncident]{
	name:     "incidents",
	types:    []string{"ServiceIncident", "Node"},
	key:      func(i *db.ServiceIncident) uuid.UUID { return i.ID },
	siblings: func(i *db.ServiceIncident) *[]*db.ServiceIncident { return &i.Siblings },
	base:     []string{"id", "reseller_id"},
	columns: map[string][]string{
		"id": {}, "updates": {}, "viewerActions": {},
		"version": {"version"}, "title": {"title"}, "severity": {"severity"}, "status": {"status"}, "startedAt": {"started_at"},
		"resolvedAt": {"resolved_at"}, "createdAt": {"created_at"}, "updatedAt": {"updated_at"},
	},
}

// releaseNotes says how release notes are read.
var releaseNotes = entity[db.ReleaseNote]{
	name:     "release notes",
	types:    []string{"ReleaseNote", "Node"},
	key:      func(n *db.ReleaseNote) uuid.UUID { return n.ID },
	siblings: func(n *db.ReleaseNote) *[]*db.ReleaseNote { return &n.Siblings },
	base:     []string{"id", "reseller_id"},
	columns: map[string][]string{
		"id": {}, "viewerActions": {},
		"version": {"version"}, "release": {"release"}, "title": {"title"}, "body": {"body"},
		"publishedAt": {"published_at"}, "updatedAt": {"updated_at"},
	},
}

// incidentTerms are the sort keys of incidents.
var incidentTerms = map[model.ServiceIncidentOrderField]connection.Term[db.ServiceIncident]{
	model.ServiceIncidentOrderFieldStartedAt: {Column: "started_at", Kind: connection.Time, Value: func(i *db.ServiceIncident) any { return i.StartedAt }},
}

// noteTerms are the sort keys of release notes.
var noteTerms = map[model.ReleaseNoteOrderField]connection.Term[db.ReleaseNote]{
	model.ReleaseNoteOrderFieldPublishedAt: {Column: "published_at", Kind: connection.Time, Value: func(n *db.ReleaseNote) any { return n.PublishedAt }},
	model.ReleaseNoteOrderFieldRelease:     {Column: "release", Kind: connection.Text, Value: func(n *db.ReleaseNote) any { return n.Release }},
}

func (r *Resolver) serviceIncidentList(
	ctx context.Context, args connection.Args, where *model.ServiceIncidentWhereInput, by []*model.ServiceIncidentOrder,
) (*model.ServiceIncidentConnection, error) {
	p := newPlace()
	cond := serviceIncidentConditions(p, where)
	if err := p.fault(); err != nil {
		return nil, err
	}
	order, err := ordered(serviceIncidents, incidentTerms, by)
	if err != nil {
		return nil, err
	}
	l, err := fetch(ctx, serviceIncidents, r.client().ServiceIncident.Query(), args, cond, order)
	if err != nil {
		return nil, err
	}
	return &model.ServiceIncidentConnection{
		Edges: edges(l, func(i *db.ServiceIncident, cursor string) *model.ServiceIncidentEdge {
			return &model.ServiceIncidentEdge{Node: i, Cursor: cursor}
		}),
		Nodes: l.nodes(), PageInfo: l.info(), TotalCount: l.Total,
	}, nil
}

func serviceIncidentConditions(p place, w *model.ServiceIncidentWhereInput) connection.Filter {
	if w == nil {
		return nil
	}
	and := []connection.Filter{
		logic(p, w.And, w.Or, w.Not, serviceIncidentConditions),
		p.ids("id", "id", serviceIncidentPrefix, w.ID.Value()),
		p.instant("startedAt", "started_at", w.StartedAt.Value()),
	}
	if f := w.Status.Value(); f != nil {
		and = append(and, enum(p, "status", "status", f.In, f.NotIn))
	}
	if f := w.Severity.Value(); f != nil {
		and = append(and, enum(p, "severity", "severity", f.In, f.NotIn))
	}
	return connection.And(and...)
}

func (r *Resolver) releaseNoteList(
	ctx context.Context, args connection.Args, where *model.ReleaseNoteWhereInput, by []*model.ReleaseNoteOrder,
) (*model.ReleaseNoteConnection, error) {
	p := newPlace()
	cond := releaseNoteConditions(p, where)
	if err := p.fault(); err != nil {
		return nil, err
	}
	order, err := ordered(releaseNotes, noteTerms, by)
	if err != nil {
		return nil, err
	}
	l, err := fetch(ctx, releaseNotes, r.client().ReleaseNote.Query(), args, cond, order)
	if err != nil {
		return nil, err
	}
	return &model.ReleaseNoteConnection{
		Edges: edges(l, func(n *db.ReleaseNote, cursor string) *model.ReleaseNoteEdge {
			return &model.ReleaseNoteEdge{Node: n, Cursor: cursor}
		}),
		Nodes: l.nodes(), PageInfo: l.info(), TotalCount: l.Total,
	}, nil
}

func releaseNoteConditions(p place, w *model.ReleaseNoteWhereInput) connection.Filter {
	if w == nil {
		return nil
	}
	return connection.And(
		logic(p, w.And, w.Or, w.Not, releaseNoteConditions),
		p.ids("id", "id", releaseNotePrefix, w.ID.Value()),
		p.anyCase("release", "release", w.Release.Value()),
		p.instant("publishedAt", "published_at", w.PublishedAt.Value()),
	)
}

// visibleIncidents reads the incidents among ids, for who may read such news.
func (r *Resolver) visibleIncidents(ctx context.Context, ids []uuid.UUID, cols []string) (map[uuid.UUID]*db.ServiceIncident, error) {
	if !r.Authorizer.ServiceStatusVisible(authz.FromContext(ctx)) {
		return nil, nil
	}
	return byID(ctx, serviceIncidents, r.client().ServiceIncident.Query(), ids, cols, nil)
}

// visibleNotes reads the release notes among ids, for who may read such news.
func (r *Resolver) visibleNotes(ctx context.Context, ids []uuid.UUID, cols []string) (map[uuid.UUID]*db.ReleaseNote, error) {
	if !r.Authorizer.ServiceStatusVisible(authz.FromContext(ctx)) {
		return nil, nil
	}
	return byID(ctx, releaseNotes, r.client().ReleaseNote.Query(), ids, cols, nil)
}

// incidentNews is the news about incidents read together, the newest first.
func (r *Resolver) incidentNews(ctx context.Context, i *db.ServiceIncident) ([]*db.ServiceIncidentNews, error) {
	news, err := toMany(ctx, i, i.Siblings, "updates", serviceIncidents.key, func(ids []uuid.UUID) (map[uuid.UUID][]*db.ServiceIncidentNews, error) {
		rows, err := r.client().ServiceIncidentNews.Query().Where(among("incident_id", ids)).
			Order(db.Desc(serviceincidentnews.FieldCreatedAt, serviceincidentnews.FieldID)).All(ctx)
		if err != nil {
			return nil, fmt.Errorf("read news of incidents: %w", err)
		}
		each := map[uuid.UUID][]*db.ServiceIncidentNews{}
		for _, n := range rows {
			each[n.IncidentID] = append(each[n.IncidentID], n)
		}
		return each, nil
	})
	return slices.Clone(news[:min(len(news), maxNewsShown)]), err
}

// statusSubscription is what the caller gets by mail.
func (r *Resolver) statusSubscription(ctx context.Context) (*model.StatusSubscription, error) {
	v, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	now, err := portal.SubscriptionOf(ctx, r.client(), v.UserID)
	return &model.StatusSubscription{Incidents: now.Incidents, ReleaseNotes: now.ReleaseNotes}, err
}

func newIncident(in model.ServiceIncidentOpenInput) portal.NewIncident {
	return portal.NewIncident{
		Title: in.Title, Severity: in.Severity, Status: in.Status, Body: in.Body, StartedAt: in.StartedAt.Value(), IdempotencyKey: in.IdempotencyKey.Value(),
	}
}

func newsOf(in model.ServiceIncidentUpdateInput) portal.IncidentNews {
	return portal.IncidentNews{
		ExpectedVersion: in.ExpectedVersion.Value(), Title: named(in.Title), Severity: in.Severity.Value(), Status: in.Status, Body: in.Body,
	}
}

func notePatch(in model.ReleaseNoteUpdateInput) portal.NotePatch {
	return portal.NotePatch{
		ExpectedVersion: in.ExpectedVersion.Value(), Release: named(in.Release), Title: named(in.Title), Body: named(in.Body),
	}
}

func serviceIncidentPayload(i *db.ServiceIncident, err error) (*model.ServiceIncidentPayload, error) {
	errs, err := refusals(err)
	if err != nil {
		return nil, err
	}
	return &model.ServiceIncidentPayload{ServiceIncident: i, Errors: errs}, nil
}

func serviceIncidentDeletePayload(id string, err error) (*model.ServiceIncidentDeletePayload, error) {
	errs, err := refusals(err)
	if err != nil || len(errs) > 0 {
		return orNil(&model.ServiceIncidentDeletePayload{Errors: errs}, err)
	}
	return &model.ServiceIncidentDeletePayload{DeletedID: &id, Errors: errs}, nil
}

func releaseNotePayload(n *db.ReleaseNote, err error) (*model.ReleaseNotePayload, error) {
	errs, err := refusals(err)
	if err != nil {
		return nil, err
	}
	return &model.ReleaseNotePayload{ReleaseNote: n, Errors: errs}, nil
}

func releaseNoteDeletePayload(id string, err error) (*model.ReleaseNoteDeletePayload, error) {
	errs, err := refusals(err)
	if err != nil || len(errs) > 0 {
		return orNil(&model.ReleaseNoteDeletePayload{Errors: errs}, err)
	}
	return &model.ReleaseNoteDeletePayload{DeletedID: &id, Errors: errs}, nil
}

func statusSubscriptionPayload(now portal.Subscription, err error) (*model.StatusSubscriptionPayload, error) {
	errs, err := refusals(err)
	if err != nil || len(errs) > 0 {
		return orNil(&model.StatusSubscriptionPayload{Errors: errs}, err)
	}
	return &model.StatusSubscriptionPayload{
		StatusSubscription: &model.StatusSubscription{Incidents: now.Incidents, ReleaseNotes: now.ReleaseNotes}, Errors: errs,
	}, nil
}

package graph

import (
	"context"
	"slices"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"
	"github.com/lib/pq"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/graph/model"
	"tenantry/internal/connection"
	"tenantry/internal/directory"
	"tenantry/internal/feature"
	"tenantry/internal/partner"
	"tenantry/internal/rule"
)

// webhookEndpoints says how webhook endpoints are read.
var webhookEndpoints = entity[db.WebhookEndpoint]{
	name:     "webhook endpoints",
	types:    []string{"WebhookEndpoint", "Node"},
	key:      func(e *db.WebhookEndpoint) uuid.UUID { return e.ID },
	siblings: func(e *db.WebhookEndpoint) *[]*db.WebhookEndpoint { return &e.Siblings },
	base:     []string{"id", "reseller_id", "account_id", "organization_id", "active"},
	columns: map[string][]string{
		"id": {}, "active": {}, "organization": {}, "viewerActions": {},
		"version": {"version"}, "name": {"name"}, "url": {"url"}, "events": {"events"}, "selection": {"selection"},
		"secretVersion": {"secret_version"}, "createdAt": {"created_at"}, "updatedAt": {"updated_at"},
	},
}

// webhookEndpointTerms are the sort keys of webhook endpoints.
var webhookEndpointTerms = map[model.WebhookEndpointOrderField]connection.Term[db.WebhookEndpoint]{
	model.WebhookEndpointOrderFieldName:      {Column: "sort_name", Kind: connection.Text, Value: func(e *db.WebhookEndpoint) any { return e.SortName }},
	model.WebhookEndpointOrderFieldCreatedAt: {Column: "created_at", Kind: connection.Time, Value: func(e *db.WebhookEndpoint) any { return e.CreatedAt }},
}

func (r *Resolver) webhookEndpointList(
	ctx context.Context, args connection.Args, search *string, where *model.WebhookEndpointWhereInput, by []*model.WebhookEndpointOrder,
) (*model.WebhookEndpointConnection, error) {
	v, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	text, err := searchedIn("sort_name", search, "url")
	if err != nil {
		return nil, err
	}
	p := newPlace()
	cond := webhookEndpointConditions(p, where)
	if err := p.fault(); err != nil {
		return nil, err
	}
	order, err := ordered(webhookEndpoints, webhookEndpointTerms, by)
	if err != nil {
		return nil, err
	}
	rows := connection.And(r.ownedBy(v, authz.WebhookRead), text, cond)
	l, err := fetch(ctx, webhookEndpoints, r.client().WebhookEndpoint.Query(), args, rows, order)
	if err != nil {
		return nil, err
	}
	return &model.WebhookEndpointConnection{
		Edges: edges(l, func(e *db.WebhookEndpoint, cursor string) *model.WebhookEndpointEdge {
			return &model.WebhookEndpointEdge{Node: e, Cursor: cursor}
		}),
		Nodes: l.nodes(), PageInfo: l.info(), TotalCount: l.Total,
	}, nil
}

func webhookEndpointConditions(p place, w *model.WebhookEndpointWhereInput) connection.Filter {
	if w == nil {
		return nil
	}
	var event connection.Filter
	if key := w.Event.Value(); key != nil {
		event = p.Listed("event", []string{*key}, nil, toldOf)
	}
	return connection.And(
		logic(p, w.And, w.Or, w.Not, webhookEndpointConditions),
		p.ids("id", "id", webhookEndpointPrefix, w.ID.Value()),
		p.ids("organizationId", "organization_id", organizationPrefix, w.OrganizationID.Value()),
		p.text("name", "sort_name", w.Name.Value(), directory.Fold),
		p.anyCase("url", "url", w.URL.Value()),
		p.instant("createdAt", "created_at", w.CreatedAt.Value()),
		p.Bool("active", "active", w.Active.Value()),
		event,
	)
}

// toldOf holds for endpoints that are told of one of the events.
func toldOf(keys []string) connection.Filter {
	return func(s *sql.Selector) {
		s.Where(sql.P(func(b *sql.Builder) { b.Ident(s.C("events")).WriteString(" && ").Arg(pq.StringArray(keys)) }))
	}
}

// visibleWebhookEndpoints reads the endpoints among ids that the viewer may see.
func (r *Resolver) visibleWebhookEndpoints(ctx context.Context, ids []uuid.UUID, cols []string) (map[uuid.UUID]*db.WebhookEndpoint, error) {
	v := authz.FromContext(ctx)
	reach := r.Authorizer.Reach(v, authz.WebhookRead)
	return byID(ctx, webhookEndpoints, r.client().WebhookEndpoint.Query(), ids, cols, func(e *db.WebhookEndpoint) bool {
		return reach.Covers(v, e.OrganizationID, e.AccountID)
	})
}

func (r *Resolver) webhookEndpointActions(ctx context.Context, e *db.WebhookEndpoint) ([]model.WebhookEndpointAction, error) {
	places, err := placeStates(ctx, r, e, e.Siblings, func(e *db.WebhookEndpoint) (uuid.UUID, uuid.UUID) { return e.OrganizationID, e.AccountID })
	target := authz.OwnedTarget{
		ID: e.ID, OrganizationID: e.OrganizationID, AccountID: e.AccountID, Status: partner.EndpointStatus(e), Closed: places[e.OrganizationID].closed,
	}
	actions := r.Authorizer.WebhookEndpointActions(authz.FromContext(ctx), target)
	if places[e.OrganizationID].lacks(ctx, feature.Webhooks) {
		actions = slices.DeleteFunc(actions, func(a authz.WebhookEndpointAction) bool { return a == authz.WebhookEndpointActionEnable })
	}
	return actionsAs[model.WebhookEndpointAction](actions), err
}

func webhookEvents() []*model.WebhookEvent {
	all := partner.Events()
	out := make([]*model.WebhookEvent, len(all))
	for i, e := range all {
		out[i] = &model.WebhookEvent{Key: e.Key, Description: e.Description}
	}
	return out
}

func newWebhookEndpoint(in model.WebhookEndpointCreateInput) partner.NewEndpoint {
	return partner.NewEndpoint{
		OrganizationID: keyOf(organizationPrefix, in.OrganizationID), Name: in.Name, URL: in.URL, Events: in.Events,
		Selection: in.Selection.Value(), IdempotencyKey: in.IdempotencyKey.Value(),
	}
}

func webhookEndpointPatch(in model.WebhookEndpointUpdateInput) partner.EndpointPatch {
	p := partner.EndpointPatch{
		ExpectedVersion: in.ExpectedVersion.Value(), Name: named(in.Name), URL: named(in.URL), Selection: rule.Set[string](field(in.Selection)),
	}
	if events, given := in.Events.ValueOK(); given {
		p.Events = &events
	}
	return p
}

func webhookEndpointPayload(e *db.WebhookEndpoint, err error) (*model.WebhookEndpointPayload, error) {
	errs, err := refusals(err)
	if err != nil {
		return nil, err
	}
	return &model.WebhookEndpointPayload{WebhookEndpoint: e, Errors: errs}, nil
}

func webhookEndpointSecretPayload(e *db.WebhookEndpoint, secret *string, err error) (*model.WebhookEndpointSecretPayload, error) {
	errs, err := refusals(err)
	if err != nil || len(errs) > 0 {
		return orNil(&model.WebhookEndpointSecretPayload{Errors: errs}, err)
	}
	return &model.WebhookEndpointSecretPayload{WebhookEndpoint: e, Secret: secret, Errors: errs}, nil
}

func webhookEndpointDeletePayload(id string, err error) (*model.WebhookEndpointDeletePayload, error) {
	errs, err := refusals(err)
	if err != nil || len(errs) > 0 {
		return orNil(&model.WebhookEndpointDeletePayload{Errors: errs}, err)
	}
	return &model.WebhookEndpointDeletePayload{DeletedID: &id, Errors: errs}, nil
}

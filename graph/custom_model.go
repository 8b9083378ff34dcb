package graph

import (
	"context"
	"slices"
	"strings"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/graph/model"
	"tenantry/internal/connection"
	"tenantry/internal/directory"
	"tenantry/internal/feature"
	"tenantry/internal/resource"
	"tenantry/internal/rule"
)

// customModels says how custom models are read.
var customModels = entity[db.CustomModel]{
	name:     "custom models",
	types:    []string{"CustomModel", "Node"},
	key:      func(m *db.CustomModel) uuid.UUID { return m.ID },
	siblings: func(m *db.CustomModel) *[]*db.CustomModel { return &m.Siblings },
	base:     []string{"id", "reseller_id", "account_id", "organization_id", "status"},
	columns: map[string][]string{
		"id": {}, "status": {}, "organization": {}, "viewerActions": {},
		"version": {"version"}, "key": {"key"}, "name": {"name"}, "description": {"description"}, "task": {"task"},
		"baseModel": {"base_model"}, "createdAt": {"created_at"}, "updatedAt": {"updated_at"},
	},
}

// customModelTerms are the sort keys of custom models.
var customModelTerms = map[model.CustomModelOrderField]connection.Term[db.CustomModel]{
	model.CustomModelOrderFieldName:      {Column: "sort_name", Kind: connection.Text, Value: func(m *db.CustomModel) any { return m.SortName }},
	model.CustomModelOrderFieldCreatedAt: {Column: "created_at", Kind: connection.Time, Value: func(m *db.CustomModel) any { return m.CreatedAt }},
}

func (r *Resolver) customModelList(
	ctx context.Context, args connection.Args, search *string, where *model.CustomModelWhereInput, by []*model.CustomModelOrder,
) (*model.CustomModelConnection, error) {
	v, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	text, err := searchedIn("sort_name", search, "key")
	if err != nil {
		return nil, err
	}
	p := newPlace()
	cond := customModelConditions(p, where)
	if err := p.fault(); err != nil {
		return nil, err
	}
	order, err := ordered(customModels, customModelTerms, by)
	if err != nil {
		return nil, err
	}
	rows := connection.And(r.ownedBy(v, authz.CustomModelRead), text, cond)
	l, err := fetch(ctx, customModels, r.client().CustomModel.Query(), args, rows, order)
	if err != nil {
		return nil, err
	}
	return &model.CustomModelConnection{
		Edges: edges(l, func(m *db.CustomModel, cursor string) *model.CustomModelEdge {
			return &model.CustomModelEdge{Node: m, Cursor: cursor}
		}),
		Nodes: l.nodes(), PageInfo: l.info(), TotalCount: l.Total,
	}, nil
}

func customModelConditions(p place, w *model.CustomModelWhereInput) connection.Filter {
	if w == nil {
		return nil
	}
	and := []connection.Filter{
		logic(p, w.And, w.Or, w.Not, customModelConditions),
		p.ids("id", "id", customModelPrefix, w.ID.Value()),
		p.ids("organizationId", "organization_id", organizationPrefix, w.OrganizationID.Value()),
		p.text("name", "sort_name", w.Name.Value(), directory.Fold),
		p.text("key", "key", w.Key.Value(), strings.ToLower),
		p.instant("createdAt", "created_at", w.CreatedAt.Value()),
	}
	if f := w.Status.Value(); f != nil {
		and = append(and, enum(p, "status", "status", f.In, f.NotIn))
	}
	if f := w.Task.Value(); f != nil {
		and = append(and, enum(p, "task", "task", f.In, f.NotIn))
	}
	return connection.And(and...)
}

// visibleCustomModels reads the models among ids that the viewer may see.
func (r *Resolver) visibleCustomModels(ctx context.Context, ids []uuid.UUID, cols []string) (map[uuid.UUID]*db.CustomModel, error) {
	v := authz.FromContext(ctx)
	reach := r.Authorizer.Reach(v, authz.CustomModelRead)
	return byID(ctx, customModels, r.client().CustomModel.Query(), ids, cols, func(m *db.CustomModel) bool {
		return reach.Covers(v, m.OrganizationID, m.AccountID)
	})
}

func (r *Resolver) customModelActions(ctx context.Context, m *db.CustomModel) ([]model.CustomModelAction, error) {
	places, err := placeStates(ctx, r, m, m.Siblings, func(m *db.CustomModel) (uuid.UUID, uuid.UUID) { return m.OrganizationID, m.AccountID })
	target := authz.OwnedTarget{ID: m.ID, OrganizationID: m.OrganizationID, AccountID: m.AccountID, Status: string(m.Status), Closed: places[m.OrganizationID].closed}
	actions := r.Authorizer.CustomModelActions(authz.FromContext(ctx), target)
	if places[m.OrganizationID].lacks(ctx, feature.CustomModels) {
		actions = slices.DeleteFunc(actions, func(a authz.CustomModelAction) bool { return a == authz.CustomModelActionActivate })
	}
	return actionsAs[model.CustomModelAction](actions), err
}

func newCustomModel(in model.CustomModelCreateInput) resource.NewModel {
	return resource.NewModel{
		OrganizationID: keyOf(organizationPrefix, in.OrganizationID), Key: in.Key, Name: in.Name, Description: in.Description.Value(),
		BaseModel: in.BaseModel.Value(), Task: in.Task, IdempotencyKey: in.IdempotencyKey.Value(),
	}
}

func customModelPatch(in model.CustomModelUpdateInput) resource.ModelPatch {
	return resource.ModelPatch{
		ExpectedVersion: in.ExpectedVersion.Value(), Name: named(in.Name),
		Description: rule.Set[string](field(in.Description)), BaseModel: rule.Set[string](field(in.BaseModel)),
	}
}

func customModelPayload(m *db.CustomModel, err error) (*model.CustomModelPayload, error) {
	errs, err := refusals(err)
	if err != nil {
		return nil, err
	}
	return &model.CustomModelPayload{CustomModel: m, Errors: errs}, nil
}

func customModelDeletePayload(id string, err error) (*model.CustomModelDeletePayload, error) {
	errs, err := refusals(err)
	if err != nil || len(errs) > 0 {
		return orNil(&model.CustomModelDeletePayload{Errors: errs}, err)
	}
	return &model.CustomModelDeletePayload{DeletedID: &id, Errors: errs}, nil
}

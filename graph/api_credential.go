package graph

import (
	"context"
	"slices"
	"time"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/graph/model"
	"tenantry/internal/connection"
	"tenantry/internal/directory"
	"tenantry/internal/partner"
	"tenantry/internal/rule"
)

// apiCredentials says how API keys are read; never their hashes.
var apiCredentials = entity[db.APICredential]{
	name:     "API keys",
	types:    []string{"ApiCredential", "Node"},
	key:      func(c *db.APICredential) uuid.UUID { return c.ID },
	siblings: func(c *db.APICredential) *[]*db.APICredential { return &c.Siblings },
	base:     []string{"id", "reseller_id", "account_id", "organization_id", "created_by", "roles", "expires_at", "revoked_at"},
	columns: map[string][]string{
		"id": {}, "status": {}, "roles": {}, "expiresAt": {}, "revokedAt": {}, "createdBy": {}, "organization": {}, "viewerActions": {},
		"version": {"version"}, "name": {"name"}, "prefix": {"prefix"}, "operations": {"operations"}, "costPerMinute": {"cost_per_minute"},
		"lastUsedAt": {"last_used_at"}, "revokedReason": {"revoked_reason"}, "createdAt": {"created_at"}, "updatedAt": {"updated_at"},
	},
}

// apiCredentialTerms are the sort keys of API keys.
var apiCredentialTerms = map[model.APICredentialOrderField]connection.Term[db.APICredential]{
	model.APICredentialOrderFieldName:       {Column: "sort_name", Kind: connection.Text, Value: func(c *db.APICredential) any { return c.SortName }},
	model.APICredentialOrderFieldCreatedAt:  {Column: "created_at", Kind: connection.Time, Value: func(c *db.APICredential) any { return c.CreatedAt }},
	model.APICredentialOrderFieldLastUsedAt: {Column: "last_used_at", Kind: connection.Time, Nullable: true, Value: func(c *db.APICredential) any { return c.LastUsedAt }},
	model.APICredentialOrderFieldExpiresAt:  {Column: "expires_at", Kind: connection.Time, Nullable: true, Value: func(c *db.APICredential) any { return c.ExpiresAt }},
}

func (r *Resolver) apiCredentialList(
	ctx context.Context, args connection.Args, search *string, where *model.APICredentialWhereInput, by []*model.APICredentialOrder,
) (*model.APICredentialConnection, error) {
	v, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	text, err := searchedIn("sort_name", search, "prefix")
	if err != nil {
		return nil, err
	}
	p := newPlace()
	cond := apiCredentialConditions(r.Now())(p, where)
	if err := p.fault(); err != nil {
		return nil, err
	}
	order, err := ordered(apiCredentials, apiCredentialTerms, by)
	if err != nil {
		return nil, err
	}
	rows := connection.And(r.ownedBy(v, authz.ApiCredentialRead), text, cond)
	l, err := fetch(ctx, apiCredentials, r.client().APICredential.Query(), args, rows, order)
	if err != nil {
		return nil, err
	}
	return &model.APICredentialConnection{
		Edges: edges(l, func(c *db.APICredential, cursor string) *model.APICredentialEdge {
			return &model.APICredentialEdge{Node: c, Cursor: cursor}
		}),
		Nodes: l.nodes(), PageInfo: l.info(), TotalCount: l.Total,
	}, nil
}

func apiCredentialConditions(now time.Time) func(place, *model.APICredentialWhereInput) connection.Filter {
	var build func(p place, w *model.APICredentialWhereInput) connection.Filter
	build = func(p place, w *model.APICredentialWhereInput) connection.Filter {
		if w == nil {
			return nil
		}
		and := []connection.Filter{
			logic(p, w.And, w.Or, w.Not, build),
			p.ids("id", "id", apiCredentialPrefix, w.ID.Value()),
			p.ids("organizationId", "organization_id", organizationPrefix, w.OrganizationID.Value()),
			p.text("name", "sort_name", w.Name.Value(), directory.Fold),
			p.instant("lastUsedAt", "last_used_at", w.LastUsedAt.Value()),
			p.instant("expiresAt", "expires_at", w.ExpiresAt.Value()),
			p.instant("createdAt", "created_at", w.CreatedAt.Value()),
		}
		if f := w.Status.Value(); f != nil {
			and = append(and, p.Listed("status", asTexts(f.In.Value()), asTexts(f.NotIn.Value()), func(states []string) connection.Filter {
				return inState(states, now)
			}))
		}
		return connection.And(and...)
	}
	return build
}

// asTexts keeps a list that was left out apart from one without entries.
func asTexts[E ~string](list []E) []string {
	if list == nil {
		return nil
	}
	out := make([]string, len(list))
	for i, e := range list {
		out[i] = string(e)
	}
	return out
}

// inState holds for keys in one of several states, which follow from times.
func inState(states []string, now time.Time) connection.Filter {
	or := make([]connection.Filter, 0, len(states))
	for _, state := range states {
		switch model.APICredentialStatus(state) {
		case model.APICredentialStatusRevoked:
			or = append(or, sql.FieldNotNull("revoked_at"))
		case model.APICredentialStatusExpired:
			or = append(or, connection.And(sql.FieldIsNull("revoked_at"), sql.FieldLTE("expires_at", now)))
		case model.APICredentialStatusActive:
			or = append(or, connection.And(sql.FieldIsNull("revoked_at"),
				connection.Or(sql.FieldIsNull("expires_at"), sql.FieldGT("expires_at", now))))
		}
	}
	return connection.Or(or...)
}

// visibleAPICredentials reads the keys among ids that the viewer may see.
func (r *Resolver) visibleAPICredentials(ctx context.Context, ids []uuid.UUID, cols []string) (map[uuid.UUID]*db.APICredential, error) {
	v := authz.FromContext(ctx)
	reach := r.Authorizer.Reach(v, authz.ApiCredentialRead)
	return byID(ctx, apiCredentials, r.client().APICredential.Query(), ids, cols, func(c *db.APICredential) bool {
		return reach.Covers(v, c.OrganizationID, c.AccountID)
	})
}

// apiCredentialRoles are the roles a key holds, by name. Whoever sees the key
// sees them; one that was removed is held no longer.
func (r *Resolver) apiCredentialRoles(ctx context.Context, c *db.APICredential) ([]*db.Role, error) {
	system, err := r.builtIn(ctx)
	if err != nil {
		return nil, err
	}
	custom, err := once(ctx, c, c.Siblings, "roles", "", func(all []*db.APICredential) (map[uuid.UUID]*db.Role, error) {
		var ids []uuid.UUID
		for _, c := range all {
			for _, key := range c.Roles {
				if id, err := uuid.Parse(key); err == nil && !slices.Contains(ids, id) {
					ids = append(ids, id)
				}
			}
		}
		return byID(ctx, roles, r.client().Role.Query(), ids, roles.base, nil)
	})
	held := []*db.Role{}
	for _, key := range c.Roles {
		o := system[key]
		if id, err := uuid.Parse(key); err == nil {
			o = custom[id]
		}
		if o != nil {
			held = append(held, o)
		}
	}
	return held, err
}

func (r *Resolver) apiCredentialActions(ctx context.Context, c *db.APICredential) ([]model.APICredentialAction, error) {
	places, err := placeStates(ctx, r, c, c.Siblings, func(c *db.APICredential) (uuid.UUID, uuid.UUID) { return c.OrganizationID, c.AccountID })
	target := authz.APICredentialTarget{
		OwnedTarget: authz.OwnedTarget{
			ID: c.ID, OrganizationID: c.OrganizationID, AccountID: c.AccountID,
			Status: partner.CredentialStatus(c, r.Now()), Closed: places[c.OrganizationID].closed,
		},
		Roles: c.Roles,
	}
	return actionsAs[model.APICredentialAction](r.Authorizer.APICredentialActions(authz.FromContext(ctx), target)), err
}

func newAPICredential(in model.APICredentialCreateInput) partner.NewCredential {
	return partner.NewCredential{
		OrganizationID: keyOf(organizationPrefix, in.OrganizationID), Name: in.Name, Roles: keysOf(rolePrefix, in.RoleIds),
		Operations: in.Operations.Value(), CostPerMinute: in.CostPerMinute.Value(), ExpiresAt: in.ExpiresAt.Value(), IdempotencyKey: in.IdempotencyKey.Value(),
	}
}

func apiCredentialPatch(in model.APICredentialUpdateInput) partner.CredentialPatch {
	p := partner.CredentialPatch{
		ExpectedVersion: in.ExpectedVersion.Value(), Name: named(in.Name),
		CostPerMinute: rule.Set[int](field(in.CostPerMinute)), ExpiresAt: rule.Set[time.Time](field(in.ExpiresAt)),
	}
	if operations, given := in.Operations.ValueOK(); given {
		p.Operations = &operations
	}
	return p
}

func apiServicePatch(in model.APIServiceConfigureInput) partner.ServicePatch {
	p := partner.ServicePatch{
		ExpectedVersion: in.ExpectedVersion.Value(), Enabled: in.Enabled.Value(),
		CostPerMinute: rule.Set[int](field(in.CostPerMinute)), MaxKeyDays: rule.Set[int](field(in.MaxKeyDays)),
	}
	if origins, given := in.AllowedOrigins.ValueOK(); given {
		p.AllowedOrigins = &origins
	}
	if networks, given := in.AllowedNetworks.ValueOK(); given {
		p.AllowedNetworks = &networks
	}
	return p
}

func apiCredentialPayload(c *db.APICredential, err error) (*model.APICredentialPayload, error) {
	errs, err := refusals(err)
	if err != nil {
		return nil, err
	}
	return &model.APICredentialPayload{APICredential: c, Errors: errs}, nil
}

func apiCredentialSecretPayload(c *db.APICredential, secret *string, err error) (*model.APICredentialSecretPayload, error) {
	errs, err := refusals(err)
	if err != nil || len(errs) > 0 {
		return orNil(&model.APICredentialSecretPayload{Errors: errs}, err)
	}
	return &model.APICredentialSecretPayload{APICredential: c, Secret: secret, Errors: errs}, nil
}

func apiServicePayload(s *db.APIService, err error) (*model.APIServicePayload, error) {
	errs, err := refusals(err)
	if err != nil {
		return nil, err
	}
	return &model.APIServicePayload{APIService: s, Errors: errs}, nil
}

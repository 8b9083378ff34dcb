package graph

import (
	"context"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	imperson "tenantry/ent/db/impersonation"
	"tenantry/ent/db/organization"
	"tenantry/ent/schema"
	"tenantry/graph/model"
	"tenantry/internal/connection"
	"tenantry/internal/impersonation"
	"tenantry/internal/session"
)

// impersonations says how they are read.
var impersonations = entity[db.Impersonation]{
	name:     "impersonations",
	types:    []string{"Impersonation", "Node"},
	key:      func(i *db.Impersonation) uuid.UUID { return i.ID },
	siblings: func(i *db.Impersonation) *[]*db.Impersonation { return &i.Siblings },
	base:     []string{"id", "reseller_id", "account_id", "organization_id", "actor_id", "mode", "status", "expires_at", "created_at"},
	columns: map[string][]string{
		"id": {}, "organization": {}, "actor": {}, "mode": {}, "status": {}, "expiresAt": {}, "createdAt": {}, "viewerActions": {},
		"actorName": {"actor_name"}, "user": {"user_id"}, "reason": {"reason"}, "minutes": {"minutes"},
		"decidedBy": {"consent_by"}, "decidedAt": {"consent_at"}, "startedAt": {"started_at"},
		"endedAt": {"ended_at"}, "endedBy": {"ended_by"}, "endReason": {"end_reason"},
	},
}

// impersonationsByTime is their one order, the newest first.
var impersonationsByTime = connection.MustOrder(impersonations.id(), connection.Term[db.Impersonation]{
	Column: "created_at", Kind: connection.Time, Desc: true, Value: func(i *db.Impersonation) any { return i.CreatedAt },
})

func (r *Resolver) impersonationList(
	ctx context.Context, args connection.Args, where *model.ImpersonationWhereInput,
) (*model.ImpersonationConnection, error) {
	v, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	cond, err := impersonationWhere(where, r.Now())
	if err != nil {
		return nil, err
	}
	rows := within(v, r.Authorizer.ImpersonationReach(v), "organization_id")
	if v.Staff() {
		rows = connection.Or(sql.FieldEQ("actor_id", v.UserID), rows)
	}
	l, err := fetch(ctx, impersonations, r.client().Impersonation.Query(), args, connection.And(rows, cond), impersonationsByTime)
	if err != nil {
		return nil, err
	}
	return &model.ImpersonationConnection{
		Edges: edges(l, func(i *db.Impersonation, cursor string) *model.ImpersonationEdge {
			return &model.ImpersonationEdge{Node: i, Cursor: cursor}
		}),
		Nodes: l.nodes(), PageInfo: l.info(),
	}, nil
}

// visibleImpersonations reads those among ids that exist for the viewer.
func (r *Resolver) visibleImpersonations(ctx context.Context, ids []uuid.UUID, cols []string) (map[uuid.UUID]*db.Impersonation, error) {
	v := authz.FromContext(ctx)
	return byID(ctx, impersonations, r.client().Impersonation.Query(), ids, cols, func(i *db.Impersonation) bool {
		return r.Authorizer.ImpersonationVisible(v, impersonation.Target(i, r.Now()))
	})
}

// impersonationUser follows an edge to a user whom the caller may see.
func (r *Resolver) impersonationUser(ctx context.Context, i *db.Impersonation, edge string, of func(*db.Impersonation) *uuid.UUID) (*db.User, error) {
	return toOne(ctx, i, i.Siblings, edge, of, users.selected(ctx), r.visibleUsers)
}

func newLoginAs(in model.LoginAsInput) impersonation.New {
	out := impersonation.New{
		OrganizationID: keyOf(organizationPrefix, in.OrganizationID), Mode: in.Mode, Reason: in.Reason,
		Minutes: in.Minutes, IdempotencyKey: in.IdempotencyKey.Value(),
	}
	if id := in.UserID.Value(); id != nil {
		key := keyOf(userPrefix, *id)
		out.UserID = &key
	}
	return out
}

// loginAsPayload hands out the token of a session that was opened, as a cookie
// unless a bearer token was asked for. The rest of the request goes on as the
// caller himself.
func loginAsPayload(ctx context.Context, bearer bool, begun impersonation.Begun, err error) (*model.LoginAsPayload, error) {
	errs, err := refusals(err)
	if err != nil {
		return nil, err
	}
	out := &model.LoginAsPayload{Impersonation: begun.Impersonation, Errors: errs}
	if begun.Token != "" && (bearer || !session.Enter(ctx, begun.Token, begun.Impersonation.ExpiresAt)) {
		out.Token = &begun.Token
	}
	return out, nil
}

// loginAsEnd ends an impersonation and brings the caller's own session back.
func (r *Resolver) loginAsEnd(ctx context.Context, id *string) (*model.LoginAsEndPayload, error) {
	var key *uuid.UUID
	if id != nil {
		k := keyOf(impersonationPrefix, *id)
		key = &k
	}
	within := authz.FromContext(ctx)
	ended, err := r.Impersonations.End(ctx, key)
	errs, err := refusals(err)
	if err != nil {
		return nil, err
	}
	out := &model.LoginAsEndPayload{Errors: errs}
	if ended != nil {
		out.EndedID = publicID(impersonationPrefix, *ended)
	}
	if len(errs) > 0 || within != nil && within.Impersonation == nil {
		return out, nil // the caller's own session was never away
	}
	out.Restored, err = r.Sessions.Leave(ctx)
	return out, err
}

func impersonationPayload(i *db.Impersonation, err error) (*model.ImpersonationPayload, error) {
	errs, err := refusals(err)
	if err != nil {
		return nil, err
	}
	return &model.ImpersonationPayload{Impersonation: i, Errors: errs}, nil
}

// consentOf is what the account above an organization says, read for all rows
// of the page at once.
func (r *Resolver) consentOf(ctx context.Context, o *db.Organization) (*organization.LoginAsConsent, error) {
	account := always(func(o *db.Organization) uuid.UUID { return o.AccountID })
	cols := append([]string{"login_as_consent"}, organizations.base...)
	found, err := toOne(ctx, o, o.Siblings, "loginAsConsent", account, cols, r.organizationsNamed)
	if err != nil || found == nil {
		return nil, err
	}
	return &found.LoginAsConsent, nil
}

// viewerImpersonation is the banner of a session that staff opened.
func viewerImpersonation(ctx context.Context) *model.ViewerImpersonation {
	v := authz.FromContext(ctx)
	if v == nil || v.Impersonation == nil {
		return nil
	}
	as := v.Impersonation
	return &model.ViewerImpersonation{
		ID: schema.GlobalID(impersonationPrefix, as.ID), ActorName: as.ActorName, Mode: imperson.Mode(as.Mode), Reason: as.Reason, ExpiresAt: as.ExpiresAt,
	}
}

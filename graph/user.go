package graph

import (
	"context"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/user"
	"tenantry/graph/model"
	"tenantry/internal/connection"
	"tenantry/internal/directory"
)

// users says how users are read.
var users = entity[db.User]{
	name:     "users",
	types:    []string{"User", "Node"},
	key:      func(u *db.User) uuid.UUID { return u.ID },
	siblings: func(u *db.User) *[]*db.User { return &u.Siblings },
	base:     []string{"id", "reseller_id", "account_id", "organization_id", "status", "two_factor_at"},
	columns: map[string][]string{
		"id": {}, "status": {}, "organization": {}, "primaryTenant": {}, "memberships": {}, "invitation": {}, "viewerActions": {}, "grants": {},
		"twoFactorEnabled": {}, "mustChangePassword": {"must_change_password"},
		"version": {"version"}, "pendingEmail": {"pending_email"}, "displayName": {"display_name"}, "firstName": {"first_name"}, "lastName": {"last_name"},
		"email": {"email"}, "phone": {"phone"}, "avatarUrl": {"avatar_url"}, "initials": {"display_name", "email"},
		"userType": {"user_type"}, "resellerRole": {"reseller_role"}, "roles": {"user_type", "reseller_role"},
		"timezone": {"timezone"}, "locale": {"locale"}, "externalId": {"external_id"},
		"lastLoginAt": {"last_login_at"}, "lastActivityAt": {"last_activity_at"},
		"createdAt": {"created_at"}, "updatedAt": {"updated_at"},
		"suspension": {"suspended_at", "suspended_by", "suspension_motive", "suspension_reason", "suspended_until"},
	},
}

// userTerms are the sort keys of users; an index stands behind each.
var userTerms = map[model.UserOrderField]connection.Term[db.User]{
	model.UserOrderFieldDisplayName: {Column: "sort_name", Kind: connection.Text, Value: func(u *db.User) any { return u.SortName }},
	model.UserOrderFieldEmail:       {Column: "email_key", Kind: connection.Text, Value: func(u *db.User) any { return u.EmailKey }},
	model.UserOrderFieldRole:        {Column: "role_rank", Kind: connection.Int, Value: func(u *db.User) any { return u.RoleRank }},
	model.UserOrderFieldStatus:      {Column: "status", Kind: connection.Text, Value: func(u *db.User) any { return u.Status }},
	model.UserOrderFieldLastLoginAt: {
		Column: "last_login_at", Kind: connection.Time, Nullable: true, Value: func(u *db.User) any { return u.LastLoginAt },
	},
	model.UserOrderFieldLastActivityAt: {
		Column: "last_activity_at", Kind: connection.Time, Nullable: true, Value: func(u *db.User) any { return u.LastActivityAt },
	},
	model.UserOrderFieldCreatedAt: {Column: "created_at", Kind: connection.Time, Value: func(u *db.User) any { return u.CreatedAt }},
}

func userOrder(by []*model.UserOrder) (connection.Order[db.User], error) {
	return ordered(users, userTerms, by)
}

// userRows is the condition of a list of users: what the client asks for among
// the users that are not deleted.
func userRows(search *string, where *model.UserWhereInput) (connection.Filter, error) {
	rows, text, err := userRowsAndText(search, where)
	return connection.And(rows, text), err
}

// userRowsAndText is userRows with the search apart.
func userRowsAndText(search *string, where *model.UserWhereInput) (rows, text connection.Filter, err error) {
	if text, err = searched("search_text", search); err != nil {
		return nil, nil, err
	}
	cond, err := userWhere(where)
	return connection.And(notDeleted, cond), text, err
}

// usersWithin is the condition that the viewer may see a user.
func (r *Resolver) usersWithin(v *authz.Viewer) connection.Filter {
	staff, others := r.Authorizer.UserReach(v)
	return people(v, staff, others, sql.FieldEQ("id", v.UserID))
}

// userList is the page of users in the whole reach of the viewer.
func (r *Resolver) userList(
	ctx context.Context, args connection.Args, search *string, where *model.UserWhereInput, by []*model.UserOrder,
) (*model.UserConnection, error) {
	v, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	rows, text, err := userRowsAndText(search, where)
	if err != nil {
		return nil, err
	}
	order, err := userOrder(by)
	if err != nil {
		return nil, err
	}
	found := wanted{connection.And(r.usersWithin(v), rows), text, r.keptTotal(v, search, where)}
	l, err := fetchFound(ctx, users, r.client().User.Query(), args, found, order)
	return userConnection(l, err)
}

func userConnection(l list[db.User], err error) (*model.UserConnection, error) {
	if err != nil {
		return nil, err
	}
	return &model.UserConnection{
		Edges: edges(l, func(u *db.User, cursor string) *model.UserEdge {
			return &model.UserEdge{Node: u, Cursor: cursor}
		}),
		Nodes: l.nodes(), PageInfo: l.info(), TotalCount: l.Total,
	}, nil
}

// visibleUsers reads the users among ids that exist for the viewer: visible to
// him and not deleted.
func (r *Resolver) visibleUsers(ctx context.Context, ids []uuid.UUID, cols []string) (map[uuid.UUID]*db.User, error) {
	v := authz.FromContext(ctx)
	return byID(ctx, users, r.client().User.Query(), ids, cols, func(u *db.User) bool {
		return u.Status != user.StatusDELETED && r.Authorizer.UserVisible(v, directory.Target(u))
	})
}

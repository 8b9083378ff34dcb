package graph

import (
	"context"
	"slices"
	"strings"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/organization"
	"tenantry/graph/model"
	"tenantry/internal/connection"
	"tenantry/internal/directory"
)

// organizations says how organizations are read.
var organizations = entity[db.Organization]{
	name:     "organizations",
	types:    []string{"Organization", "Node"},
	key:      func(o *db.Organization) uuid.UUID { return o.ID },
	siblings: func(o *db.Organization) *[]*db.Organization { return &o.Siblings },
	base:     []string{"id", "reseller_id", "account_id", "parent_id", "kind", "status", "sort_name", "sso_token_at", "purged_at"},
	columns: map[string][]string{
		"id": {}, "kind": {}, "status": {}, "parent": {}, "children": {}, "users": {}, "viewerActions": {"features", "deleted_at", "plan_id", "login_as_consent"}, "usage": {},
		"version": {"version"}, "name": {"name"}, "legalName": {"legal_name"}, "address": {"address"},
		"contactName": {"contact_name"}, "contactEmail": {"contact_email"}, "phone": {"phone"}, "tags": {"tags"},
		"ancestors": {}, "locale": {"locale"}, "timezone": {"timezone"}, "userCount": {"user_count"}, "lastActivityAt": {"last_activity_at"},
		"ssoToken": {"sso_token_last4"}, "suspension": {"suspended_at", "suspended_by", "suspended_reason"},
		"deletedAt": {"deleted_at"}, "purgeAt": {"deleted_at"},
		"plan": {"plan_id"}, "subscription": {}, "billingAccount": {}, "invoices": {},
		"features": {"features", "hidden_features"}, "creditBalance": {"credit_balance"}, "creditLowMark": {"credit_low_mark"}, "creditEntries": {},
		"seats": {"seat_limit"}, "loginAsConsent": {}, "createdAt": {"created_at"}, "updatedAt": {"updated_at"},
	},
}

// organizationRows is the condition of a list of organizations, within the
// reach of the viewer.
func (r *Resolver) organizationRows(ctx context.Context, search *string, where *model.OrganizationWhereInput) (connection.Filter, error) {
	rows, text, err := r.organizationRowsAndText(ctx, search, where)
	return connection.And(rows, text), err
}

// organizationRowsAndText is organizationRows with the search apart.
func (r *Resolver) organizationRowsAndText(
	ctx context.Context, search *string, where *model.OrganizationWhereInput,
) (rows, text connection.Filter, err error) {
	v, err := signedIn(ctx)
	if err != nil {
		return nil, nil, err
	}
	// The text that is searched holds company data, which could be guessed
	// letter by letter by who may not read it.
	column := "sort_name"
	if r.Authorizer.Reach(authz.FromContext(ctx), authz.OrganizationRead).Root {
		column = "search_text"
	}
	if text, err = searched(column, search); err != nil {
		return nil, nil, err
	}
	cond, err := r.organizationWhere(v, where)
	return connection.And(notDeleted, within(v, r.Authorizer.OrganizationReach(v), "id"), cond), text, err
}

func (r *Resolver) organizationList(
	ctx context.Context, args connection.Args, search *string, where *model.OrganizationWhereInput, by []*model.OrganizationOrder,
) (*model.OrganizationConnection, error) {
	rows, text, err := r.organizationRowsAndText(ctx, search, where)
	if err != nil {
		return nil, err
	}
	v := authz.FromContext(ctx)
	order, err := r.organizationOrder(v, by)
	if err != nil {
		return nil, err
	}
	found := wanted{rows, text, r.keptOrganizationTotal(v, search, where)}
	l, err := fetchFound(ctx, organizations, r.client().Organization.Query(), args, found, order)
	return organizationConnection(l, err)
}

func organizationConnection(l list[db.Organization], err error) (*model.OrganizationConnection, error) {
	if err != nil {
		return nil, err
	}
	return &model.OrganizationConnection{
		Edges: edges(l, func(o *db.Organization, cursor string) *model.OrganizationEdge {
			return &model.OrganizationEdge{Node: o, Cursor: cursor}
		}),
		Nodes: l.nodes(), PageInfo: l.info(), TotalCount: l.Total,
	}, nil
}

// organizationsNamed reads organizations that stand beside rows the viewer
// sees anyway, whatever their state.
func (r *Resolver) organizationsNamed(ctx context.Context, ids []uuid.UUID, cols []string) (map[uuid.UUID]*db.Organization, error) {
	return byID(ctx, organizations, r.client().Organization.Query(), ids, cols, nil)
}

// visibleOrganizations reads the organizations among ids that exist for the
// viewer.
func (r *Resolver) visibleOrganizations(ctx context.Context, ids []uuid.UUID, cols []string) (map[uuid.UUID]*db.Organization, error) {
	v := authz.FromContext(ctx)
	return byID(ctx, organizations, r.client().Organization.Query(), ids, cols, func(o *db.Organization) bool {
		return o.Status != organization.StatusDELETED && r.Authorizer.OrganizationVisible(v, organizationTarget(o))
	})
}

// organizationTarget is what the policy needs to know about an organization.
func organizationTarget(o *db.Organization) authz.OrganizationTarget {
	return directory.OrganizationTarget(o)
}

func byName(a, b *db.Organization) int {
	if c := strings.Compare(a.SortName, b.SortName); c != 0 {
		return c
	}
	return slices.Compare(a.ID[:], b.ID[:])
}

// childList is the page of the organizations directly below one.
func (r *Resolver) childList(
	ctx context.Context, o *db.Organization, args connection.Args, where *model.OrganizationWhereInput, by []*model.OrganizationOrder,
) (*model.OrganizationConnection, error) {
	rows, err := r.organizationRows(ctx, nil, where)
	if err != nil {
		return nil, err
	}
	order, err := r.organizationOrder(authz.FromContext(ctx), by)
	if err != nil {
		return nil, err
	}
	parent := connection.Parent[db.Organization]{Column: "parent_id", Of: func(o *db.Organization) uuid.UUID {
		if o.ParentID == nil {
			return uuid.Nil
		}
		return *o.ParentID
	}}
	any := func(*db.Organization) bool { return true }
	l, err := fetchNested(ctx, organizations, o, any, organizations, r.client().Organization.Query(), parent, args, rows, order)
	return organizationConnection(l, err)
}

// organizationUsers is the page of the users at home in one organization, nil
// where the viewer may not list them.
func (r *Resolver) organizationUsers(
	ctx context.Context, o *db.Organization, args connection.Args, search *string, where *model.UserWhereInput, by []*model.UserOrder,
) (*model.UserConnection, error) {
	v := authz.FromContext(ctx)
	may := func(o *db.Organization) bool {
		return r.Authorizer.UserVisible(v, authz.UserTarget{OrganizationID: o.ID, AccountID: o.AccountID})
	}
	if !may(o) {
		return nil, nil
	}
	rows, err := userRows(search, where)
	if err != nil {
		return nil, err
	}
	order, err := userOrder(by)
	if err != nil {
		return nil, err
	}
	parent := connection.Parent[db.User]{Column: "organization_id", Of: func(u *db.User) uuid.UUID { return u.OrganizationID }}
	l, err := fetchNested(ctx, organizations, o, may, users, r.client().User.Query(), parent, args, rows, order)
	return userConnection(l, err)
}

// seatsOf tells how many seats are taken: those of a whole account for a
// customer, of the people at home in it for a sub-account.
func (r *Resolver) seatsOf(ctx context.Context, o *db.Organization) (*model.SeatUsage, error) {
	used, err := once(ctx, o, o.Siblings, "seats", "", func(all []*db.Organization) (map[uuid.UUID]int, error) {
		return directory.SeatsUsed(ctx, r.client(), all)
	})
	if err != nil {
		return nil, err
	}
	return &model.SeatUsage{Limit: o.SeatLimit, Used: used[o.ID]}, nil
}

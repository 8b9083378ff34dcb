package graph

import (
	"context"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/creditentry"
	"tenantry/ent/db/organization"
	"tenantry/ent/schema"
	"tenantry/graph/model"
	"tenantry/internal/commerce"
	"tenantry/internal/connection"
)

// creditEntries says how entries of the ledger are read.
var creditEntries = entity[db.CreditEntry]{
	name:     "credit entries",
	types:    []string{"CreditEntry", "Node"},
	key:      func(e *db.CreditEntry) uuid.UUID { return e.ID },
	siblings: func(e *db.CreditEntry) *[]*db.CreditEntry { return &e.Siblings },
	base: []string{"id", "reseller_id", "account_id", "organization_id", "created_at", "ledger", "type",
		"transaction_id", "counterpart_id", "used_by_id", "actor_id"},
	columns: map[string][]string{
		"id": {}, "transactionId": {}, "organization": {}, "type": {}, "counterpart": {}, "usedBy": {}, "actor": {}, "reversedBy": {},
		"createdAt": {}, "viewerActions": {}, "amount": {"amount"}, "balanceAfter": {"balance_after"}, "reference": {"reference"},
		"reason": {"reason"}, "occurredAt": {"occurred_at"},
	},
}

// creditEntriesByTime is the one order of a statement, the newest first.
var creditEntriesByTime = connection.MustOrder(creditEntries.id(), connection.Term[db.CreditEntry]{
	Column: "created_at", Kind: connection.Time, Desc: true, Value: func(e *db.CreditEntry) any { return e.CreatedAt },
})

func creditEntryWhere(w *model.CreditEntryWhereInput) (connection.Filter, error) {
	statement := constant("ledger", "=", string(creditentry.LedgerORGANIZATION))
	if w == nil {
		return statement, nil
	}
	p := newPlace()
	f := connection.And(statement, p.instant("createdAt", "created_at", w.CreatedAt.Value()))
	if kinds := w.Type.Value(); kinds != nil {
		f = connection.And(f, enum(p, "type", "type", kinds.In, kinds.NotIn))
	}
	return f, p.fault()
}

// creditEntryList is the page of the entries of one organization, nil where
// the viewer may not read them.
func (r *Resolver) creditEntryList(
	ctx context.Context, o *db.Organization, args connection.Args, where *model.CreditEntryWhereInput,
) (*model.CreditEntryConnection, error) {
	v, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	may := func(o *db.Organization) bool {
		return r.Authorizer.Has(v, []uuid.UUID{o.ID, o.AccountID, v.RootID}, authz.OrganizationCreditRead, authz.ModulePaymentAccess)
	}
	if !may(o) {
		return nil, nil
	}
	rows, err := creditEntryWhere(where)
	if err != nil {
		return nil, err
	}
	parent := connection.Parent[db.CreditEntry]{Column: "organization_id", Of: func(e *db.CreditEntry) uuid.UUID { return e.OrganizationID }}
	l, err := fetchNested(ctx, organizations, o, may, creditEntries, r.client().CreditEntry.Query(), parent, args, rows, creditEntriesByTime)
	if err != nil {
		return nil, err
	}
	return &model.CreditEntryConnection{
		Edges: edges(l, func(e *db.CreditEntry, cursor string) *model.CreditEntryEdge {
			return &model.CreditEntryEdge{Node: e, Cursor: cursor}
		}),
		Nodes: l.nodes(), PageInfo: l.info(),
	}, nil
}

// visibleCreditEntries reads the entries among ids that the viewer may see.
func (r *Resolver) visibleCreditEntries(ctx context.Context, ids []uuid.UUID, cols []string) (map[uuid.UUID]*db.CreditEntry, error) {
	v := authz.FromContext(ctx)
	return byID(ctx, creditEntries, r.client().CreditEntry.Query(), ids, cols, func(e *db.CreditEntry) bool {
		return r.Commerce.EntryVisible(v, e)
	})
}

// reversal is the entry of the same organization that undid an entry, nil while
// it stands. It is looked for once for all entries of a page.
func (r *Resolver) reversal(ctx context.Context, e *db.CreditEntry) (*db.CreditEntry, error) {
	type undone struct{ transaction, organization uuid.UUID }
	found, err := once(ctx, e, e.Siblings, "reversedBy", "", func(all []*db.CreditEntry) (map[undone]*db.CreditEntry, error) {
		ids := gather(all, always(func(e *db.CreditEntry) uuid.UUID { return e.TransactionID }))
		rows, err := having(ctx, creditEntries, r.client().CreditEntry.Query(), "reverses_id", ids, nil, func(e *db.CreditEntry) bool {
			return e.Ledger == creditentry.LedgerORGANIZATION
		})
		by := make(map[undone]*db.CreditEntry, len(rows))
		for _, row := range rows {
			by[undone{*row.ReversesID, row.OrganizationID}] = row
		}
		return by, err
	})
	return found[undone{e.TransactionID, e.OrganizationID}], err
}

// creditEntryActions are the buttons of an entry.
func (r *Resolver) creditEntryActions(ctx context.Context, e *db.CreditEntry) ([]model.CreditEntryAction, error) {
	if !r.Commerce.Reversible(authz.FromContext(ctx), e) {
		return []model.CreditEntryAction{}, nil
	}
	undone, err := r.reversal(ctx, e)
	if err != nil || undone != nil {
		return []model.CreditEntryAction{}, err
	}
	return []model.CreditEntryAction{model.CreditEntryActionReverse}, nil
}

// ownCredits is a figure of an organization that has credits of its own.
func ownCredits(o *db.Organization, n *int64) *int64 {
	if o.Kind == organization.KindSUB_ACCOUNT {
		return nil
	}
	return n
}

func creditPayload(e *db.CreditEntry, err error) (*model.CreditPayload, error) {
	errs, err := refusals(err)
	if err != nil {
		return nil, err
	}
	return &model.CreditPayload{CreditEntry: e, Errors: errs}, nil
}

func creditUsage(in model.CreditUsageRecordInput) []commerce.Usage {
	items := make([]commerce.Usage, len(in.Items))
	for i, item := range in.Items {
		items[i] = commerce.Usage{
			OrganizationID: keyOf(organizationPrefix, item.OrganizationID), Type: creditentry.Type(item.Type), Amount: item.Amount,
			OccurredAt: item.OccurredAt.Value(), Reference: item.Reference.Value(), IdempotencyKey: item.IdempotencyKey,
		}
	}
	return items
}

func creditUsagePayload(results []commerce.UsageResult, err error) (*model.CreditUsagePayload, error) {
	errs, err := refusals(err)
	if err != nil {
		return nil, err
	}
	out := make([]*model.CreditUsageResult, len(results))
	entries := make([]*db.CreditEntry, 0, len(results))
	for i, result := range results {
		refused, err := refusals(result.Errors.Err())
		if err != nil {
			return nil, err
		}
		out[i] = &model.CreditUsageResult{CreditEntry: result.Entry, Replayed: result.Replayed, Errors: refused}
		if result.Entry != nil {
			entries = append(entries, result.Entry)
		}
	}
	creditEntries.link(entries)
	return &model.CreditUsagePayload{Results: out, Errors: errs}, nil
}

// transactionID is the public form of a movement's key.
func transactionID(e *db.CreditEntry) string { return schema.GlobalID("ctx", e.TransactionID) }

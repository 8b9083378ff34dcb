package graph_test

import (
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"tenantry/ent/db/creditentry"
	"tenantry/ent/schema"
	"tenantry/internal/feature"
)

// features are those of an organization of the world: the resellers and Harbor
// have all, Mill a few, the others none.
func features(organization string) pq.StringArray {
	switch organization {
	case "root", "harbor", "rival.root", "rival.customer":
		return feature.Keys()
	case "mill":
		return pq.StringArray{feature.SMS, feature.Conversations, feature.Analytics}
	}
	return pq.StringArray{}
}

// credits fills the pools and gives the first customer of each reseller its
// initial credits.
func (b *builder) credits() {
	root, customer := b.tenant.organizations[0].name, b.tenant.organizations[1].name
	b.movement(root+"_bought", creditentry.TypeTOP_UP, 20*day, b.ids["org."+root], nil, 10_000, 10_000, 0)
	at := b.ids["org."+root]
	b.movement(customer+"_initial", creditentry.TypeINITIAL_GRANT, 19*day, b.ids["org."+customer], &at, 500, 500, 9_500)
	b.exec(`UPDATE organizations SET credit_balance = CASE WHEN id = $2 THEN 9500 ELSE 500 END
		WHERE reseller_id = $1 AND id IN ($2, $3)`, b.ids["res."+root], b.ids["org."+root], b.ids["org."+customer])
}

// movement writes both sides of a movement; "cred." and its name is that of
// the organization. From nowhere the credits are issued.
func (b *builder) movement(name string, kind creditentry.Type, before time.Duration, to uuid.UUID, from *uuid.UUID, n, after, left int64) {
	id, when := b.name("cred", name, schema.NewID()), epoch().Add(-before)
	b.must(b.db.Client().CreditEntry.Create().SetID(id).SetTransactionID(id).SetAccountID(to).SetOrganizationID(to).
		SetLedger(creditentry.LedgerORGANIZATION).SetType(kind).SetAmount(n).SetBalanceAfter(after).SetNillableCounterpartID(from).
		SetOccurredAt(when).SetCreatedAt(when).Exec(b.ctx))
	other := b.db.Client().CreditEntry.Create().SetTransactionID(id).SetType(kind).SetAmount(-n).SetOccurredAt(when).SetCreatedAt(when)
	if from == nil {
		other.SetAccountID(to).SetOrganizationID(to).SetLedger(creditentry.LedgerISSUED)
	} else {
		other.SetAccountID(*from).SetOrganizationID(*from).SetLedger(creditentry.LedgerORGANIZATION).SetBalanceAfter(left).SetCounterpartID(to)
	}
	b.must(other.Exec(b.ctx))
}

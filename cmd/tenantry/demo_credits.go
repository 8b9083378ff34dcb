package main

import (
	"slices"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"tenantry/ent/db"
	"tenantry/ent/db/creditentry"
	"tenantry/ent/db/organization"
	"tenantry/internal/feature"
)

// demoFeatures are what an organization of the demo may use: the reseller all
// there is, Harbor too, other customers a part of it.
func (t *tenant) demoFeatures(kind organization.Kind, name string) pq.StringArray {
	switch {
	case kind == organization.KindSUB_ACCOUNT:
		return pq.StringArray{}
	case kind == organization.KindRESELLER || name == harborHotels:
		return feature.Keys()
	}
	kept := pq.StringArray{}
	for _, key := range feature.Keys() {
		if t.percent(65) {
			kept = append(kept, key)
		}
	}
	return kept
}

// creditMove is a movement of the demo's ledger that is still to be booked.
type creditMove struct {
	at     time.Time
	kind   creditentry.Type
	org    *db.Organization
	amount int64 // of the organization
	reason string
}

// spend books what the reseller bought, what customers got and what they used,
// in the order of time, so that each balance follows from the one before.
func (t *tenant) spend() {
	moves := []creditMove{
		{at: t.today.Add(-895 * day), kind: creditentry.TypeTOP_UP, org: t.root, amount: 2_000_000},
		{at: t.today.Add(-40 * day), kind: creditentry.TypeTOP_UP, org: t.root, amount: 500_000},
	}
	for _, o := range t.organizations {
		if o.Kind != organization.KindCUSTOMER {
			continue
		}
		moves = append(moves, creditMove{at: t.today.Add(-t.between(700*day, 800*day)), kind: creditentry.TypeINITIAL_GRANT, org: o, amount: int64(5+t.rng.IntN(20)) * 1000})
		if o.Name == harborHotels {
			moves = append(moves,
				creditMove{at: t.today.Add(-33 * day), kind: creditentry.TypeTOP_UP, org: o, amount: 20_000},
				creditMove{at: t.today.Add(-20 * day), kind: creditentry.TypeADJUSTMENT, org: o, amount: -350, reason: "A refund of February went out twice."})
			o.CreditLowMark = new(int64(2_000))
		}
		for days := 28; days > 0; days-- {
			at := t.today.Add(-time.Duration(days) * day).Add(t.between(8*time.Hour, 20*time.Hour))
			if slices.Contains(o.Features, feature.SMS) {
				moves = append(moves, creditMove{at: at, kind: creditentry.TypeSMS_USAGE, org: o, amount: -int64(1 + t.rng.IntN(80))})
			}
			if slices.Contains(o.Features, feature.Calls) && t.percent(60) {
				moves = append(moves, creditMove{at: at.Add(time.Minute), kind: creditentry.TypeCALL_USAGE, org: o, amount: -int64(1 + t.rng.IntN(60))})
			}
		}
	}
	slices.SortStableFunc(moves, func(a, b creditMove) int { return a.at.Compare(b.at) })
	for _, m := range moves {
		if m.org.CreditBalance+m.amount >= 0 && (m.org == t.root || t.root.CreditBalance >= m.amount) {
			t.move(m)
		}
	}
}

// move books both sides of a movement.
func (t *tenant) move(m creditMove) {
	transaction, actor := t.id(), &t.admin.ID
	side := func(o *db.Organization, ledger creditentry.Ledger, amount int64, across *uuid.UUID) {
		e := &db.CreditEntry{
			ID: t.id(), ResellerID: t.reseller, AccountID: o.AccountID, OrganizationID: o.ID, CreatedAt: m.at, OccurredAt: m.at,
			TransactionID: transaction, Ledger: ledger, Type: m.kind, Amount: amount, CounterpartID: across, ActorID: actor,
		}
		if m.reason != "" {
			e.Reason = &m.reason
		}
		if ledger == creditentry.LedgerORGANIZATION {
			o.CreditBalance += amount
			e.BalanceAfter = new(o.CreditBalance)
		}
		t.credits = append(t.credits, e)
	}
	switch usage := m.kind == creditentry.TypeSMS_USAGE || m.kind == creditentry.TypeCALL_USAGE; {
	case usage:
		side(m.org, creditentry.LedgerORGANIZATION, m.amount, nil)
		side(m.org, creditentry.LedgerUSED, -m.amount, nil)
	case m.org == t.root:
		side(m.org, creditentry.LedgerORGANIZATION, m.amount, nil)
		side(m.org, creditentry.LedgerISSUED, -m.amount, nil)
	default:
		side(m.org, creditentry.LedgerORGANIZATION, m.amount, &t.root.ID)
		side(t.root, creditentry.LedgerORGANIZATION, -m.amount, &m.org.ID)
	}
}

const creditColumns = `id, reseller_id, account_id, organization_id, created_at, occurred_at, transaction_id, ledger, type, amount,
	balance_after, counterpart_id, reason, actor_id`

func creditValues(e *db.CreditEntry) []any {
	return []any{e.ID, e.ResellerID, e.AccountID, e.OrganizationID, e.CreatedAt, e.OccurredAt, e.TransactionID, e.Ledger, e.Type, e.Amount,
		e.BalanceAfter, e.CounterpartID, e.Reason, e.ActorID}
}

package billing

import (
	"context"
	"fmt"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"
	"github.com/riverqueue/river"

	"tenantry/ent/db"
	"tenantry/ent/db/billingsubscription"
	"tenantry/ent/db/invoice"
	"tenantry/internal/audit"
	"tenantry/internal/database"
)

// MarkPastDue marks the invoices, of every reseller, that were not paid until
// their due day, and their subscriptions, and has the billing addresses told.
// Each is marked once, however many processes do it. It answers how many. [D]
func (s *Service) MarkPastDue(ctx context.Context) (int, error) {
	return s.eachReseller(ctx, func(ctx context.Context) (int, error) {
		sum := 0
		for {
			n := 0
			err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) (err error) {
				n, err = s.markBatch(ctx, tx)
				return err
			})
			if sum += n; err != nil || n == 0 {
				return sum, err
			}
		}
	})
}

func (s *Service) markBatch(ctx context.Context, tx *database.Tx) (int, error) {
	h, err := s.house(ctx, tx)
	if err != nil {
		return 0, err
	}
	late, err := tx.Client.Invoice.Query().Where(invoice.StatusEQ(invoice.StatusOPEN), invoice.DueOnLT(h.today)).
		Order(db.Asc(invoice.FieldDueOn, invoice.FieldID)).Limit(issueBatch).ForUpdate(sql.WithLockAction(sql.SkipLocked)).All(ctx)
	if err != nil {
		return 0, fmt.Errorf("look for invoices past due: %w", err)
	}
	if len(late) == 0 {
		return 0, nil
	}
	now := s.now()
	var ids, subscriptions []uuid.UUID
	var events []audit.Event
	var mails []river.JobArgs
	for _, inv := range late {
		ids, subscriptions = append(ids, inv.ID), append(subscriptions, inv.SubscriptionID)
		events = append(events, invoiceEvent(inv, now, "invoice.past_due", status(inv, invoice.StatusPAST_DUE)))
		if inv.BillToEmail != "" {
			mails = append(mails, InvoicePastDueMail{ResellerID: inv.ResellerID, InvoiceID: inv.ID})
		}
	}
	if err := tx.Client.Invoice.Update().Where(anyOf(invoice.FieldID, ids)).SetStatus(invoice.StatusPAST_DUE).
		SetUpdatedAt(now).AddVersion(1).Exec(ctx); err != nil {
		return 0, fmt.Errorf("mark invoices past due: %w", err)
	}
	behind, err := tx.Client.BillingSubscription.Query().Where(anyOf(billingsubscription.FieldID, subscriptions),
		billingsubscription.StatusEQ(billingsubscription.StatusACTIVE)).Order(db.Asc(billingsubscription.FieldID)).ForUpdate().All(ctx)
	if err != nil {
		return 0, fmt.Errorf("read subscriptions past due: %w", err)
	}
	ids = ids[:0]
	for _, b := range behind {
		ids = append(ids, b.ID)
		events = append(events, subscriptionEvent(b, now, "subscription.past_due",
			audit.Text("status", string(b.Status), string(billingsubscription.StatusPAST_DUE))))
	}
	if len(ids) > 0 {
		if err := tx.Client.BillingSubscription.Update().Where(anyOf(billingsubscription.FieldID, ids)).
			SetStatus(billingsubscription.StatusPAST_DUE).SetUpdatedAt(now).AddVersion(1).Exec(ctx); err != nil {
			return 0, fmt.Errorf("mark subscriptions past due: %w", err)
		}
	}
	if err := audit.Record(ctx, tx, events...); err != nil {
		return 0, err
	}
	return len(late), s.enqueue(ctx, tx, mails...)
}

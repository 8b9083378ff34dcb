package billing

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/shopspring/decimal"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/billingsubscription"
	"tenantry/ent/db/invoice"
	"tenantry/ent/schema"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
	"tenantry/internal/rule"
)

// earlyDays is how long before the day of its invoice a payment may have come
// in: customers pay ahead.
const earlyDays = 92

// NewPayment is money that came in.
type NewPayment struct {
	Amount         decimal.Decimal
	PaidAt         *time.Time // nil: now
	Reference      *string
	IdempotencyKey *string
}

// PaymentRecord records money that came in for an invoice: all that is left to
// pay, or a part. Refusals: NOT_FOUND, WRONG_STATE, INVALID, TOO_LONG,
// IDEMPOTENCY_KEY_REUSED. [000]
func (s *Service) PaymentRecord(ctx context.Context, id uuid.UUID, in NewPayment) (*db.Invoice, error) {
	var errs fault.Refusals
	key := rule.Maybe(&errs, "input.idempotencyKey", in.IdempotencyKey, rule.MaxKey)
	reference := rule.Maybe(&errs, "input.reference", in.Reference, maxReference)
	switch {
	case in.PaidAt == nil:
	case in.PaidAt.After(s.Now()):
		errs.Add(fault.Invalid, "input.paidAt", "What is paid is not paid in the future.")
	case in.PaidAt.Before(time.Date(2000, time.January, 1, 0, 0, 0, 0, time.UTC)):
		errs.Add(fault.Invalid, "input.paidAt", "A payment is of 2000 or later.")
	}
	if !in.Amount.IsPositive() {
		errs.Add(fault.Invalid, "input.amount", "A payment is above 0.")
	}
	if err := errs.Err(); err != nil {
		return nil, err
	}
	input := struct {
		Invoice uuid.UUID
		NewPayment
	}{id, in}
	return s.bill(ctx, id, func(ctx context.Context, tx *database.Tx, inv *db.Invoice) error {
		// Whoever may record payments hears of a first answer also when the
		// invoice is paid by it.
		if inv == nil || !s.Authorizer.BillingVisible(authz.FromContext(ctx), InvoiceTarget(inv)) {
			return rule.Deny(s.Authorizer.Invoice(authz.FromContext(ctx), authz.InvoiceActionRecordPayment, authz.BillingTarget{}), "id")
		}
		_, err := rule.Once(ctx, tx, s.now(), "invoicePaymentRecord", key, input, func() (uuid.UUID, error) {
			if err := rule.Deny(s.Authorizer.Invoice(authz.FromContext(ctx), authz.InvoiceActionRecordPayment, InvoiceTarget(inv)), "id"); err != nil {
				return uuid.Nil, err
			}
			return s.pay(ctx, tx, inv, in, reference)
		})
		return err
	})
}

// pay writes a payment and what it makes of the invoice.
func (s *Service) pay(ctx context.Context, tx *database.Tx, inv *db.Invoice, in NewPayment, reference *string) (uuid.UUID, error) {
	id, now := schema.NewID(), s.now()
	left := inv.Total.Sub(inv.Paid)
	switch {
	case !in.Amount.Equal(Round(in.Amount, inv.Currency)):
		return id, fault.Refuse(fault.Invalid, "input.amount", "Amounts in %s have %d decimals.", inv.Currency, minorUnit(inv.Currency))
	case in.Amount.GreaterThan(left):
		return id, fault.Refuse(fault.Invalid, "input.amount", "Only %s %s is left to pay.", left, inv.Currency)
	case in.PaidAt != nil && in.PaidAt.Before(after(inv.IssuedOn, -earlyDays)):
		return id, fault.Refuse(fault.Invalid, "input.paidAt", "That is more than %d days before the invoice was issued.", earlyDays)
	}
	paidAt := now
	if in.PaidAt != nil {
		paidAt = in.PaidAt.UTC().Truncate(time.Microsecond)
	}
	if err := tx.Client.InvoicePayment.Create().SetID(id).SetAccountID(inv.AccountID).SetInvoiceID(inv.ID).SetAmount(in.Amount).
		SetPaidAt(paidAt).SetReference(orEmpty(reference)).SetNillableRecordedBy(rule.ActorID(ctx)).SetCreatedAt(now).Exec(ctx); err != nil {
		return id, fmt.Errorf("write payment of invoice %s: %w", inv.ID, err)
	}
	update := tx.Client.Invoice.Update().Where(invoice.ID(inv.ID)).SetPaid(inv.Paid.Add(in.Amount)).SetUpdatedAt(now).AddVersion(1)
	changes := audit.Text("paid", amount(inv.Paid), amount(inv.Paid.Add(in.Amount)))
	full := in.Amount.Equal(left)
	if full {
		update.SetStatus(invoice.StatusPAID).SetPaidAt(paidAt)
		changes = append(changes, status(inv, invoice.StatusPAID)...)
	}
	if err := update.Exec(ctx); err != nil {
		return id, fmt.Errorf("update invoice %s: %w", inv.ID, err)
	}
	if err := audit.Record(ctx, tx, invoiceEvent(inv, now, "invoice.payment_recorded", changes)); err != nil {
		return id, err
	}
	if !full {
		return id, nil
	}
	return id, s.settled(ctx, tx, inv)
}

// InvoiceVoid declares an invoice void. Refusals: NOT_FOUND, WRONG_STATE,
// STALE, REQUIRED, TOO_LONG. [000]
func (s *Service) InvoiceVoid(ctx context.Context, id uuid.UUID, expected *int, reason string) (*db.Invoice, error) {
	var errs fault.Refusals
	why := rule.Maybe(&errs, "input.reason", &reason, rule.MaxReason)
	if why == nil && len(errs) == 0 {
		errs.Add(fault.Required, "input.reason", "A reason is required.")
	}
	if err := errs.Err(); err != nil {
		return nil, err
	}
	return s.bill(ctx, id, func(ctx context.Context, tx *database.Tx, inv *db.Invoice) error {
		if err := rule.Deny(s.Authorizer.Invoice(authz.FromContext(ctx), authz.InvoiceActionVoid, InvoiceTarget(inv)), "id"); err != nil {
			return err
		}
		if err := rule.Stale(expected, inv.Version, "input.expectedVersion"); err != nil {
			return err
		}
		now := s.now()
		if err := tx.Client.Invoice.Update().Where(invoice.ID(id)).SetStatus(invoice.StatusVOID).SetVoidedAt(now).
			SetVoidReason(*why).SetUpdatedAt(now).AddVersion(1).Exec(ctx); err != nil {
			return fmt.Errorf("void invoice %s: %w", id, err)
		}
		event := invoiceEvent(inv, now, "invoice.voided", status(inv, invoice.StatusVOID))
		event.Reason = why
		if err := audit.Record(ctx, tx, event); err != nil {
			return err
		}
		return s.settled(ctx, tx, inv)
	})
}

// bill locks an invoice, does something with it (nil when there is none), and
// answers it as it is afterwards.
func (s *Service) bill(ctx context.Context, id uuid.UUID, do func(context.Context, *database.Tx, *db.Invoice) error) (*db.Invoice, error) {
	var changed *db.Invoice
	err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		inv, err := tx.Client.Invoice.Query().Where(invoice.ID(id)).ForUpdate().Only(ctx)
		if err != nil && !db.IsNotFound(err) {
			return fmt.Errorf("read invoice %s: %w", id, err)
		}
		if err := do(ctx, tx, inv); err != nil {
			return err
		}
		if changed, err = tx.Client.Invoice.Query().Where(invoice.ID(id)).Only(ctx); err != nil {
			return fmt.Errorf("read invoice %s: %w", id, err)
		}
		return nil
	})
	return changed, err
}

// settled makes the subscription of an invoice active again when no invoice of
// it is past due any more.
func (s *Service) settled(ctx context.Context, tx *database.Tx, inv *db.Invoice) error {
	b, err := tx.Client.BillingSubscription.Query().Where(billingsubscription.ID(inv.SubscriptionID)).ForUpdate().Only(ctx)
	if err != nil {
		return fmt.Errorf("read subscription %s: %w", inv.SubscriptionID, err)
	}
	if b.Status != billingsubscription.StatusPAST_DUE {
		return nil
	}
	more, err := tx.Client.Invoice.Query().Where(invoice.SubscriptionID(b.ID), invoice.StatusEQ(invoice.StatusPAST_DUE)).Exist(ctx)
	if err != nil || more {
		return err
	}
	return s.save(ctx, tx, b, "subscription.updated", audit.Text("status", string(b.Status), string(billingsubscription.StatusACTIVE)),
		func(u *db.BillingSubscriptionUpdate) { u.SetStatus(billingsubscription.StatusACTIVE) })
}

// InvoiceTarget is what the policy needs to know about an invoice; of none,
// nothing.
func InvoiceTarget(inv *db.Invoice) authz.BillingTarget {
	if inv == nil {
		return authz.BillingTarget{}
	}
	return authz.BillingTarget{
		ID: inv.ID, OrganizationID: inv.OrganizationID, AccountID: inv.AccountID,
		Status: string(inv.Status), Paid: inv.Paid.IsPositive(),
	}
}

package billing

import (
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/shopspring/decimal"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/invoice"
)

// billed starts a subscription and answers its first invoice, of 99.
func (h *books) billed() (*db.BillingSubscription, *db.Invoice) {
	h.t.Helper()
	b := h.start(h.plan("Pro", "99", nil))
	h.on("2026-04-10")
	h.issue(1)
	return b, h.bill1()
}

func (h *books) bill1() *db.Invoice {
	h.t.Helper()
	inv, err := h.DB.Client().Invoice.Query().Where(invoice.Number(1)).Only(h.system())
	h.must(err)
	return inv
}

func (h *books) pay(id uuid.UUID, amount string, more func(*NewPayment)) error {
	in := NewPayment{Amount: dec(amount)}
	if more != nil {
		more(&in)
	}
	_, err := h.PaymentRecord(h.ctx, id, in)
	return err
}

func (h *books) late(want int) {
	h.t.Helper()
	n, err := h.MarkPastDue(h.t.Context())
	h.must(err)
	if n != want {
		h.t.Errorf("%d invoices were marked past due, want %d", n, want)
	}
}

func TestPaymentInParts(t *testing.T) {
	t.Parallel()
	h := setup(t)
	_, inv := h.billed()
	h.refused(h.pay(inv.ID, "0", nil), "INVALID input.amount")
	h.refused(h.pay(inv.ID, "99.01", nil), "INVALID input.amount")
	h.refused(h.pay(inv.ID, "1.005", nil), "INVALID input.amount")
	h.refused(h.pay(inv.ID, "1", func(p *NewPayment) { at := h.clock.now().Add(time.Second); p.PaidAt = &at }), "INVALID input.paidAt")
	for _, at := range []time.Time{{}, time.Date(1999, 12, 31, 23, 59, 59, 0, time.UTC), inv.IssuedOn.AddDate(0, 0, -earlyDays).Add(-time.Second)} {
		h.refused(h.pay(inv.ID, "1", func(p *NewPayment) { p.PaidAt = &at }), "INVALID input.paidAt")
	}
	h.must(h.pay(inv.ID, "60", func(p *NewPayment) { at := inv.IssuedOn.AddDate(0, 0, -earlyDays); p.PaidAt = &at }))
	h.refused(h.pay(inv.ID, "39.01", nil), "INVALID input.amount")
	_, err := h.InvoiceVoid(h.ctx, inv.ID, nil, "typo")
	h.refused(err, "WRONG_STATE id")
	h.must(h.pay(inv.ID, "39", nil))
	h.refused(h.pay(inv.ID, "1", nil), "WRONG_STATE id")
	if inv = h.bill1(); inv.Status != invoice.StatusPAID || !inv.Paid.Equal(inv.Total) || inv.PaidAt == nil {
		t.Errorf("the invoice is %s, %s of %s are paid", inv.Status, inv.Paid, inv.Total)
	}
	_, err = h.PaymentRecord(h.as(authz.RoleResellerSupport), inv.ID, NewPayment{Amount: dec("1")})
	h.refused(err, "NOT_FOUND id")
}

// The answer to a repeated key is the first one, also when the payment was the
// last there could be.
func TestPaymentOnce(t *testing.T) {
	t.Parallel()
	h := setup(t)
	_, inv := h.billed()
	key := func(p *NewPayment) { k := "transfer 1"; p.IdempotencyKey = &k }
	h.must(h.pay(inv.ID, "99", key))
	h.must(h.pay(inv.ID, "99", key))
	h.refused(h.pay(inv.ID, "98", key), "IDEMPOTENCY_KEY_REUSED input.idempotencyKey")
	if n, err := h.DB.Client().InvoicePayment.Query().Count(h.system()); err != nil || n != 1 {
		t.Errorf("%d payments were written (%v)", n, err)
	}
}

func TestPastDue(t *testing.T) {
	t.Parallel()
	h := setup(t)
	b, inv := h.billed()
	h.on("2026-04-24") // the due day is still good
	h.late(0)
	h.on("2026-04-25")
	h.late(1)
	h.late(0)
	h.wantState(b, "PAST_DUE 2026-04-10–2026-05-10")
	h.wantMails(1)
	h.on("2026-06-25")
	h.issue(2)
	h.wantState(b, "PAST_DUE 2026-06-10–2026-07-10")
	h.on("2026-07-20")
	h.late(2)
	h.must(h.pay(inv.ID, "99", nil))
	h.wantState(b, "PAST_DUE 2026-06-10–2026-07-10") // others are not paid
	all, err := h.DB.Client().Invoice.Query().Where(invoice.StatusEQ(invoice.StatusPAST_DUE)).Order(db.Asc(invoice.FieldNumber)).All(h.system())
	h.must(err)
	h.must(h.pay(all[0].ID, "99", nil))
	_, err = h.InvoiceVoid(h.ctx, all[1].ID, nil, " ")
	h.refused(err, "REQUIRED input.reason")
	_, err = h.InvoiceVoid(h.ctx, all[1].ID, nil, "agreed on the phone")
	h.must(err)
	h.wantState(b, "ACTIVE 2026-06-10–2026-07-10")
	_, err = h.InvoiceVoid(h.ctx, all[1].ID, nil, "again")
	h.refused(err, "WRONG_STATE id")
	h.refused(h.pay(all[1].ID, "99", nil), "WRONG_STATE id")
}

func (h *books) wantMails(want int) {
	h.t.Helper()
	var n int
	h.must(h.owner.QueryRowContext(h.t.Context(), `SELECT count(*) FROM river_job WHERE kind = 'mail_invoice_past_due'`).Scan(&n))
	if n != want {
		h.t.Errorf("%d mails are to be sent, want %d", n, want)
	}
}

// What is free asks for nothing, and its periods go on all the same.
func TestNothingToPay(t *testing.T) {
	t.Parallel()
	h := setup(t)
	b := h.start(h.plan("Free", "0", nil))
	h.on("2026-06-10")
	h.issue(0)
	h.wantState(b, "ACTIVE 2026-06-10–2026-07-10")
}

// The log tells of every step, and of nobody's deed where the clock did it.
func TestBillingAudit(t *testing.T) {
	t.Parallel()
	h := setup(t)
	_, inv := h.billed()
	h.must(h.pay(inv.ID, "99", nil))
	rows, err := h.owner.QueryContext(t.Context(), `SELECT action, coalesce(actor_name, '') FROM audit_events ORDER BY created_at, id`)
	h.must(err)
	defer rows.Close()
	var got [][2]string
	for rows.Next() {
		var line [2]string
		h.must(rows.Scan(&line[0], &line[1]))
		got = append(got, line)
	}
	want := [][2]string{{"plan.created", "Ada"}, {"subscription.created", "Ada"}, {"invoice.created", ""}, {"invoice.payment_recorded", "Ada"}}
	if len(got) != len(want) {
		t.Fatalf("the log says %v", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("line %d is %v, want %v", i, got[i], want[i])
		}
	}
	if !inv.Total.Equal(decimal.NewFromInt(99)) {
		t.Errorf("the invoice is of %s", inv.Total)
	}
}

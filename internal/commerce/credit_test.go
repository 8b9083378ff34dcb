package commerce

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/creditentry"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/user"
	"tenantry/ent/schema"
	"tenantry/internal/feature"
)

func TestCredits(t *testing.T) {
	s := setup(t)
	acme := s.customer(feature.SMS, feature.Calls)
	s.fill(1000)
	given := s.give(acme, 300)
	if given.Amount != 300 || *given.BalanceAfter != 300 || given.OrganizationID != acme.ID || *given.CounterpartID != s.reseller.root {
		t.Errorf("entry of the customer: %+v", given)
	}
	if _, err := s.CreditAdjust(s.ctx, Adjustment{OrganizationID: acme.ID, Amount: -50, Reason: "Charged twice"}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.CreditAdjust(s.ctx, Adjustment{OrganizationID: s.reseller.root, Amount: 7, Reason: "Found some"}); err != nil {
		t.Fatal(err)
	}
	results, err := s.CreditUsageRecord(s.ctx, []Usage{
		{OrganizationID: acme.ID, Type: creditentry.TypeSMS_USAGE, Amount: 40, IdempotencyKey: "a"},
		{OrganizationID: acme.ID, Type: creditentry.TypeCALL_USAGE, Amount: 5, IdempotencyKey: "b"},
	})
	s.must(err)
	if _, err := s.CreditReverse(s.ctx, Reversal{EntryID: results[0].Entry.ID, Reason: "Not sent"}); err != nil {
		t.Fatal(err)
	}
	if got, want := [2]int64{s.balance(s.reseller.root), s.balance(acme.ID)}, [2]int64{757, 245}; got != want {
		t.Errorf("pool and customer have %v, want %v", got, want)
	}
	s.sound()
	type line struct {
		Type          string
		Amount, After int64
	}
	entries, err := s.DB.Client().CreditEntry.Query().Where(creditentry.OrganizationID(acme.ID), creditentry.LedgerEQ(creditentry.LedgerORGANIZATION)).
		Order(db.Asc(creditentry.FieldCreatedAt, creditentry.FieldID)).All(s.ctx)
	s.must(err)
	var got []line
	for _, e := range entries {
		got = append(got, line{string(e.Type), e.Amount, *e.BalanceAfter})
	}
	want := []line{{"TOP_UP", 300, 300}, {"ADJUSTMENT", -50, 250}, {"SMS_USAGE", -40, 210}, {"CALL_USAGE", -5, 205}, {"REVERSAL", 40, 245}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("statement (-want +got):\n%s", diff)
	}
	if n := s.number(`SELECT count(*) FROM audit_events WHERE action IN ('credit.topped_up', 'credit.allocated', 'credit.adjusted', 'credit.used', 'credit.reversed')`); n != 6 {
		t.Errorf("%d lines in the audit log, want 6", n)
	}
}

func TestCreditRefusals(t *testing.T) {
	s := setup(t)
	acme, bare := s.customer(feature.SMS), s.customer()
	east := s.organization(schema.NewID(), acme)
	gone := s.customer()
	s.exec(`UPDATE organizations SET status = 'DELETED' WHERE id = $1`, gone.ID)
	s.fill(100)
	given := s.give(acme, 60)
	undone, err := s.CreditReverse(s.ctx, Reversal{EntryID: s.give(acme, 1).ID, Reason: "Wrong"})
	s.must(err)

	allocate := func(o uuid.UUID, n int64) func() error {
		return func() error {
			_, err := s.CreditAllocate(s.ctx, Allocation{OrganizationID: o, Amount: n})
			return err
		}
	}
	for name, c := range map[string]struct {
		do   func() error
		want string
	}{
		"more than the pool":   {allocate(acme.ID, 41), "INSUFFICIENT_CREDITS at input.amount"},
		"nothing":              {allocate(acme.ID, 0), "INVALID at input.amount"},
		"less than nothing":    {allocate(acme.ID, -1), "INVALID at input.amount"},
		"too much":             {allocate(acme.ID, MaxAmount+1), "INVALID at input.amount"},
		"to the pool":          {allocate(s.reseller.root, 1), "WRONG_STATE at input.organizationId"},
		"to a sub-account":     {allocate(east.ID, 1), "WRONG_STATE at input.organizationId"},
		"to a closed customer": {allocate(gone.ID, 1), "NOT_FOUND at input.organizationId"},
		"to nobody":            {allocate(uuid.New(), 1), "NOT_FOUND at input.organizationId"},
		"correction below zero": {func() error {
			_, err := s.CreditAdjust(s.ctx, Adjustment{OrganizationID: acme.ID, Amount: -61, Reason: "x"})
			return err
		}, "INSUFFICIENT_CREDITS at input.amount"},
		"correction by nothing": {func() error {
			_, err := s.CreditAdjust(s.ctx, Adjustment{OrganizationID: acme.ID, Reason: "x"})
			return err
		}, "INVALID at input.amount"},
		"correction without word": {func() error {
			_, err := s.CreditAdjust(s.ctx, Adjustment{OrganizationID: acme.ID, Amount: 1, Reason: " "})
			return err
		}, "REQUIRED at input.reason"},
		"undoing an undoing": {func() error { _, err := s.CreditReverse(s.ctx, Reversal{EntryID: undone.ID, Reason: "x"}); return err }, "WRONG_STATE at id"},
		"undoing nothing":    {func() error { _, err := s.CreditReverse(s.ctx, Reversal{EntryID: uuid.New(), Reason: "x"}); return err }, "NOT_FOUND at id"},
	} {
		s.wantRefused(name, c.do(), c.want)
	}
	// What was spent cannot be taken back.
	if _, err := s.CreditUsageRecord(s.ctx, []Usage{{OrganizationID: east.ID, Type: creditentry.TypeSMS_USAGE, Amount: 10, IdempotencyKey: "k"}}); err != nil {
		t.Fatal(err)
	}
	_, err = s.CreditReverse(s.ctx, Reversal{EntryID: given.ID, Reason: "x"})
	s.wantRefused("taking back what was spent", err, "INSUFFICIENT_CREDITS at id")
	s.give(acme, 10)
	_, err = s.CreditReverse(s.ctx, Reversal{EntryID: given.ID, Reason: "x"})
	s.wantRefused("taking back", err, "ok")
	_, err = s.CreditReverse(s.ctx, Reversal{EntryID: given.ID, Reason: "x"})
	s.wantRefused("taking back twice", err, "WRONG_STATE at id")

	late, never, old := s.clock.now().Add(time.Hour), time.Time{}, s.clock.now().AddDate(0, -backMonths, 0).Add(-time.Second)
	results, err := s.CreditUsageRecord(s.ctx, []Usage{
		{OrganizationID: bare.ID, Type: creditentry.TypeSMS_USAGE, Amount: 1, IdempotencyKey: "1"},
		{OrganizationID: acme.ID, Type: creditentry.TypeCALL_USAGE, Amount: 1, IdempotencyKey: "2"},
		{OrganizationID: acme.ID, Type: creditentry.TypeSMS_USAGE, Amount: 1000, IdempotencyKey: "3"},
		{OrganizationID: acme.ID, Type: creditentry.TypeTOP_UP, Amount: 1, IdempotencyKey: "4"},
		{OrganizationID: s.reseller.root, Type: creditentry.TypeSMS_USAGE, Amount: 1, IdempotencyKey: "5"},
		{OrganizationID: uuid.New(), Type: creditentry.TypeSMS_USAGE, Amount: 1, IdempotencyKey: "6"},
		{OrganizationID: acme.ID, Type: creditentry.TypeSMS_USAGE, Amount: 1, IdempotencyKey: " "},
		{OrganizationID: acme.ID, Type: creditentry.TypeSMS_USAGE, Amount: 1, IdempotencyKey: "8", OccurredAt: &late},
		{OrganizationID: acme.ID, Type: creditentry.TypeSMS_USAGE, Amount: 1, IdempotencyKey: "9", OccurredAt: &never},
		{OrganizationID: acme.ID, Type: creditentry.TypeSMS_USAGE, Amount: 1, IdempotencyKey: "10", OccurredAt: &old},
	})
	s.must(err)
	for i, want := range []string{
		"FEATURE_DISABLED at input.items.0.type", "FEATURE_DISABLED at input.items.1.type", "INSUFFICIENT_CREDITS at input.items.2.amount",
		"INVALID at input.items.3.type", "WRONG_STATE at input.items.4.organizationId", "NOT_FOUND at input.items.5.organizationId",
		"REQUIRED at input.items.6.idempotencyKey", "INVALID at input.items.7.occurredAt",
		"INVALID at input.items.8.occurredAt", "INVALID at input.items.9.occurredAt",
	} {
		s.wantRefused("item", results[i].Errors.Err(), want)
	}
	_, err = s.CreditUsageRecord(s.ctx, nil)
	s.wantRefused("no items", err, "REQUIRED at input.items")
	_, err = s.CreditUsageRecord(s.ctx, make([]Usage, MaxUsage+1))
	s.wantRefused("too many items", err, "LIMIT_REACHED at input.items")
	s.sound()
}

func TestCreditsWho(t *testing.T) {
	s := setup(t)
	acme := s.customer(feature.SMS)
	s.fill(100)
	bought, err := s.CreditTopUp(s.ctx, TopUp{Amount: 1})
	s.must(err)
	given := s.give(acme, 10)
	root := s.reseller.root
	for _, c := range []struct {
		role                                             string
		at                                               uuid.UUID
		topUp, allocate, adjust, pool, use, undo, refund string
	}{
		{authz.RoleCustomerAdmin, root, "FORBIDDEN", "ok", "ok", "FORBIDDEN", "FORBIDDEN at input.items.0.organizationId", "ok", "FORBIDDEN"},
		{authz.RoleResellerSupport, root, "FORBIDDEN", "FORBIDDEN", "FORBIDDEN", "FORBIDDEN", "FORBIDDEN at input.items.0.organizationId", "FORBIDDEN", "FORBIDDEN"},
		{authz.RoleResellerViewer, root, "FORBIDDEN", "FORBIDDEN", "FORBIDDEN", "FORBIDDEN", "FORBIDDEN at input.items.0.organizationId", "NOT_FOUND at id", "NOT_FOUND at id"},
		{authz.RoleClientAdmin, acme.ID, "FORBIDDEN", "FORBIDDEN", "FORBIDDEN", "NOT_FOUND at input.organizationId", "FORBIDDEN at input.items.0.organizationId", "FORBIDDEN", "NOT_FOUND at id"},
		{authz.RoleClientUser, acme.ID, "FORBIDDEN", "FORBIDDEN", "FORBIDDEN", "NOT_FOUND at input.organizationId", "FORBIDDEN at input.items.0.organizationId", "NOT_FOUND at id", "NOT_FOUND at id"},
	} {
		account := root
		if c.at != root {
			account = c.at
		}
		ctx := s.as(c.role, c.at, account)
		_, err := s.CreditTopUp(ctx, TopUp{Amount: 1})
		s.wantRefused(c.role+" tops up", err, c.topUp)
		_, err = s.CreditAllocate(ctx, Allocation{OrganizationID: acme.ID, Amount: 1})
		s.wantRefused(c.role+" allocates", err, c.allocate)
		_, err = s.CreditAdjust(ctx, Adjustment{OrganizationID: acme.ID, Amount: 1, Reason: "x"})
		s.wantRefused(c.role+" adjusts", err, c.adjust)
		_, err = s.CreditAdjust(ctx, Adjustment{OrganizationID: root, Amount: 1, Reason: "x"})
		s.wantRefused(c.role+" adjusts the pool", err, c.pool)
		used, err := s.CreditUsageRecord(ctx, []Usage{{OrganizationID: acme.ID, Type: creditentry.TypeSMS_USAGE, Amount: 1, IdempotencyKey: c.role}})
		s.must(err)
		s.wantRefused(c.role+" uses", used[0].Errors.Err(), c.use)
		_, err = s.CreditReverse(ctx, Reversal{EntryID: given.ID, Reason: "x"})
		s.wantRefused(c.role+" undoes", err, c.undo)
		_, err = s.CreditReverse(ctx, Reversal{EntryID: bought.ID, Reason: "x"})
		s.wantRefused(c.role+" refunds", err, c.refund)
	}
	s.sound()
}

func TestCreditsOnce(t *testing.T) {
	s := setup(t)
	acme, bolt := s.customer(feature.SMS), s.customer(feature.SMS)
	s.fill(1000)
	key := "order 7"
	first, err := s.CreditAllocate(s.ctx, Allocation{OrganizationID: acme.ID, Amount: 10, IdempotencyKey: &key})
	s.must(err)
	again, err := s.CreditAllocate(s.ctx, Allocation{OrganizationID: acme.ID, Amount: 10, IdempotencyKey: &key})
	s.must(err)
	if again.ID != first.ID || s.balance(acme.ID) != 10 {
		t.Errorf("the same key gave %s after %s and a balance of %d", again.ID, first.ID, s.balance(acme.ID))
	}
	_, err = s.CreditAllocate(s.ctx, Allocation{OrganizationID: acme.ID, Amount: 11, IdempotencyKey: &key})
	s.wantRefused("other input", err, "IDEMPOTENCY_KEY_REUSED at input.idempotencyKey")
	_, err = s.CreditAllocate(s.ctx, Allocation{OrganizationID: bolt.ID, Amount: 11, IdempotencyKey: &key})
	s.wantRefused("another organization", err, "ok")

	use := func(n int64, key string) Usage {
		return Usage{OrganizationID: acme.ID, Type: creditentry.TypeSMS_USAGE, Amount: n, IdempotencyKey: key}
	}
	s.give(acme, 90)
	one, err := s.CreditUsageRecord(s.ctx, []Usage{use(1, "a"), use(2, "b"), use(1, "a"), use(3, "b")})
	s.must(err)
	two, err := s.CreditUsageRecord(s.ctx, []Usage{use(2, "b"), use(4, "c"), use(9, "a")})
	s.must(err)
	s.wantRefused("twice in a batch with other input", one[3].Errors.Err(), "IDEMPOTENCY_KEY_REUSED at input.items.3.idempotencyKey")
	s.wantRefused("again with other input", two[2].Errors.Err(), "IDEMPOTENCY_KEY_REUSED at input.items.2.idempotencyKey")
	if !one[2].Replayed || one[2].Entry.ID != one[0].Entry.ID || !two[0].Replayed || two[0].Entry.ID != one[1].Entry.ID || two[1].Replayed {
		t.Errorf("replays: %+v, then %+v", one, two)
	}
	if got := s.balance(acme.ID); got != 93 {
		t.Errorf("the balance is %d, want 93", got)
	}
	s.sound()
}

func TestLowBalance(t *testing.T) {
	s := setup(t)
	acme := s.customer(feature.SMS)
	boss, worker := s.user(acme, nil, membership.ClientAccessADMIN), s.user(acme, nil, membership.ClientAccessUSER)
	head := user.ResellerRoleRESELLER_ADMIN
	s.user(&db.Organization{ID: s.reseller.root, AccountID: s.reseller.root}, &head, "")
	s.fill(100)
	s.give(acme, 50)
	mark := int64(20)
	marked, err := s.CreditLowMarkSet(s.as(authz.RoleClientAdmin, acme.ID, acme.ID), acme.ID, &mark, nil)
	s.must(err)
	n := 0
	use := func(amount int64) {
		t.Helper()
		n++
		r, err := s.CreditUsageRecord(s.ctx, []Usage{{OrganizationID: acme.ID, Type: creditentry.TypeSMS_USAGE, Amount: amount, IdempotencyKey: string(rune('a' + n))}})
		s.must(err)
		s.must(r[0].Errors.Err())
	}
	told := func() int { return len(s.queue.jobs) }
	for _, step := range []struct {
		what string
		do   func()
		want int
	}{
		{"above the mark", func() { use(29) }, 0},
		{"at the mark", func() { use(1) }, 1},
		{"below it", func() { use(5) }, 1},
		{"above it again", func() { s.give(acme, 10) }, 1},
		{"below it again", func() { use(20) }, 2},
	} {
		if step.do(); told() != step.want {
			t.Errorf("%s: %d mails, want %d", step.what, told(), step.want)
		}
	}
	if m := s.queue.jobs[0].(lowMail); m.UserID != boss || m.UserID == worker || m.OrganizationID != acme.ID {
		t.Errorf("the mail goes to %+v", m)
	}
	if got := s.number(`SELECT count(*) FROM audit_events WHERE action = 'credit.low' AND organization_id = $1`, acme.ID); got != 2 {
		t.Errorf("%d lines in the audit log, want 2", got)
	}
	// The pool is watched like any other.
	pool := int64(1000)
	if _, err := s.CreditLowMarkSet(s.ctx, s.reseller.root, &pool, nil); err != nil || told() != 2 {
		t.Errorf("setting a mark above the balance: %v, %d mails", err, told())
	}
	pool = 30
	_, err = s.CreditLowMarkSet(s.ctx, s.reseller.root, &pool, nil)
	s.must(err)
	if s.give(acme, 15); told() != 3 {
		t.Errorf("%d mails after the pool ran low, want 3", told())
	}
	stale := marked.Version - 1
	below := int64(-1)
	_, err = s.CreditLowMarkSet(s.ctx, acme.ID, &mark, &stale)
	s.wantRefused("an old version", err, "STALE at input.expectedVersion")
	_, err = s.CreditLowMarkSet(s.ctx, acme.ID, &below, nil)
	s.wantRefused("below zero", err, "INVALID at input.mark")
	_, err = s.CreditLowMarkSet(s.as(authz.RoleClientUser, acme.ID, acme.ID), acme.ID, nil, nil)
	s.wantRefused("a plain member", err, "FORBIDDEN")
	s.sound()
}

// The ledger is written once, and the database has the last word on balances.
func TestLedgerInTheDatabase(t *testing.T) {
	s := setup(t)
	s.fill(10)
	for _, statement := range []string{
		`UPDATE credit_entries SET amount = 1`, `DELETE FROM credit_entries`,
		`UPDATE organizations SET credit_balance = -1`,
	} {
		if _, err := s.DB.Write.ExecContext(t.Context(), statement+` WHERE reseller_id = $1`, s.reseller.id); err == nil {
			t.Errorf("%q was done", statement)
		}
	}
	s.exec(`UPDATE organizations SET credit_balance = 9`)
	if d, err := CreditDrift(t.Context(), s.owner, s.reseller.id); err != nil || d != (Drift{Balances: 1, Entries: 2}) {
		t.Errorf("a wrong balance: %+v, %v", d, err)
	}
	s.exec(`UPDATE organizations SET credit_balance = 10`)
	s.exec(`DELETE FROM credit_entries WHERE ledger = 'ISSUED'`)
	if d, err := CreditDrift(t.Context(), s.owner, s.reseller.id); err != nil || d != (Drift{Movements: 1}) {
		t.Errorf("half a movement: %+v, %v", d, err)
	}
}

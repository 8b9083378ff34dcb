package commerce

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"tenantry/authz"
	"tenantry/ent/db/creditentry"
	"tenantry/ent/schema"
	"tenantry/internal/database"
	"tenantry/internal/fault"
	"tenantry/internal/feature"
)

// balance is an organization whose row is locked.
type balance struct {
	id, account uuid.UUID
	name        string
	kind        string
	status      string
	features    pq.StringArray
	before, now int64
	lowMark     sql.NullInt64
	lowAt       sql.NullTime
}

// book carries out movements in their order: each is booked as a whole, found
// under its key, or refused with nothing written for it. It takes six
// statements however many there are. What it answers itself fails them all.
func (s *Service) book(ctx context.Context, tx *database.Tx, r reseller, moves []*movement) error {
	ids := organizations(moves)
	if !slices.Contains(ids, r.root) {
		ids = append(ids, r.root) // read for its features; not locked, since nothing moves there
	}
	if err := r.lock(ctx, tx, organizations(moves)...); err != nil {
		return err
	}
	now := s.now() // after the lock, so that the order of entries is that of the balances
	held, err := r.balances(ctx, tx, ids)
	if err != nil {
		return err
	}
	open, err := r.replay(ctx, tx, moves)
	if err != nil {
		return err
	}
	if err := r.undone(ctx, tx, open); err != nil {
		return err
	}
	booked := place(open, held, held[r.root].features)
	if len(booked) == 0 {
		return nil
	}
	if err := r.insert(ctx, tx, booked, held, now); err != nil {
		return err
	}
	fallen, err := r.move(ctx, tx, held, now)
	if err != nil {
		return err
	}
	return s.record(ctx, tx, r, booked, held, fallen, now)
}

// balances reads organizations.
func (r reseller) balances(ctx context.Context, tx *database.Tx, ids []uuid.UUID) (map[uuid.UUID]*balance, error) {
	const rows = `SELECT "o"."id", "o"."account_id", "o"."name", "o"."kind", "o"."status", "o"."features", "o"."credit_balance", "o"."credit_low_mark", "o"."credit_low_at"
		FROM "organizations" AS "o" WHERE "o"."reseller_id" = $1 AND "o"."id" = ANY($2)`
	found, err := tx.SQL.QueryContext(ctx, rows, r.id, uuids(ids))
	if err != nil {
		return nil, fmt.Errorf("read balances: %w", err)
	}
	defer found.Close()
	held := make(map[uuid.UUID]*balance, len(ids))
	for found.Next() {
		b := &balance{}
		if err := found.Scan(&b.id, &b.account, &b.name, &b.kind, &b.status, &b.features, &b.before, &b.lowMark, &b.lowAt); err != nil {
			return nil, fmt.Errorf("read balances: %w", err)
		}
		b.now = b.before
		held[b.id] = b
	}
	if err := found.Err(); err != nil {
		return nil, fmt.Errorf("read balances: %w", err)
	}
	return held, nil
}

// replay finds what was booked under a key before, and answers the movements
// that are still to be booked. The rows of their organizations are locked, so
// nobody else books under the key meanwhile.
func (r reseller) replay(ctx context.Context, tx *database.Tx, moves []*movement) ([]*movement, error) {
	var at []uuid.UUID
	var keys []string
	for _, m := range moves {
		if m.key == nil {
			continue
		}
		if err := m.seal(); err != nil {
			return nil, err
		}
		at, keys = append(at, m.named), append(keys, *m.key)
	}
	if len(keys) == 0 {
		return moves, nil
	}
	const rows = `SELECT "e"."organization_id", "e"."idempotency_key", "e"."id", "e"."input_hash" FROM "credit_entries" AS "e"
		JOIN unnest($2::uuid[], $3::text[]) AS "k" ("organization_id", "key")
		ON "e"."organization_id" = "k"."organization_id" AND "e"."idempotency_key" = "k"."key" WHERE "e"."reseller_id" = $1`
	found, err := tx.SQL.QueryContext(ctx, rows, r.id, uuids(at), pq.Array(keys))
	if err != nil {
		return nil, fmt.Errorf("look for keys of movements: %w", err)
	}
	defer found.Close()
	type used struct {
		organization uuid.UUID
		key          string
	}
	type was struct {
		entry uuid.UUID
		hash  []byte
	}
	before := map[used]was{}
	for found.Next() {
		var u used
		var w was
		if err := found.Scan(&u.organization, &u.key, &w.entry, &w.hash); err != nil {
			return nil, fmt.Errorf("look for keys of movements: %w", err)
		}
		before[u] = w
	}
	if err := found.Err(); err != nil {
		return nil, fmt.Errorf("look for keys of movements: %w", err)
	}
	var open []*movement
	for _, m := range moves {
		if m.key == nil {
			open = append(open, m)
			continue
		}
		w, known := before[used{m.named, *m.key}]
		switch {
		case !known:
			open = append(open, m)
		case string(w.hash) != string(m.hash):
			m.errs.Add(fault.IdempotencyReused, m.path("idempotencyKey"), "The key was used with other input.")
		default:
			m.entry, m.replayed = w.entry, true
		}
	}
	return open, nil
}

// seal makes the hash of what was asked for under the key.
func (m *movement) seal() error {
	asked := struct {
		Op, Kind, Reference string
		Named               uuid.UUID
		Amount              int64
		Reason              *string
		UsedBy, Reverses    *uuid.UUID
		Occurred            *time.Time
	}{Op: m.op, Kind: string(m.kind), Reference: m.reference, Named: m.named, Amount: m.sides[0].amount, Reason: m.reason, UsedBy: m.usedBy, Reverses: m.reverses}
	if m.saidWhen {
		asked.Occurred = &m.occurred
	}
	written, err := json.Marshal(asked)
	if err != nil {
		return fmt.Errorf("encode movement: %w", err)
	}
	sum := sha256.Sum256(written)
	m.hash = sum[:]
	return nil
}

// undone refuses to undo what was undone already.
func (r reseller) undone(ctx context.Context, tx *database.Tx, moves []*movement) error {
	for _, m := range moves {
		if m.reverses == nil {
			continue
		}
		const any = `SELECT EXISTS (SELECT FROM "credit_entries" AS "e" WHERE "e"."reseller_id" = $1 AND "e"."reverses_id" = $2)`
		var there bool
		if err := tx.SQL.QueryRowContext(ctx, any, r.id, *m.reverses).Scan(&there); err != nil {
			return fmt.Errorf("look for the undoing of movement %s: %w", *m.reverses, err)
		}
		if there {
			m.errs.Add(fault.WrongState, "id", "This was undone already.")
		}
	}
	return nil
}

// place decides movement by movement what the balances allow, and answers
// those that are booked.
func place(moves []*movement, held map[uuid.UUID]*balance, has []string) []*movement {
	var booked []*movement
	type used struct {
		organization uuid.UUID
		key          string
	}
	first := map[used]*movement{}
	for _, m := range moves {
		if len(m.errs) > 0 {
			continue
		}
		if m.key != nil {
			if twin := first[used{m.named, *m.key}]; twin != nil {
				m.repeat(twin)
				continue
			}
		}
		if m.allowed(held, has) {
			if m.key != nil {
				first[used{m.named, *m.key}] = m
			}
			m.entry = schema.NewID()
			booked = append(booked, m)
		}
	}
	return booked
}

// repeat makes a movement the repetition of an earlier one of the same batch.
func (m *movement) repeat(twin *movement) {
	if string(twin.hash) != string(m.hash) {
		m.errs.Add(fault.IdempotencyReused, m.path("idempotencyKey"), "The key was used with other input.")
		return
	}
	m.entry, m.replayed = twin.entry, true
}

// allowed moves the balances, or refuses and leaves them.
func (m *movement) allowed(held map[uuid.UUID]*balance, has []string) bool {
	if key := needs(m.kind); key != "" && m.reverses == nil {
		if b := held[m.named]; b == nil || !slices.Contains(b.features, key) || !slices.Contains(has, key) {
			m.errs = append(m.errs, disabledAt(key, m.path("type"))...)
			return false
		}
	}
	for _, at := range m.sides {
		if at.ledger != creditentry.LedgerORGANIZATION {
			continue
		}
		b := held[at.organization]
		if b == nil {
			m.errs.Add(fault.Missing, m.path("organizationId"), "There is no such organization.")
			return false
		}
		switch after := b.now + at.amount; {
		case after < 0:
			m.errs.Add(fault.InsufficientCredit, m.path("amount"), "%s", short(b, at.amount))
			return false
		case after > MaxBalance:
			m.errs.Add(fault.LimitReached, m.path("amount"), "A balance is at most %d credits.", int64(MaxBalance))
			return false
		}
	}
	for i, at := range m.sides {
		if at.ledger == creditentry.LedgerORGANIZATION {
			b := held[at.organization]
			b.now += at.amount
			m.sides[i].balance = b.now
		}
	}
	return true
}

// short says that a balance is too low. Of the pool only its owners are told
// how low, which they see anyway; a customer's people never move it.
func short(b *balance, n int64) string {
	if b.kind == "RESELLER" {
		return fmt.Sprintf("The pool has %s, %s needed.", counted(b.now, "credit", "credits"), counted(-n, "is", "are"))
	}
	return fmt.Sprintf("There %s left, %s needed.", leftOf(b.now), counted(-n, "is", "are"))
}

func leftOf(credits int64) string {
	if credits == 1 {
		return "is 1 credit"
	}
	return "are " + counted(credits, "", "credits")
}

// needs is the feature a use of credits takes.
func needs(kind creditentry.Type) feature.Key {
	switch kind {
	case creditentry.TypeSMS_USAGE:
		return feature.SMS
	case creditentry.TypeCALL_USAGE:
		return feature.Calls
	}
	return ""
}

// row is an entry on its way into the table.
type row struct {
	ID            uuid.UUID  `json:"id"`
	TransactionID uuid.UUID  `json:"transaction_id"`
	AccountID     uuid.UUID  `json:"account_id"`
	Organization  uuid.UUID  `json:"organization_id"`
	Ledger        string     `json:"ledger"`
	Type          string     `json:"type"`
	Amount        int64      `json:"amount"`
	BalanceAfter  *int64     `json:"balance_after"`
	Counterpart   *uuid.UUID `json:"counterpart_id"`
	UsedBy        *uuid.UUID `json:"used_by_id"`
	Reference     string     `json:"reference"`
	Reason        *string    `json:"reason"`
	Reverses      *uuid.UUID `json:"reverses_id"`
	Key           *string    `json:"idempotency_key"`
	Hash          *string    `json:"input_hash"`
	Occurred      time.Time  `json:"occurred_at"`
}

// insert writes the entries, one statement for all. Their ids are made in
// their order.
func (r reseller) insert(ctx context.Context, tx *database.Tx, moves []*movement, held map[uuid.UUID]*balance, now time.Time) error {
	var rows []row
	for _, m := range moves {
		transaction := m.entry
		occurred := m.occurred
		if occurred.IsZero() {
			occurred = now
		}
		for i, at := range m.sides {
			e := row{
				ID: transaction, TransactionID: transaction, AccountID: held[at.organization].account, Organization: at.organization,
				Ledger: string(at.ledger), Type: string(m.kind), Amount: at.amount, Counterpart: at.across,
				UsedBy: m.usedBy, Reference: m.reference, Reason: m.reason, Reverses: m.reverses, Occurred: occurred,
			}
			if at.ledger == creditentry.LedgerORGANIZATION {
				after := at.balance
				e.BalanceAfter = &after
			}
			if i > 0 {
				e.ID = schema.NewID()
			} else if m.key != nil {
				hash := hex.EncodeToString(m.hash)
				e.Key, e.Hash = m.key, &hash
			}
			rows = append(rows, e)
		}
	}
	written, err := json.Marshal(rows)
	if err != nil {
		return fmt.Errorf("encode credit entries: %w", err)
	}
	const all = `INSERT INTO "credit_entries" ("id", "reseller_id", "transaction_id", "account_id", "organization_id", "ledger", "type", "amount",
		"balance_after", "counterpart_id", "used_by_id", "reference", "reason", "reverses_id", "idempotency_key", "input_hash", "actor_id", "occurred_at", "created_at")
		SELECT "e"."id", $1, "e"."transaction_id", "e"."account_id", "e"."organization_id", "e"."ledger", "e"."type", "e"."amount",
		"e"."balance_after", "e"."counterpart_id", "e"."used_by_id", "e"."reference", "e"."reason", "e"."reverses_id", "e"."idempotency_key", decode("e"."input_hash", 'hex'), $3, "e"."occurred_at", $4
		FROM jsonb_to_recordset($2) AS "e" ("id" uuid, "transaction_id" uuid, "account_id" uuid, "organization_id" uuid, "ledger" text, "type" text, "amount" bigint,
		"balance_after" bigint, "counterpart_id" uuid, "used_by_id" uuid, "reference" text, "reason" text, "reverses_id" uuid, "idempotency_key" text, "input_hash" text, "occurred_at" timestamptz)`
	var actor *uuid.UUID
	if v := authz.FromContext(ctx); v != nil {
		actor = &v.UserID
	}
	_, err = tx.SQL.ExecContext(ctx, all, r.id, string(written), actor, now)
	switch {
	case database.IsUniqueViolation(err, "credit_entries_idempotency_key"):
		// Locks keep others out, so this is nobody's race; the index has the last word all the same.
		return fault.Refuse(fault.IdempotencyReused, "input.idempotencyKey", "The key was used before.")
	case database.IsUniqueViolation(err, "credit_entries_reverses_key"):
		return fault.Refuse(fault.WrongState, "id", "This was undone already.")
	case err != nil:
		return fmt.Errorf("write credit entries: %w", err)
	}
	return nil
}

// move brings the balances to where the entries say, one statement for all,
// and answers the organizations that have just fallen to their mark.
func (r reseller) move(ctx context.Context, tx *database.Tx, held map[uuid.UUID]*balance, now time.Time) ([]*balance, error) {
	var ids []uuid.UUID
	var by []int64
	var low []sql.NullTime
	var fallen []*balance
	for _, b := range held {
		if b.now == b.before {
			continue
		}
		switch isLow := b.lowMark.Valid && b.now <= b.lowMark.Int64; {
		case !isLow:
			b.lowAt = sql.NullTime{}
		case !b.lowAt.Valid:
			b.lowAt = sql.NullTime{Time: now, Valid: true}
			fallen = append(fallen, b)
		}
		ids, by, low = append(ids, b.id), append(by, b.now-b.before), append(low, b.lowAt)
	}
	if len(ids) == 0 {
		return nil, nil
	}
	const all = `UPDATE "organizations" AS "o" SET "credit_balance" = "o"."credit_balance" + "v"."amount", "credit_low_at" = "v"."low_at"
		FROM unnest($2::uuid[], $3::bigint[], $4::timestamptz[]) AS "v" ("id", "amount", "low_at")
		WHERE "o"."reseller_id" = $1 AND "o"."id" = "v"."id" RETURNING "o"."id", "o"."credit_balance"`
	moved, err := tx.SQL.QueryContext(ctx, all, r.id, uuids(ids), pq.Array(by), pq.Array(low))
	if err != nil {
		return nil, moveError(err)
	}
	defer moved.Close()
	n := 0
	for moved.Next() {
		var id uuid.UUID
		var after int64
		if err := moved.Scan(&id, &after); err != nil {
			return nil, moveError(err)
		}
		if n++; after != held[id].now {
			return nil, fmt.Errorf("balance of organization %s: %d, entries say %d", id, after, held[id].now)
		}
	}
	if err := moved.Err(); err != nil {
		return nil, moveError(err)
	}
	if n != len(ids) {
		return nil, fmt.Errorf("move balances: %d of %d organizations", n, len(ids))
	}
	return fallen, nil
}

// moveError names the database's own refusal of a balance below zero.
func moveError(err error) error {
	if database.Constraint(err) == "organizations_credit_balance_check" {
		return fault.Refuse(fault.InsufficientCredit, "input.amount", "There are not enough credits.")
	}
	return fmt.Errorf("move balances: %w", err)
}

func disabledAt(key, path string) fault.Refusals {
	var r fault.Refusals
	asRefusals(disabled(key, path), &r)
	return r
}

func asRefusals(err error, to *fault.Refusals) bool { return errors.As(err, to) && len(*to) > 0 }

// uuids is a list of keys as an argument.
func uuids(ids []uuid.UUID) any { return pq.Array(ids) }

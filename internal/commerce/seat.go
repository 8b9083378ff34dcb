package commerce

import (
	"context"
	"database/sql"
	"fmt"
	"strconv"

	"github.com/google/uuid"

	"tenantry/ent/db"
	"tenantry/internal/database"
	"tenantry/internal/fault"
)

// MaxSeats is the largest limit that can be set.
const MaxSeats = 1_000_000

func checkSeats(errs *fault.Refusals, path string, n int) {
	if n < 0 || n > MaxSeats {
		errs.Add(fault.Invalid, path, "Seats are from 0 to %d.", MaxSeats)
	}
}

// seats refuses a limit below the seats taken, and what is more than the
// reseller may hand out. The rows of the organization and of the root are
// locked.
func (s *Service) seats(ctx context.Context, tx *database.Tx, r reseller, o *db.Organization, limit *int) error {
	if o.ID == r.root {
		given, open, err := handedOut(ctx, tx, r, uuid.Nil)
		switch {
		case err != nil:
			return err
		case limit != nil && open > 0:
			return fault.Refuse(fault.SeatsInUse, "input.seatLimit", "%s no limit of their own; set theirs first.", counted(open, "customer has", "customers have"))
		case limit != nil && int64(*limit) < given:
			return fault.Refuse(fault.SeatsInUse, "input.seatLimit", "The customers have %s together.", counted(given, "seat", "seats"))
		}
	} else if err := withinPool(ctx, tx, r, o.ID, limit); err != nil {
		return err
	}
	if limit == nil {
		return nil
	}
	taken, err := s.Seats.SeatsTaken(ctx, tx, o)
	if err != nil {
		return err
	}
	if taken > *limit {
		return fault.Refuse(fault.SeatsInUse, "input.seatLimit", "%s taken.", counted(taken, "seat is", "seats are"))
	}
	return nil
}

// withinPool refuses seats for a customer that the reseller does not have left.
// The row of the root is locked, so nobody else hands out seats meanwhile.
func withinPool(ctx context.Context, tx *database.Tx, r reseller, id uuid.UUID, limit *int) error {
	const own = `SELECT "o"."seat_limit" FROM "organizations" AS "o" WHERE "o"."reseller_id" = $1 AND "o"."id" = $2`
	var pool sql.NullInt64
	if err := tx.SQL.QueryRowContext(ctx, own, r.id, r.root).Scan(&pool); err != nil {
		return fmt.Errorf("read seats of reseller %s: %w", r.id, err)
	}
	if !pool.Valid {
		return nil
	}
	if limit == nil {
		return fault.Refuse(fault.LimitReached, "input.seatLimit", "The reseller has %s for all its customers, so each needs a limit.", counted(pool.Int64, "seat", "seats"))
	}
	given, _, err := handedOut(ctx, tx, r, id)
	if err != nil {
		return err
	}
	if left := max(0, pool.Int64-given); int64(*limit) > left {
		return fault.Refuse(fault.LimitReached, "input.seatLimit", "The reseller has %s left for this customer.", counted(left, "seat", "seats"))
	}
	return nil
}

// handedOut adds up the seats of customers, and counts those without a limit;
// one can be left out. A closed customer keeps its seats until it is purged, so
// that it can always be restored.
func handedOut(ctx context.Context, tx *database.Tx, r reseller, but uuid.UUID) (given int64, open int, err error) {
	const sum = `SELECT COALESCE(sum("o"."seat_limit"), 0), count(*) FILTER (WHERE "o"."seat_limit" IS NULL) FROM "organizations" AS "o"
		WHERE "o"."reseller_id" = $1 AND "o"."kind" = 'CUSTOMER' AND "o"."purged_at" IS NULL AND "o"."id" <> $2`
	if err := tx.SQL.QueryRowContext(ctx, sum, r.id, but).Scan(&given, &open); err != nil {
		return 0, 0, fmt.Errorf("add up seats of reseller %s: %w", r.id, err)
	}
	return given, open, nil
}

// counted is a number with its word.
func counted[N int | int64](n N, one, many string) string {
	if n == 1 {
		many = one
	}
	return strconv.FormatInt(int64(n), 10) + " " + many
}

func same(a, b *int) bool { return a == nil && b == nil || a != nil && b != nil && *a == *b }

// number is a number as the audit log writes it; nil when there is none.
func number(n *int) *string {
	if n == nil {
		return nil
	}
	text := strconv.Itoa(*n)
	return &text
}

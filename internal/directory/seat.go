package directory

import (
	"context"
	"fmt"
	"strings"

	"entgo.io/ent/dialect/sql"

	"tenantry/ent/db"
	"tenantry/ent/db/usercounter"
	"tenantry/internal/database"
)

// SeatsTaken counts the seats taken in an account, whose row is locked. It
// serves package commerce, which must not know this one.
func (s *Service) SeatsTaken(ctx context.Context, tx *database.Tx, account *db.Organization) (int, error) {
	return seatsTaken(ctx, tx, account)
}

// seatsTaken reads the counter of the account, takes off the few who have no
// seat, and adds who was let in by this transaction, which its counters do not
// say yet. Nobody counts users: there may be a million.
func seatsTaken(ctx context.Context, tx *database.Tx, account *db.Organization) (int, error) {
	var rows []struct {
		N int `sql:"n"`
	}
	err := tx.Client.UserCounter.Query().Where(usercounter.ScopeEQ(usercounter.ScopeACCOUNT), usercounter.ScopeID(account.ID)).Modify(func(s *sql.Selector) {
		s.SelectExpr(sql.ExprFunc(func(b *sql.Builder) {
			seats(b, account)
			b.WriteString(` AS "n"`)
		}))
	}).Scan(ctx, &rows)
	if err != nil {
		return 0, fmt.Errorf("count seats of account %s: %w", account.ID, err)
	}
	used := tx.UsersAdded(account.ID)
	for _, row := range rows {
		used += row.N
	}
	return used, nil
}

// seats adds up the counters of an account without those who take no seat.
func seats(b *sql.Builder, account *db.Organization) {
	b.WriteString(`COALESCE(SUM("user_counters"."active" + "user_counters"."pending" + "user_counters"."suspended"), 0) - `)
	seatless(b, account)
}

// unseated finds the members of an account who were removed everywhere and are
// not asked back. There are few of them, however many others.
const unseated = `SELECT "m"."user_id" FROM "memberships" AS "m"
	WHERE "m"."reseller_id" = $1 AND "m"."status" = 'REMOVED' AND "m"."organization_id" IN (
		SELECT "o"."id" FROM "organizations" AS "o" WHERE "o"."reseller_id" = $1 AND "o"."account_id" = $2)
	AND NOT EXISTS (SELECT FROM "memberships" AS "n"
		WHERE "n"."reseller_id" = $1 AND "n"."user_id" = "m"."user_id" AND "n"."status" <> 'REMOVED')
	AND NOT EXISTS (SELECT FROM "invitations" AS "i"
		WHERE "i"."reseller_id" = $1 AND "i"."user_id" = "m"."user_id" AND "i"."status" = 'PENDING')`

// seatless counts the users who take no seat in the account. Suspended and
// pending users keep theirs, so that a reactivation never fails; so do members
// who are blocked. A plain member who was removed takes none, until he is asked
// back.
func seatless(b *sql.Builder, account *db.Organization) {
	const count = `(SELECT COUNT(*) FROM "users" AS "u" WHERE "u"."reseller_id" = $1 AND "u"."account_id" = $2
		AND "u"."status" <> 'DELETED' AND "u"."user_type" IS NULL AND "u"."id" IN (` + unseated + `))`
	for i, part := range strings.Split(count, "$1") {
		if i > 0 {
			b.Arg(account.ResellerID)
		}
		before, after, found := strings.Cut(part, "$2")
		if b.WriteString(before); found {
			b.Arg(account.ID).WriteString(after)
		}
	}
}

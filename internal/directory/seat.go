package directory

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"
	"github.com/lib/pq"

	"tenantry/ent/db"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/user"
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

// SeatsUsed reads the seats taken in organizations of one reseller, in one
// statement: those of the whole account for an account, those of the people at
// home there for a sub-account. Like seatsTaken it counts nobody but the few
// who have no seat.
func SeatsUsed(ctx context.Context, c *db.Client, all []*db.Organization) (map[uuid.UUID]int, error) {
	if len(all) == 0 {
		return nil, nil
	}
	of, err := database.Predicate(ctx, db.TypeUser)
	if err != nil {
		return nil, err
	}
	var accounts, whole, parts []uuid.UUID
	for _, o := range all {
		if accounts = append(accounts, o.AccountID); o.Kind == organization.KindSUB_ACCOUNT {
			parts = append(parts, o.ID)
		} else {
			whole = append(whole, o.ID)
		}
	}
	var rows []struct {
		ID uuid.UUID `sql:"id"`
		N  int       `sql:"n"`
	}
	err = c.UserCounter.Query().Modify(func(q *sql.Selector) {
		q.SelectExpr(sql.Raw(`"user_counters"."scope_id" AS "id", ` + seated + ` AS "n"`)).GroupBy(q.C(usercounter.FieldScopeID))
		q.Where(sql.P(func(b *sql.Builder) {
			// The first two conditions say less than the last, for the index.
			fill(b, `"user_counters"."scope" IN ('ACCOUNT', 'ORGANIZATION') AND "user_counters"."scope_id" = ANY($3)
				AND ("user_counters"."scope" = 'ACCOUNT' AND "user_counters"."scope_id" = ANY($1)
				OR "user_counters"."scope" = 'ORGANIZATION' AND "user_counters"."scope_id" = ANY($2))`,
				pq.Array(whole), pq.Array(parts), pq.Array(slices.Concat(whole, parts)))
		}))
		less := func(column string, ids []uuid.UUID) {
			u := sql.Dialect(dialect.Postgres).Select().From(sql.Table(user.Table).As("u"))
			u.SelectExpr(sql.Raw(`"u"."` + column + `", -COUNT(*)`)).GroupBy(u.C(column))
			u.Where(sql.P(func(b *sql.Builder) {
				fill(b, `"u"."`+column+`" = ANY($3) AND `+seatless, all[0].ResellerID, pq.Array(accounts), pq.Array(ids))
			}))
			of(u)
			q.UnionAll(u)
		}
		less(user.FieldAccountID, whole)
		less(user.FieldOrganizationID, parts)
	}).Scan(ctx, &rows)
	if err != nil {
		return nil, fmt.Errorf("count seats: %w", err)
	}
	used := make(map[uuid.UUID]int, len(all))
	for _, row := range rows {
		used[row.ID] += row.N
	}
	return used, nil
}

// seats adds up the counters of an account without those who take no seat.
func seats(b *sql.Builder, account *db.Organization) {
	fill(b, seated+` - (SELECT COUNT(*) FROM "users" AS "u" WHERE "u"."account_id" = ANY($2) AND `+seatless+`)`,
		account.ResellerID, pq.Array([]uuid.UUID{account.ID}))
}

const (
	// seated adds up counters.
	seated = `COALESCE(SUM("user_counters"."active" + "user_counters"."pending" + "user_counters"."suspended"), 0)`

	// seatless holds for users "u" who take no seat in accounts. Suspended and
	// pending users keep theirs, so that a reactivation never fails; so do members
	// who are blocked. A plain member who was removed takes none, until he is asked
	// back.
	seatless = `"u"."reseller_id" = $1 AND "u"."status" <> 'DELETED' AND "u"."user_type" IS NULL AND "u"."id" IN (` + unseated + `)`

	// unseated finds the members of accounts who were removed everywhere and are
	// not asked back. There are few of them, however many others.
	unseated = `SELECT "m"."user_id" FROM "memberships" AS "m"
	WHERE "m"."reseller_id" = $1 AND "m"."status" = 'REMOVED' AND "m"."organization_id" IN (
		SELECT "o"."id" FROM "organizations" AS "o" WHERE "o"."reseller_id" = $1 AND "o"."account_id" = ANY($2))
	AND NOT EXISTS (SELECT FROM "memberships" AS "n"
		WHERE "n"."reseller_id" = $1 AND "n"."user_id" = "m"."user_id" AND "n"."status" <> 'REMOVED')
	AND NOT EXISTS (SELECT FROM "invitations" AS "i"
		WHERE "i"."reseller_id" = $1 AND "i"."user_id" = "m"."user_id" AND "i"."status" = 'PENDING')`
)

// fill writes a text with arguments for $1 to $9.
func fill(b *sql.Builder, text string, args ...any) {
	for i, part := range strings.Split(text, "$") {
		if i > 0 {
			b.Arg(args[part[0]-'1'])
			part = part[1:]
		}
		b.WriteString(part)
	}
}

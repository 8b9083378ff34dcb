package database

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"time"

	entsql "entgo.io/ent/dialect/sql"
	"github.com/google/uuid"
	"github.com/lib/pq"

	"tenantry/ent/db"
	"tenantry/ent/db/user"
)

// The numbers of users by state are kept beside the users, in the transaction
// of each change: counting millions of rows for the cards above a list takes
// seconds, adding up a handful of counters does not. A hook of the transaction's
// client sees every change of a state, so that no capability can forget one.

// counterShards is over how many rows the counter of a whole reseller is
// spread. An account always takes the same one: its changes wait for each other
// anyway.
const counterShards = 16

// home is where users are counted.
type home struct{ reseller, account, organization uuid.UUID }

// tally is how many users came (or went, below zero) in each counted state.
type tally struct{ active, pending, suspended int64 }

func (t *tally) add(status user.Status, n int64) {
	switch status {
	case user.StatusACTIVE:
		t.active += n
	case user.StatusPENDING:
		t.pending += n
	case user.StatusSUSPENDED:
		t.suspended += n
	case user.StatusDELETED: // counted nowhere
	}
}

// userCounts collects what a transaction does to the numbers of users.
type userCounts map[home]*tally

func (c userCounts) add(h home, status user.Status, n int64) {
	if c[h] == nil {
		c[h] = &tally{}
	}
	c[h].add(status, n)
}

// hook counts users that are created, removed, or given another state.
func (c userCounts) hook(client *db.Client) db.Hook {
	return func(next db.Mutator) db.Mutator {
		return db.MutateFunc(func(ctx context.Context, m db.Mutation) (db.Value, error) {
			um, ok := m.(*db.UserMutation)
			if !ok {
				return next.Mutate(ctx, m)
			}
			status, given := um.Status()
			if um.Op().Is(db.OpCreate) {
				value, err := next.Mutate(ctx, m)
				if err == nil {
					reseller, _ := um.ResellerID()
					account, _ := um.AccountID()
					organization, _ := um.OrganizationID()
					c.add(home{reseller, account, organization}, status, 1)
				}
				return value, err
			}
			if !given && !um.Op().Is(db.OpDelete|db.OpDeleteOne) {
				return next.Mutate(ctx, m)
			}
			ids, err := um.IDs(ctx)
			if err != nil {
				return nil, fmt.Errorf("count users: %w", err)
			}
			// The rows stay as they are until the change, which keeps to them: what
			// came to match meanwhile would not be counted.
			these := func(s *entsql.Selector) {
				s.Where(entsql.P(func(b *entsql.Builder) {
					b.Ident(s.C(user.FieldID)).WriteString(" = ANY(").Arg(pq.Array(ids)).WriteString(")")
				}))
			}
			um.Where(these)
			var before []*db.User
			if len(ids) > 0 {
				before, err = client.User.Query().Where(these).Order(db.Asc(user.FieldID)).ForUpdate().
					Select(user.FieldID, user.FieldResellerID, user.FieldAccountID, user.FieldOrganizationID, user.FieldStatus).All(ctx)
				if err != nil {
					return nil, fmt.Errorf("count users: %w", err)
				}
			}
			value, err := next.Mutate(ctx, m)
			if err != nil {
				return value, err
			}
			if n, ok := value.(int); ok && n != len(before) {
				// Somebody changed a row between looking and locking, so that it no
				// longer fits. PostgreSQL says the same of such a conflict.
				return nil, fmt.Errorf("count users: %w", &pq.Error{Code: "40001", Message: "users changed meanwhile"})
			}
			for _, u := range before {
				h := home{u.ResellerID, u.AccountID, u.OrganizationID}
				c.add(h, u.Status, -1)
				if given {
					c.add(h, status, 1)
				}
			}
			return value, nil
		})
	}
}

// counter is one row to add to.
type counter struct {
	reseller, account, scopeID uuid.UUID
	scope                      string
	shard                      int
}

// rows are the counters concerned, in the one order in which every transaction
// locks them.
func (c userCounts) rows() ([]counter, map[counter]*tally) {
	sums := map[counter]*tally{}
	for h, t := range c {
		if *t == (tally{}) {
			continue
		}
		for _, at := range []counter{
			{h.reseller, h.account, h.account, "ACCOUNT", 0},
			{h.reseller, h.account, h.organization, "ORGANIZATION", 0},
			{h.reseller, h.reseller, h.reseller, "RESELLER", int(h.account[15]) % counterShards},
		} {
			if sums[at] == nil {
				sums[at] = &tally{}
			}
			sums[at].active += t.active
			sums[at].pending += t.pending
			sums[at].suspended += t.suspended
		}
	}
	rows := make([]counter, 0, len(sums))
	for at := range sums {
		rows = append(rows, at)
	}
	slices.SortFunc(rows, func(a, b counter) int {
		if n := strings.Compare(a.scope, b.scope); n != 0 {
			return n
		}
		if n := bytes.Compare(a.scopeID[:], b.scopeID[:]); n != 0 {
			return n
		}
		return a.shard - b.shard
	})
	return rows, sums
}

// write adds everything up: first the number that stands on the organization
// itself, whose row others lock long before they come here, then the counters
// with one statement. Nothing but counters is locked from then on, so nobody
// waits for one while holding what its holder needs.
func (c userCounts) write(ctx context.Context, tx *sql.Tx, now time.Time) error {
	rows, sums := c.rows()
	if len(rows) == 0 {
		return nil
	}
	if err := c.writeOrganizations(ctx, tx); err != nil {
		return err
	}
	var b strings.Builder
	b.WriteString(`INSERT INTO user_counters (id, reseller_id, account_id, created_at, scope, scope_id, shard, active, pending, suspended) VALUES `)
	args := make([]any, 0, len(rows)*10)
	for i, at := range rows {
		if i > 0 {
			b.WriteString(", ")
		}
		n := len(args)
		fmt.Fprintf(&b, "($%d, $%d, $%d, $%d, $%d, $%d, $%d, $%d, $%d, $%d)", n+1, n+2, n+3, n+4, n+5, n+6, n+7, n+8, n+9, n+10)
		t := sums[at]
		args = append(args, uuid.Must(uuid.NewV7()), at.reseller, at.account, now, at.scope, at.scopeID, at.shard, t.active, t.pending, t.suspended)
	}
	b.WriteString(` ON CONFLICT (reseller_id, scope, scope_id, shard) DO UPDATE SET
		active = user_counters.active + EXCLUDED.active, pending = user_counters.pending + EXCLUDED.pending,
		suspended = user_counters.suspended + EXCLUDED.suspended`)
	if _, err := tx.ExecContext(ctx, b.String(), args...); err != nil {
		return fmt.Errorf("count users: %w", err)
	}
	return nil
}

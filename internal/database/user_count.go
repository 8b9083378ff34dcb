package database

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"github.com/google/uuid"
	"github.com/lib/pq"
)

// UsersAdded is by how many the users of an account have grown in this
// transaction so far, which its counters do not say before the end.
func (tx *Tx) UsersAdded(account uuid.UUID) int {
	var n int64
	for h, t := range tx.users {
		if h.account == account {
			n += t.sum()
		}
	}
	return int(n)
}

// UsersAddedAt is UsersAdded for the users at home in one organization.
func (tx *Tx) UsersAddedAt(organization uuid.UUID) int {
	var n int64
	for h, t := range tx.users {
		if h.organization == organization {
			n += t.sum()
		}
	}
	return int(n)
}

// sum is the change of the number of users, whatever their state.
func (t *tally) sum() int64 { return t.active + t.pending + t.suspended }

// place is an organization.
type place struct{ reseller, id uuid.UUID }

// writeOrganizations keeps the number of users on the rows of organizations,
// which lists are sorted by. Rows are locked in the order of their ids, of which
// an account's is older than those below it: whoever locks both does so in this
// order, too.
func (c userCounts) writeOrganizations(ctx context.Context, tx *sql.Tx) error {
	sums := map[place]int64{}
	for h, t := range c {
		if n := t.sum(); n != 0 {
			sums[place{h.reseller, h.organization}] += n
		}
	}
	var places []place
	byReseller := map[uuid.UUID][]uuid.UUID{}
	for at, n := range sums {
		if n != 0 {
			places = append(places, at)
			byReseller[at.reseller] = append(byReseller[at.reseller], at.id)
		}
	}
	slices.SortFunc(places, func(a, b place) int { return bytes.Compare(a.id[:], b.id[:]) })
	if len(places) > 1 {
		for reseller, ids := range byReseller {
			if err := lockPlaces(ctx, tx, reseller, ids); err != nil {
				return err
			}
		}
	}
	for reseller := range byReseller {
		var b strings.Builder
		args := []any{reseller}
		for _, at := range places {
			if at.reseller != reseller {
				continue
			}
			if len(args) > 1 {
				b.WriteString(", ")
			}
			fmt.Fprintf(&b, "($%d::uuid, $%d::bigint)", len(args)+1, len(args)+2)
			args = append(args, at.id, sums[at])
		}
		_, err := tx.ExecContext(ctx, `UPDATE organizations AS o SET user_count = o.user_count + n.users
			FROM (VALUES `+b.String()+`) AS n (id, users) WHERE o.reseller_id = $1 AND o.id = n.id`, args...)
		if err != nil {
			return fmt.Errorf("count users of organizations: %w", err)
		}
	}
	return nil
}

func lockPlaces(ctx context.Context, tx *sql.Tx, reseller uuid.UUID, ids []uuid.UUID) error {
	_, err := tx.ExecContext(ctx, `SELECT o.id FROM organizations AS o WHERE o.reseller_id = $1 AND o.id = ANY($2)
		ORDER BY o.id FOR NO KEY UPDATE`, reseller, pq.Array(ids))
	if err != nil {
		return fmt.Errorf("lock organizations to count users: %w", err)
	}
	return nil
}

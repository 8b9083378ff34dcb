package main

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"

	"tenantry/authz"
	"tenantry/ent/db/user"
	"tenantry/internal/database"
	"tenantry/internal/directory"
)

// bulk is a reseller with many users, for measurements. No index is dropped
// meanwhile: the program may run beside it.
type bulk struct {
	users, organizations int
	reseller             string
}

// batch is how many users are built and copied in one transaction.
const batch = 20_000

func (b bulk) write(ctx context.Context, owner *sql.DB, env environment, hash string) error {
	if b.organizations < 1 || b.users < b.organizations {
		return fmt.Errorf("seed: %d organizations need at least as many users", b.organizations)
	}
	began := env.now()
	t := newTenant(b.reseller, began, hash)
	slug := t.people.local(directory.Fold(b.reseller))
	if slug == "" {
		return fmt.Errorf("seed: the name %q has no letters from a to z", b.reseller)
	}
	t.admin = t.user(t.root, t.bulkAdmin(slug))
	t.staff(slug + ".test")
	created, err := t.create(ctx, owner)
	if err != nil {
		return fmt.Errorf("seed %s: %w", b.reseller, err)
	}
	t.rows = rows{} // written
	if !created {
		return fmt.Errorf("seed: a reseller made for %q is there already; give --reseller another name", b.reseller)
	}
	// Two batches are copied while the next one is made up.
	copying, within := errgroup.WithContext(ctx)
	copying.SetLimit(2)
	var written atomic.Int64
	left := b.users
	for i := range b.organizations {
		share := left / (b.organizations - i)
		// Every other organization is three times as large as its neighbour.
		if i%2 == 0 && i+1 < b.organizations {
			share = share * 3 / 2
		}
		left -= share
		c := customer{fmt.Sprintf("%s Customer %05d", b.reseller, i+1), fmt.Sprintf("c%05d.%s", i+1, slug), "Utopia"}
		t.customer(c, max(0, share-2), 0)
		if len(t.users) >= batch || i == b.organizations-1 {
			t.invite()
			full := t.rows
			t.rows = rows{}
			copying.Go(func() error {
				if err := full.flush(within, owner); err != nil {
					return err
				}
				done := written.Add(int64(len(full.users)))
				fmt.Fprintf(env.stdout, "%9d of %d users, %d per second\n", done, b.users,
					int(float64(done)/max(env.now().Sub(began).Seconds(), 0.001)))
				return nil
			})
			if within.Err() != nil {
				break
			}
		}
	}
	if err := copying.Wait(); err != nil {
		return fmt.Errorf("seed %s: %w", b.reseller, err)
	}
	if err := database.Recount(ctx, owner, t.reseller, began); err != nil {
		return fmt.Errorf("seed %s: %w", b.reseller, err)
	}
	if _, err := owner.ExecContext(ctx, tidy); err != nil {
		return fmt.Errorf("seed: tidy up: %w", err)
	}
	fmt.Fprintf(env.stdout, "%d users in %d organizations in %s; sign in as admin@%s.test\n",
		b.users, b.organizations, env.now().Sub(began).Round(100*time.Millisecond), slug)
	return nil
}

// bulkAdmin is who signs in for a measurement.
func (t *tenant) bulkAdmin(slug string) person {
	p := t.known(account{email: "admin@" + strings.ToLower(slug) + ".test", first: "Admin", last: t.name, role: authz.RoleResellerAdmin}, t.today.Add(-890*day))
	role := user.ResellerRoleRESELLER_ADMIN
	p.role = &role
	return p
}

// flush writes a batch in a transaction of its own.
func (r *rows) flush(ctx context.Context, owner *sql.DB) error {
	tx, err := owner.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() //nolint:errcheck // harmless after Commit
	if _, err := tx.ExecContext(ctx, bulkSettings); err != nil {
		return err
	}
	if err := r.write(ctx, tx); err != nil {
		return err
	}
	return tx.Commit()
}

// bulkSettings let the search indexes take new rows in large portions, which
// is most of the work otherwise.
const bulkSettings = `SET LOCAL gin_pending_list_limit = '256MB'; SET LOCAL work_mem = '512MB'; SET LOCAL synchronous_commit = off`

// tidy merges what the search indexes have put off, and counts the rows.
const tidy = `SET maintenance_work_mem = '512MB'; SELECT gin_clean_pending_list('users_search'),
	gin_clean_pending_list('organizations_search'), gin_clean_pending_list('invitations_search'); ANALYZE`

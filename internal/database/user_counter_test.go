package database_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/google/uuid"
	"golang.org/x/sync/errgroup"

	"tenantry/ent/db"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/user"
	"tenantry/ent/schema"
	"tenantry/internal/database"
	"tenantry/internal/dbtest"
)

// crowd is a reseller with two customers, one of which has a part, and people
// who come and go in all of them.
type crowd struct {
	*testing.T
	db       *database.DB
	reseller uuid.UUID
	homes    []*db.Organization
}

var noon = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

var errChangedMind = errors.New("changed my mind")

func newCrowd(t *testing.T) *crowd {
	t.Helper()
	c := &crowd{T: t, db: dbtest.New(t), reseller: uuid.New()}
	ctx := c.ctx()
	root := schema.NewID()
	c.must(c.db.Client().Reseller.Create().SetID(c.reseller).SetName("Crowd").SetRootOrganizationID(root).
		SetCreatedAt(noon).SetUpdatedAt(noon).Exec(ctx))
	open := func(id, account uuid.UUID, parent *uuid.UUID, kind organization.Kind) {
		o, err := c.db.Client().Organization.Create().SetID(id).SetAccountID(account).SetNillableParentID(parent).SetKind(kind).
			SetPath(id.String()).SetName("O").SetSortName("o").SetSearchText("o").SetCreatedAt(noon).SetUpdatedAt(noon).Save(ctx)
		c.must(err)
		c.homes = append(c.homes, o)
	}
	open(root, root, nil, organization.KindRESELLER)
	for range 2 {
		customer := schema.NewID()
		open(customer, customer, &root, organization.KindCUSTOMER)
	}
	open(schema.NewID(), c.homes[1].ID, &c.homes[1].ID, organization.KindSUB_ACCOUNT)
	c.must(database.Recount(ctx, c.db.Write, c.reseller, noon)) // they were written past the counters
	return c
}

func (c *crowd) ctx() context.Context { return database.WithReseller(c.Context(), c.reseller) }

func (c *crowd) must(err error) {
	c.Helper()
	if err != nil {
		c.Fatal(err)
	}
}

// stir does something at random to somebody, and sometimes takes it back.
func (c *crowd) stir(chance *rand.Rand, tx *database.Tx) error {
	ctx := c.ctx()
	states := []user.Status{user.StatusPENDING, user.StatusACTIVE, user.StatusSUSPENDED, user.StatusDELETED}
	home := c.homes[chance.IntN(len(c.homes))]
	person := func() *db.UserCreate {
		mail := uuid.NewString() + "@crowd.test"
		return tx.Client.User.Create().SetAccountID(home.AccountID).SetOrganizationID(home.ID).SetEmail(mail).SetEmailKey(mail).
			SetDisplayName("P").SetSortName("p").SetSearchText("p").SetStatus(states[chance.IntN(3)]).SetCreatedAt(noon).SetUpdatedAt(noon)
	}
	var err error
	switch chance.IntN(8) {
	case 0:
		err = person().Exec(ctx)
	case 1:
		err = tx.Client.User.CreateBulk(person(), person(), person()).Exec(ctx)
	case 2: // many at once
		_, err = tx.Client.User.Update().Where(user.OrganizationID(home.ID)).SetStatus(states[chance.IntN(4)]).Save(ctx)
	case 4: // who is of one state
		_, err = tx.Client.User.Update().Where(user.StatusEQ(states[chance.IntN(3)])).SetStatus(states[chance.IntN(4)]).Save(ctx)
	case 3: // what changes no state counts nothing
		_, err = tx.Client.User.Update().Where(user.OrganizationID(home.ID)).AddVersion(1).Save(ctx)
	case 5: // an organization comes
		id := schema.NewID()
		err = tx.Client.Organization.Create().SetID(id).SetAccountID(id).SetParentID(c.homes[0].ID).SetKind(organization.KindCUSTOMER).
			SetPath(id.String()).SetName("N").SetSortName("n").SetSearchText("n").SetCreatedAt(noon).SetUpdatedAt(noon).Exec(ctx)
	case 6: // or some change their state
		state := []organization.Status{organization.StatusACTIVE, organization.StatusSUSPENDED, organization.StatusDELETED}
		_, err = tx.Client.Organization.Update().Where(organization.SortName("n"), organization.StatusEQ(state[chance.IntN(3)])).
			SetStatus(state[chance.IntN(3)]).Save(ctx)
	default:
		var id uuid.UUID
		id, err = tx.Client.User.Query().Where(user.OrganizationID(home.ID)).Order(db.Desc(user.FieldID)).FirstID(ctx)
		if db.IsNotFound(err) {
			return nil
		}
		if err == nil {
			_, err = tx.Client.User.Update().Where(user.ID(id)).SetStatus(states[chance.IntN(4)]).Save(ctx)
		}
	}
	if err == nil && chance.IntN(5) == 0 {
		return errChangedMind
	}
	return err
}

// TestCountersAreTheCount lets transactions run side by side, some of which are
// rolled back, and a recount among them: afterwards every counter says what
// counting says.
func TestCountersAreTheCount(t *testing.T) {
	t.Parallel()
	c := newCrowd(t)
	const runs, writers, changes = 200, 4, 3
	for run := range runs {
		var group errgroup.Group
		for w := range writers {
			group.Go(func() error {
				chance := rand.New(rand.NewPCG(uint64(run), uint64(w)))
				for range changes {
					err := c.db.WithTx(c.ctx(), func(_ context.Context, tx *database.Tx) error { return c.stir(chance, tx) })
					if err != nil && !errors.Is(err, errChangedMind) {
						return err
					}
				}
				return nil
			})
		}
		if run%10 == 0 {
			group.Go(func() error { return database.Recount(c.ctx(), c.db.Write, c.reseller, noon) })
		}
		c.must(group.Wait())
		if got, want := c.kept(), c.counted(); got != want {
			t.Fatalf("run %d: the counters say %s, counting says %s", run, got, want)
		}
	}
	drift, err := database.Drift(c.ctx(), c.db.Write, c.reseller)
	if c.must(err); drift != 0 {
		t.Errorf("%d counters differ", drift)
	}
}

// TestCountersAreTakenLast: a transaction that waits for the row of an
// organization holds no counter yet, for which its holder may come next.
func TestCountersAreTakenLast(t *testing.T) {
	t.Parallel()
	c := newCrowd(t)
	ctx, home := c.ctx(), c.homes[1]
	holder, err := c.db.Write.BeginTx(ctx, nil)
	c.must(err)
	defer holder.Rollback()
	_, err = holder.ExecContext(ctx, `SELECT o.id FROM organizations AS o WHERE o.reseller_id = $1 AND o.id = $2 FOR NO KEY UPDATE`, c.reseller, home.ID)
	c.must(err)
	waiter := make(chan int, 1)
	var group errgroup.Group
	group.Go(func() error {
		defer close(waiter)
		return c.db.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
			var pid int
			if err := tx.SQL.QueryRowContext(ctx, `SELECT pg_backend_pid()`).Scan(&pid); err != nil {
				return err
			}
			id := schema.NewID()
			err := tx.Client.Organization.Create().SetID(id).SetAccountID(id).SetParentID(c.homes[0].ID).SetKind(organization.KindCUSTOMER).
				SetPath(id.String()).SetName("N").SetSortName("n").SetSearchText("n").SetCreatedAt(noon).SetUpdatedAt(noon).Exec(ctx)
			if err != nil {
				return err
			}
			waiter <- pid
			return tx.Client.User.Create().SetID(schema.NewID()).SetAccountID(home.AccountID).SetOrganizationID(home.ID).SetEmail("p@crowd.test").SetEmailKey("p@crowd.test").
				SetDisplayName("P").SetSortName("p").SetSearchText("p").SetStatus(user.StatusACTIVE).SetCreatedAt(noon).SetUpdatedAt(noon).Exec(ctx)
		})
	})
	pid, came := <-waiter
	if !came {
		c.must(group.Wait())
	}
	for waits := false; !waits; {
		c.must(c.db.Write.QueryRowContext(ctx, `SELECT cardinality(pg_blocking_pids($1)) > 0`, pid).Scan(&waits))
	}
	_, err = holder.ExecContext(ctx, `LOCK TABLE organization_counters, user_counters IN SHARE ROW EXCLUSIVE MODE NOWAIT`)
	c.must(err)
	c.must(holder.Commit())
	c.must(group.Wait())
	if got, want := c.kept(), c.counted(); got != want {
		t.Errorf("the counters say %s, counting says %s", got, want)
	}
}

// TestRecountMendsCounters breaks counters by hand.
func TestRecountMendsCounters(t *testing.T) {
	t.Parallel()
	c := newCrowd(t)
	chance := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		_ = c.db.WithTx(c.ctx(), func(_ context.Context, tx *database.Tx) error { return c.stir(chance, tx) })
	}
	_, err := c.db.Write.ExecContext(c.ctx(), `UPDATE user_counters SET active = active + 7 WHERE reseller_id = $1 AND scope = 'RESELLER'`, c.reseller)
	c.must(err)
	_, err = c.db.Write.ExecContext(c.ctx(), `UPDATE organization_counters SET organizations = 7 WHERE reseller_id = $1 AND kind = 'RESELLER'`, c.reseller)
	c.must(err)
	if drift, err := database.Drift(c.ctx(), c.db.Write, c.reseller); err != nil || drift != 2 {
		t.Errorf("drift of %d, %v; want 2", drift, err)
	}
	c.must(database.Recount(c.ctx(), c.db.Write, c.reseller, noon))
	if got, want := c.kept(), c.counted(); got != want {
		t.Errorf("after a recount the counters say %s, counting says %s", got, want)
	}
}

// kept is what the counters say, leaving out those that say nothing.
func (c *crowd) kept() string {
	return c.text(`SELECT COALESCE(string_agg(t, ' ' ORDER BY t), '') FROM (
		SELECT format('%s/%s:%s/%s/%s', scope, scope_id, sum(active), sum(pending), sum(suspended)) AS t
		FROM user_counters WHERE reseller_id = $1 GROUP BY scope, scope_id
		HAVING sum(active) <> 0 OR sum(pending) <> 0 OR sum(suspended) <> 0
		UNION ALL SELECT format('%s %s:%s', kind, status, organizations) FROM organization_counters
		WHERE reseller_id = $1 AND organizations <> 0) AS k`)
}

// counted counts the rows, in words of its own.
func (c *crowd) counted() string {
	part := func(scope, column string) string {
		return fmt.Sprintf(`SELECT format('%s/%%s:%%s/%%s/%%s', %s, sum((status = 'ACTIVE')::int), sum((status = 'PENDING')::int),
			sum((status = 'SUSPENDED')::int)) AS t FROM users WHERE reseller_id = $1 AND status <> 'DELETED' GROUP BY %s`, scope, column, column)
	}
	return c.text(`SELECT COALESCE(string_agg(t, ' ' ORDER BY t), '') FROM (` + part("ORGANIZATION", "organization_id") + ` UNION ALL ` +
		part("ACCOUNT", "account_id") + ` UNION ALL ` + part("RESELLER", "reseller_id") + `
		UNION ALL SELECT format('%s %s:%s', kind, status, count(*)) FROM organizations WHERE reseller_id = $1 GROUP BY kind, status) AS c`)
}

func (c *crowd) text(query string) (s string) {
	c.Helper()
	err := c.db.Write.QueryRowContext(c.ctx(), query, c.reseller).Scan(&s)
	if errors.Is(err, sql.ErrNoRows) {
		return ""
	}
	c.must(err)
	return s
}

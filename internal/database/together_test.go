package database_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"tenantry/ent/db"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/modulegrant"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/user"
	"tenantry/ent/schema"
	"tenantry/internal/database"
)

// together runs changes as one and counts the statements they took.
func (c *crowd) together(ctx context.Context, tx *database.Tx, fn func(ctx context.Context, client *db.Client) error) (int, error) {
	ctx, counter := database.WithCounter(ctx)
	err := tx.Together(ctx, func(ctx context.Context, tx *database.Tx) error { return fn(ctx, tx.Client) })
	return counter.Count(), err
}

// people makes users and answers their keys.
func (c *crowd) people(tx *database.Tx, at *db.Organization, n int) []uuid.UUID {
	c.Helper()
	ids := make([]uuid.UUID, n)
	for i := range ids {
		ids[i] = schema.NewID()
		mail := ids[i].String() + "@crowd.test"
		c.must(tx.Client.User.Create().SetID(ids[i]).SetAccountID(at.AccountID).SetOrganizationID(at.ID).SetEmail(mail).SetEmailKey(mail).
			SetDisplayName("P").SetSortName("p").SetSearchText("p").SetStatus(user.StatusACTIVE).SetCreatedAt(noon).SetUpdatedAt(noon).Exec(c.ctx()))
	}
	return ids
}

func member(client *db.Client, at *db.Organization, of uuid.UUID) *db.MembershipCreate {
	return client.Membership.Create().SetID(of).SetAccountID(at.AccountID).SetOrganizationID(at.ID).SetUserID(of).
		SetCreatedAt(noon).SetUpdatedAt(noon)
}

func grant(client *db.Client, at *db.Organization, of uuid.UUID, module string) *db.ModuleGrantCreate {
	return client.ModuleGrant.Create().SetAccountID(at.AccountID).SetMembershipID(of).SetModule(module).SetCreatedAt(noon)
}

func TestTogether(t *testing.T) {
	t.Parallel()
	c := newCrowd(t)
	at, other := c.homes[1], c.homes[2]
	state := func(tx *database.Tx) string {
		ended, err := tx.Client.Membership.Query().Where(membership.StatusEQ(membership.StatusREMOVED)).Count(c.ctx())
		c.must(err)
		modules, err := tx.Client.ModuleGrant.Query().Order(db.Asc(modulegrant.FieldModule)).Select(modulegrant.FieldModule).Strings(c.ctx())
		c.must(err)
		o, err := tx.Client.Organization.Query().Where(organization.ID(other.ID)).Only(c.ctx())
		c.must(err)
		return fmt.Sprint(ended, modules, o.Phone)
	}
	c.must(c.db.WithTx(c.ctx(), func(ctx context.Context, tx *database.Tx) error {
		people := c.people(tx, at, 2)
		// Rows, what refers to them, and a change elsewhere.
		n, err := c.together(ctx, tx, func(ctx context.Context, client *db.Client) error {
			c.must(client.Membership.CreateBulk(member(client, at, people[0]), member(client, at, people[1])).Exec(ctx))
			c.must(client.ModuleGrant.CreateBulk(grant(client, at, people[0], "REPORTS"), grant(client, at, people[1], "NUMBERS")).Exec(ctx))
			return client.Organization.Update().Where(organization.ID(other.ID)).SetPhone("+49 30 901820").Exec(ctx)
		})
		c.must(err)
		if got := state(tx); n != 1 || got != "0 [NUMBERS REPORTS]+49 30 901820" {
			t.Errorf("%d statements: %s", n, got)
		}
		n, err = c.together(ctx, tx, func(ctx context.Context, client *db.Client) error {
			_, err := client.ModuleGrant.Delete().Where(modulegrant.Module("REPORTS")).Exec(ctx)
			c.must(err)
			return client.Membership.Update().Where(membership.OrganizationID(at.ID)).SetStatus(membership.StatusREMOVED).Exec(ctx)
		})
		c.must(err)
		if got := state(tx); n != 1 || got != "2 [NUMBERS]+49 30 901820" {
			t.Errorf("%d statements: %s", n, got)
		}
		if n, err := c.together(ctx, tx, func(context.Context, *db.Client) error { return nil }); n != 0 || err != nil {
			t.Errorf("nothing took %d statements: %v", n, err)
		}
		return nil
	}))
}

// What can be answered only by asking is refused, what fails leaves nothing,
// and the tenant's scope holds.
func TestTogetherRefuses(t *testing.T) {
	t.Parallel()
	c := newCrowd(t)
	tx := func(ctx context.Context, fn func(ctx context.Context, client *db.Client) error) error {
		return c.db.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
			_, err := c.together(ctx, tx, fn)
			return err
		})
	}
	err := tx(c.ctx(), func(ctx context.Context, client *db.Client) error {
		_, err := client.Organization.Query().All(ctx)
		return err
	})
	if err == nil || !strings.Contains(err.Error(), "nothing can be read") {
		t.Errorf("a question: %v", err)
	}
	err = tx(c.ctx(), func(ctx context.Context, client *db.Client) error {
		c.must(client.Organization.Update().Where(organization.ID(c.homes[1].ID)).SetPhone("1").Exec(ctx))
		return grant(client, c.homes[1], uuid.New(), "REPORTS").Exec(ctx)
	})
	if e := pq.As(err); e == nil || e.Code != "23503" {
		t.Errorf("a grant of no membership: %v", err)
	}
	err = tx(database.WithReseller(t.Context(), uuid.New()), func(ctx context.Context, client *db.Client) error {
		return client.Organization.Update().Where(organization.ID(c.homes[1].ID)).SetPhone("2").Exec(ctx)
	})
	c.must(err)
	o, err := c.db.Client().Organization.Query().Where(organization.ID(c.homes[1].ID)).Only(c.ctx())
	c.must(err)
	if o.Phone != "" {
		t.Errorf("phone %q", o.Phone)
	}
}

// More than a statement's parameters go in parts; keys of rows count once.
func TestTogetherInParts(t *testing.T) {
	t.Parallel()
	c := newCrowd(t)
	at := c.homes[1]
	c.must(c.db.WithTx(c.ctx(), func(ctx context.Context, tx *database.Tx) error {
		m := c.people(tx, at, 1)[0]
		c.must(member(tx.Client, at, m).Exec(ctx))
		for round, want := range []int{1, 2} {
			n, err := c.together(ctx, tx, func(ctx context.Context, client *db.Client) error {
				// Each row has three parameters of its own beside shared keys.
				for range 4 + 4*round {
					many := make([]*db.ModuleGrantCreate, 5000)
					for i := range many {
						many[i] = grant(client, at, m, schema.NewID().String())
					}
					if err := client.ModuleGrant.CreateBulk(many...).Exec(ctx); err != nil {
						return err
					}
				}
				return nil
			})
			c.must(err)
			if n != want {
				t.Errorf("%d statements, want %d", n, want)
			}
		}
		n, err := tx.Client.ModuleGrant.Query().Count(ctx)
		if n != 60_000 {
			t.Errorf("%d rows", n)
		}
		return err
	}))
}

package impersonation

import (
	"context"
	"sync"
	"testing"

	"github.com/google/uuid"

	"tenantry/ent/db"
	entity "tenantry/ent/db/impersonation"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/predicate"
	"tenantry/internal/database"
	"tenantry/internal/fault"
)

// meanwhile stands for the sessions and lets somebody else come in the middle of
// a transaction, as soon as it has done what it may not do after the other.
type meanwhile struct {
	*house
	opening, ending func(*database.Tx)
}

func (m *meanwhile) OpenAs(ctx context.Context, tx *database.Tx, i *db.Impersonation) (string, error) {
	m.opening(tx)
	return m.house.OpenAs(ctx, tx, i)
}

func (m *meanwhile) EndImpersonations(ctx context.Context, tx *database.Tx, why entity.EndReason, by *uuid.UUID, which ...predicate.Impersonation) (int, error) {
	m.ending(tx)
	return m.house.EndImpersonations(ctx, tx, why, by, which...)
}

// waits returns once somebody waits for a lock that tx holds.
func (h *house) waits(tx *database.Tx) {
	for range 100_000 {
		var waiting bool
		h.must(tx.SQL.QueryRowContext(h.t.Context(),
			`SELECT EXISTS (SELECT FROM pg_locks AS l WHERE NOT l.granted AND pg_backend_pid() = ANY(pg_blocking_pids(l.pid)))`).Scan(&waiting))
		if waiting {
			return
		}
	}
	h.t.Error("nobody waited")
}

// TestConsentTakenBackMeanwhile: whoever comes in while the consent is being
// taken back waits, and stays outside; whoever was faster is sent out.
func TestConsentTakenBackMeanwhile(t *testing.T) {
	t.Parallel()
	for name, consent := range map[string]organization.LoginAsConsent{
		"always": organization.LoginAsConsentALWAYS, "approved": organization.LoginAsConsentASK,
	} {
		// enter is the last step before staff are inside.
		prepare := func(t *testing.T) (h *house, m *meanwhile, enter func() error) {
			h = setup(t)
			m = &meanwhile{house: h, opening: func(*database.Tx) {}, ending: func(*database.Tx) {}}
			_, err := h.ConsentSet(h.as(h.owner), h.org, consent)
			h.must(err)
			h.Sessions = m
			in := New{OrganizationID: h.org, Mode: entity.ModeCLIENT, Reason: "A look.", Minutes: 30}
			if consent == organization.LoginAsConsentALWAYS {
				return h, m, func() error { _, err := h.LoginAs(h.as(h.sam), in); return err }
			}
			asked, err := h.LoginAs(h.as(h.sam), in)
			h.must(err)
			_, err = h.Decide(h.as(h.owner), asked.Impersonation.ID, true)
			h.must(err)
			return h, m, func() error { _, err := h.Start(h.as(h.sam), asked.Impersonation.ID); return err }
		}
		withdraw := func(h *house) error {
			_, err := h.ConsentSet(h.as(h.owner), h.org, organization.LoginAsConsentNEVER)
			return err
		}
		inside := func(h *house) int {
			n, err := h.DB.Client().Impersonation.Query().Where(entity.StatusEQ(entity.StatusACTIVE)).Count(database.WithReseller(t.Context(), h.id))
			h.must(err)
			return n
		}
		t.Run(name+", too late", func(t *testing.T) {
			t.Parallel()
			h, m, enter := prepare(t)
			var entered error
			var wait sync.WaitGroup
			m.ending = func(tx *database.Tx) {
				wait.Go(func() { entered = enter() })
				h.waits(tx)
			}
			h.must(withdraw(h))
			wait.Wait()
			if got := h.code(entered); got != fault.ConsentRequired || len(h.opened) > 0 || inside(h) > 0 {
				t.Errorf("%q, opened %v", got, h.opened)
			}
		})
		t.Run(name+", just in time", func(t *testing.T) {
			t.Parallel()
			h, m, enter := prepare(t)
			var withdrawn error
			var wait sync.WaitGroup
			m.opening = func(tx *database.Tx) {
				wait.Go(func() { withdrawn = withdraw(h) })
				h.waits(tx)
			}
			h.must(enter())
			wait.Wait()
			h.must(withdrawn)
			if len(h.opened) != 1 || inside(h) > 0 {
				t.Errorf("opened %v, %d inside", h.opened, inside(h))
			}
		})
	}
}

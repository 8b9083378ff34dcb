package commerce

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/uuid"

	"tenantry/ent/db"
	"tenantry/ent/db/creditentry"
	"tenantry/ent/schema"
	"tenantry/internal/fault"
	"tenantry/internal/feature"
)

const writers = 64

// stormFor is how long the writers go on: TENANTRY_STORM_SECONDS (30 for the
// whole run), else a moment.
func stormFor(t *testing.T) time.Duration {
	if n, err := strconv.Atoi(os.Getenv("TENANTRY_STORM_SECONDS")); err == nil && n > 0 && !testing.Short() {
		return min(time.Duration(n)*time.Second, 5*time.Minute)
	}
	return 3 * time.Second
}

// Many write at once to the pool and a few customers. Whatever comes in
// between: the sum of the entries is the balance, movements add up to zero,
// seats are never handed out twice, and nobody meets a deadlock.
func TestManyWriters(t *testing.T) {
	s := setup(t)
	s.DB.Backoff.Attempts = 1 // nothing is tried again: a deadlock would be seen
	const seatPool = 50
	var customers []*db.Organization
	for range 6 {
		customers = append(customers, s.organization(schema.NewID(), nil, seatsOf(0), func(c *db.OrganizationCreate) {
			c.SetFeatures([]string{feature.SMS, feature.Calls})
		}))
	}
	_, err := s.ResellerFeaturesUpdate(s.ctx, FeaturesPatch{SeatsGiven: true, SeatLimit: new(seatPool)})
	s.must(err)
	s.fill(10_000)

	var done, refusals, failures atomic.Int64
	var mu sync.Mutex
	var entries []uuid.UUID // to undo
	codes := map[string]int{}
	remember := func(id uuid.UUID) {
		mu.Lock()
		defer mu.Unlock()
		if len(entries) < 4096 {
			entries = append(entries, id)
		}
	}
	// On a busy machine it goes on until something has happened.
	begun, storm := time.Now(), stormFor(t)
	ctx, cancel := context.WithTimeout(s.ctx, storm+2*time.Minute)
	defer cancel()
	var wg sync.WaitGroup
	for w := range writers {
		wg.Go(func() {
			rng := rand.New(rand.NewPCG(1, uint64(w)))
			for n := 0; ctx.Err() == nil && (time.Since(begun) < storm || done.Load() < 4*writers); n++ {
				err := s.something(ctx, rng, customers, fmt.Sprintf("%d/%d", w, n), remember, func() uuid.UUID {
					mu.Lock()
					defer mu.Unlock()
					if len(entries) == 0 {
						return uuid.Nil
					}
					return entries[rng.IntN(len(entries))]
				})
				var refused fault.Refusals
				switch {
				case err == nil:
					done.Add(1)
				case errors.As(err, &refused):
					refusals.Add(1)
					mu.Lock()
					codes[string(refused[0].Code)]++
					mu.Unlock()
				case ctx.Err() != nil: // the time was over
				default:
					if failures.Add(1) < 5 {
						t.Errorf("a writer met %v", err)
					}
				}
			}
		})
	}
	wg.Wait()
	t.Logf("%d changes, %d refused %v, %d failed", done.Load(), refusals.Load(), codes, failures.Load())
	if done.Load() < writers || codes["INSUFFICIENT_CREDITS"] == 0 {
		t.Errorf("nothing much happened")
	}
	s.sound()
	if n := s.number(`SELECT count(*) FROM organizations WHERE credit_balance < 0`); n > 0 {
		t.Errorf("%d balances are below zero", n)
	}
	if n := s.number(`SELECT sum(seat_limit) FROM organizations WHERE kind = 'CUSTOMER'`); n > seatPool {
		t.Errorf("%d seats are handed out of %d", n, seatPool)
	}
	if n := s.number(`SELECT count(*) FROM (SELECT FROM credit_entries WHERE reverses_id IS NOT NULL GROUP BY reverses_id HAVING count(DISTINCT transaction_id) > 1) AS t`); n > 0 {
		t.Errorf("%d movements were undone twice", n)
	}
}

// something is one change by chance.
func (s *shop) something(ctx context.Context, rng *rand.Rand, customers []*db.Organization, key string, remember func(uuid.UUID), some func() uuid.UUID) error {
	c := customers[rng.IntN(len(customers))]
	booked := func(e *db.CreditEntry, err error) error {
		if err == nil {
			remember(e.ID)
		}
		return err
	}
	switch rng.IntN(10) {
	case 0:
		return booked(s.CreditTopUp(ctx, TopUp{Amount: rng.Int64N(500) + 1}))
	case 1, 2:
		return booked(s.CreditAllocate(ctx, Allocation{OrganizationID: c.ID, Amount: rng.Int64N(2000) + 1, IdempotencyKey: &key}))
	case 3:
		return booked(s.CreditAdjust(ctx, Adjustment{OrganizationID: c.ID, Amount: 1 - 2*rng.Int64N(200), Reason: "storm"}))
	case 4:
		id := some()
		if id == uuid.Nil {
			return nil
		}
		_, err := s.CreditReverse(ctx, Reversal{EntryID: id, Reason: "storm"})
		return err
	case 5:
		_, err := s.OrganizationFeaturesUpdate(ctx, c.ID, FeaturesPatch{SeatsGiven: true, SeatLimit: new(rng.IntN(20))})
		return err
	case 6:
		p := FeaturesPatch{Enable: []string{feature.Bots}}
		if rng.IntN(2) == 0 {
			p = FeaturesPatch{Disable: []string{feature.Bots}}
		}
		_, err := s.OrganizationFeaturesUpdate(ctx, c.ID, p)
		return err
	}
	items := make([]Usage, rng.IntN(20)+1)
	for i := range items { // several organizations in any order
		at := customers[rng.IntN(len(customers))]
		items[i] = Usage{OrganizationID: at.ID, Type: creditentry.TypeSMS_USAGE, Amount: rng.Int64N(50) + 1, IdempotencyKey: key + "/" + strconv.Itoa(i)}
	}
	results, err := s.CreditUsageRecord(ctx, items)
	if err != nil {
		return err
	}
	for _, r := range results {
		if len(r.Errors) > 0 {
			return r.Errors
		}
	}
	return nil
}

package session

import (
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"tenantry/internal/fault"
)

func (w *world) try(email, password, ip string) error {
	_, err := w.SignIn(w.t.Context(), SignInInput{Email: email, Password: password, IP: ip})
	return err
}

func wait(err error) time.Duration {
	if e, ok := errors.AsType[*fault.Error](err); ok && e.Kind == fault.RateLimited {
		return e.RetryAfter
	}
	return 0
}

func TestThrottleOfPair(t *testing.T) {
	w := newWorld(t)
	w.user("ada@harbour.test", w.cust)
	const attacker = "198.51.100.1"
	for _, email := range []string{"ada@harbour.test", "nobody@harbour.test"} { // known or not is the same
		for i := range pairFailures {
			if err := w.try(email, "no", attacker); code(err) != "INVALID_CREDENTIALS" {
				t.Fatalf("%s, attempt %d: %v", email, i, err)
			}
		}
		w.hasher.taken()
		if got := wait(w.try(email, password, attacker)); got != time.Minute {
			t.Errorf("%s: wait %v, want a minute", email, got)
		}
		if ops := w.hasher.taken(); len(ops) != 0 {
			t.Errorf("%s: a blocked attempt computed %v", email, ops)
		}
	}
	// The owner comes from elsewhere and is let in.
	w.must(w.try("ada@harbour.test", password, home))

	for _, want := range []time.Duration{2, 4, 8, 15, 15} {
		w.clock.advance(longestBlock)
		if err := w.try("ada@harbour.test", "no", attacker); code(err) != "INVALID_CREDENTIALS" {
			t.Fatal(err)
		}
		if got := wait(w.try("ada@harbour.test", "no", attacker)); got != want*time.Minute {
			t.Errorf("wait %v, want %v minutes", got, int(want))
		}
	}
	// A success forgets.
	w.clock.advance(longestBlock)
	w.must(w.try("ada@harbour.test", password, attacker))
	if err := w.try("ada@harbour.test", "no", attacker); code(err) != "INVALID_CREDENTIALS" {
		t.Error(err)
	}
	w.must(w.try("ada@harbour.test", password, attacker))
}

func TestThrottleForgetsWithTheWindow(t *testing.T) {
	w := newWorld(t)
	for range 3 {
		for range pairFailures - 1 {
			if err := w.try("nobody@harbour.test", "no", home); code(err) != "INVALID_CREDENTIALS" {
				t.Fatal(err)
			}
		}
		w.clock.advance(window)
	}
	if n, err := w.Purge(t.Context(), w.now()); err != nil || n != 2 {
		t.Errorf("purged %d, %v; want the pair and the client", n, err)
	}
}

func TestThrottleOfClient(t *testing.T) {
	w := newWorld(t)
	w.user("ada@harbour.test", w.cust)
	for i := range clientFailures {
		ip := fmt.Sprintf("2001:db8:1:2::%x", i) // one household
		if err := w.try(fmt.Sprintf("n%d@harbour.test", i), "no", ip); code(err) != "INVALID_CREDENTIALS" {
			t.Fatalf("attempt %d: %v", i, err)
		}
	}
	if got := wait(w.try("ada@harbour.test", password, "2001:db8:1:2::ffff")); got != time.Minute {
		t.Errorf("wait %v, want a minute", got)
	}
	w.must(w.try("ada@harbour.test", password, "2001:db8:1:3::1"))
}

// Successes cost nothing, also many at a time.
func TestThrottleLetsSuccessesThrough(t *testing.T) {
	w := newWorld(t)
	w.user("ada@harbour.test", w.cust)
	var all sync.WaitGroup
	for range 3 * pairFailures {
		all.Go(func() {
			if err := w.try("ada@harbour.test", password, home); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if got := w.text(`SELECT sum(failures) FROM sign_in_throttles`); got != "0" {
		t.Errorf("failures: %s", got)
	}
}

// Guesses sent at once are not let through before the first has failed.
func TestThrottleHoldsInParallel(t *testing.T) {
	w := newWorld(t)
	w.user("ada@harbour.test", w.cust)
	var all sync.WaitGroup
	for range 6 * pairFailures {
		all.Go(func() {
			if err := w.try("ada@harbour.test", "no", home); err == nil {
				t.Error("let in")
			}
		})
	}
	all.Wait()
	if ops := w.hasher.taken(); len(ops) != proofs*pairFailures {
		t.Errorf("%d guesses were looked at, want %d", len(ops)/proofs, pairFailures)
	}
}

package graph

import (
	"errors"
	"slices"
	"sync"
	"sync/atomic"
	"testing"

	"tenantry/ent/db"
)

// TestOnce: however many siblings ask at the same time, one read serves them.
func TestOnce(t *testing.T) {
	t.Parallel()
	all := make([]*db.User, 50)
	for i := range all {
		all[i] = &db.User{}
	}
	users.link(all)
	ctx := withLoader(t.Context())
	var reads atomic.Int32
	var group sync.WaitGroup
	for _, u := range all {
		group.Go(func() {
			for _, shape := range []string{"a", "b"} {
				n, err := once(ctx, u, u.Siblings, "edge", shape, func(got []*db.User) (int, error) {
					reads.Add(1)
					return len(got), nil
				})
				if n != len(all) || err != nil {
					t.Errorf("%d siblings, %v", n, err)
				}
			}
		})
	}
	group.Wait()
	if n := reads.Load(); n != 2 {
		t.Errorf("%d reads, want one for each shape", n)
	}
}

// TestOnceFails: an error is shared, and so is a read that panicked.
func TestOnceFails(t *testing.T) {
	t.Parallel()
	u := &db.User{}
	ctx, broken := withLoader(t.Context()), errors.New("broken")
	for range 2 {
		if _, err := once(ctx, u, nil, "edge", "", func([]*db.User) (int, error) { return 0, broken }); !errors.Is(err, broken) {
			t.Errorf("got %v", err)
		}
	}
	func() {
		defer func() { _ = recover() }()
		_, _ = once(ctx, u, nil, "other", "", func([]*db.User) (int, error) { panic("lost") })
	}()
	if _, err := once(ctx, u, nil, "other", "", func([]*db.User) (int, error) { return 1, nil }); err == nil {
		t.Error("a read that panicked looks like a good one")
	}
}

// TestOnceAlone: without a loader a node reads for itself.
func TestOnceAlone(t *testing.T) {
	t.Parallel()
	all := []*db.User{{}, {}}
	users.link(all)
	got, err := once(t.Context(), all[1], all, "edge", "", func(got []*db.User) ([]*db.User, error) { return got, nil })
	if err != nil || !slices.Equal(got, all[1:]) {
		t.Errorf("%v, %v", got, err)
	}
}

package live

import (
	"context"
	"slices"
	"testing"

	"tenantry/internal/database"
)

// What is gathered is told as one Resync for each type and organization; jobs
// are told as they go.
func TestGather(t *testing.T) {
	h, d, _, heard := listen(t)
	users, jobs := follow(t, h, Filter{Type: User}, 1), follow(t, h, Filter{Type: Job}, 1)
	ctx, g := database.WithReseller(t.Context(), id(1)), &Gathering{}
	publish := func(ctx context.Context, events ...Event) {
		t.Helper()
		if err := d.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error { return Publish(ctx, tx, events...) }); err != nil {
			t.Fatal(err)
		}
	}
	job := here(Job, Updated, 2, 3, 7)
	publish(Gather(ctx, g), here(User, Updated, 2, 3, 4), here(User, Deleted, 2, 3, 5), here("Thing", Updated, 2, 3, 5), job)
	publish(Gather(ctx, g), here(User, Updated, 2, 3, 6), here(User, Updated, 2, 8, 6), here(Invitation, Created, 2, 3, 6))
	heard()
	if got, _ := jobs.Take(); !slices.Equal(got, []Event{job}) {
		t.Errorf("jobs: %v", got)
	}
	taken := g.Take()
	blank := func(e Event) Event { e.ID, e.Reseller, e.Change = [16]byte{}, [16]byte{}, Resync; return e }
	var got []Event
	for _, e := range taken {
		got = append(got, blank(e))
	}
	want := []Event{blank(here(User, Resync, 2, 3, 0)), blank(here(User, Resync, 2, 8, 0)), blank(here(Invitation, Resync, 2, 3, 0))}
	if !slices.Equal(got, want) || len(g.Take()) != 0 {
		t.Errorf("taken %v, want %v", got, want)
	}
	publish(ctx, taken...)
	heard()
	if got, _ := users.Take(); len(got) == 0 || slices.ContainsFunc(got, func(e Event) bool { return e.Change != Resync }) {
		t.Errorf("users: %v", got)
	}
}

package live

import (
	"context"
	"database/sql"
	"errors"
	"log/slog"
	"slices"
	"testing"
	"time"

	"tenantry/internal/database"
	"tenantry/internal/dbtest"
)

// listen runs a hub on a database of its own and waits until it hears.
func listen(t *testing.T) (*Hub, *database.DB, string, func()) {
	t.Helper()
	t.Parallel()
	ownerURL, url := dbtest.Database(t, "")
	settings, err := database.ParseURL(url)
	if err != nil {
		t.Fatal(err)
	}
	heard := make(chan struct{}, 1000)
	h := New(Config{ListenDSN: settings.DSN, AccessChannel: "access", PingEvery: 50 * time.Millisecond, Log: slog.New(slog.DiscardHandler)})
	h.heard = heard
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- h.Run(ctx) }()
	t.Cleanup(func() {
		cancel()
		if err := <-done; err != nil {
			t.Error(err)
		}
		if h.Listening() {
			t.Error("listening without a listener")
		}
	})
	first := follow(t, h, Filter{Type: User}, 99)
	awaitEvent(t, first, Resync)
	return h, dbtest.Open(t, url), ownerURL, func() {
		t.Helper()
		select {
		case <-heard:
		case <-time.After(30 * time.Second):
			t.Fatal("nothing is heard")
		}
	}
}

// awaitEvent waits for an event of a change.
func awaitEvent(t *testing.T, s *Subscription, change Change) Event {
	t.Helper()
	late := time.After(30 * time.Second)
	for {
		select {
		case <-s.Ready():
			events, _ := s.Take()
			if i := slices.IndexFunc(events, func(e Event) bool { return e.Change == change }); i >= 0 {
				return events[i]
			}
		case <-late:
			t.Fatalf("no %s", change)
		}
	}
}

func TestPublish(t *testing.T) {
	h, d, _, heard := listen(t)
	s := follow(t, h, Filter{Type: User}, 1)
	ctx, counter := database.WithCounter(database.WithReseller(t.Context(), id(1)))
	refused := errors.New("no")
	err := d.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		if err := Publish(ctx, tx, here(User, Deleted, 2, 3, 9)); err != nil {
			return err
		}
		return refused
	})
	if !errors.Is(err, refused) || counter.Count() != 0 {
		t.Fatalf("%v, %d statements", err, counter.Count())
	}
	want := []Event{here(User, Created, 2, 3, 4), here(User, Updated, 2, 3, 5), here(User, Updated, 2, 3, 6)}
	err = d.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		for _, e := range want {
			for range 2 { // the same is said once
				if err := Publish(ctx, tx, e); err != nil {
					return err
				}
			}
		}
		return tx.Notify(ctx, "access", "user:"+id(100).String())
	})
	if err != nil || counter.Count() != 1 {
		t.Fatalf("%v, %d statements, want one", err, counter.Count())
	}
	for range len(want) + 1 {
		heard()
	}
	if got, recheck := s.Take(); !slices.Equal(got, want) || !recheck {
		t.Errorf("%v %v, want %v", got, recheck, want)
	}
	err = d.WithTx(t.Context(), func(ctx context.Context, tx *database.Tx) error { return Publish(ctx, tx, want...) })
	if !errors.Is(err, database.ErrNoTenant) {
		t.Errorf("without a tenant: %v", err)
	}
}

// Whoever may have missed something is told.
func TestReconnect(t *testing.T) {
	h, d, ownerURL, _ := listen(t)
	s := follow(t, h, Filter{Type: User}, 1)
	owner, err := sql.Open("postgres", ownerURL)
	if err != nil {
		t.Fatal(err)
	}
	defer owner.Close()
	for range 2 {
		if _, err := owner.ExecContext(t.Context(), `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
			WHERE datname = current_database() AND pid <> pg_backend_pid()`); err != nil {
			t.Fatal(err)
		}
		awaitEvent(t, s, Resync)
		ctx := database.WithReseller(t.Context(), id(1))
		if err := d.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
			return Publish(ctx, tx, here(User, Deleted, 2, 3, 4))
		}); err != nil {
			t.Fatal(err)
		}
		if e := awaitEvent(t, s, Deleted); e != here(User, Deleted, 2, 3, 4) {
			t.Errorf("%+v", e)
		}
	}
}

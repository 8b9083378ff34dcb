package devpg

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"syscall"
	"time"
)

// lockOrAttach returns the lock of the directory when nobody holds it, or nil
// as soon as the holder's server is ready for use. Should the holder end
// meanwhile, its place is taken.
func (s *Server) lockOrAttach(ctx context.Context, path string) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	db, err := s.admin()
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	defer db.Close()
	for {
		err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		if err == nil {
			return f, nil
		}
		if !errors.Is(err, syscall.EWOULDBLOCK) && !errors.Is(err, syscall.EINTR) {
			return nil, errors.Join(fmt.Errorf("lock %s: %w", path, err), f.Close())
		}
		if st, err := look(ctx, db); err == nil && st.role && st.database {
			return nil, f.Close()
		}
		if err := pause(ctx); err != nil {
			return nil, errors.Join(err, f.Close())
		}
	}
}

// awaitAnswer polls until the server answers, ends, or time is up.
func (s *Server) awaitAnswer(ctx context.Context, db *sql.DB, log *tail) (state, error) {
	for {
		st, err := look(ctx, db)
		if err == nil {
			return st, nil
		}
		select {
		case <-s.child.done:
			return st, fmt.Errorf("devpg: postgres ended while starting (%w): %s", s.child.err, log)
		default:
		}
		if pause(ctx) != nil {
			return st, fmt.Errorf("devpg: postgres does not answer in time: %w: %s", err, log)
		}
	}
}

// pause waits one polling interval.
func pause(ctx context.Context) error {
	t := time.NewTimer(pollEvery)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return nil
	}
}

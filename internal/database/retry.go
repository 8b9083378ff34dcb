package database

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"strings"
	"time"

	"github.com/lib/pq"
)

// ErrAmbiguousCommit marks a COMMIT whose answer was lost: the changes may have
// been made. It is never retried blindly; an idempotency key stored in the
// transaction decides.
var ErrAmbiguousCommit = errors.New("the connection was lost at COMMIT; the changes may have been made")

// CommitError wraps a connection error met at COMMIT in ErrAmbiguousCommit and
// leaves others alone. Pools opened here do it themselves.
func CommitError(err error) error {
	if err == nil || errors.Is(err, ErrAmbiguousCommit) {
		return err
	}
	if connectionLost(err) || pq.As(err, "40003") != nil {
		return fmt.Errorf("%w: %w", ErrAmbiguousCommit, err)
	}
	return err
}

// Retryable tells whether the whole transaction may be run again: the error is
// of the moment, and nothing of the transaction has stayed.
func Retryable(err error) bool {
	if err == nil || errors.Is(err, ErrAmbiguousCommit) || errors.Is(err, context.Canceled) {
		return false
	}
	if connectionLost(err) || staleStatement(err) != "" {
		return true
	}
	failure := pq.As(err)
	if failure == nil {
		return false
	}
	switch failure.Code {
	case "40001", "40P01": // serialization failure, deadlock
		return true
	case "25006": // a demoted primary; its connection is dropped
		return true
	case "XX000": // Citus
		return strings.Contains(failure.Message, "could not commit transaction for shard")
	}
	return false
}

// connectionLost recognises errors after which nobody knows what the server
// has done.
func connectionLost(err error) bool {
	if errors.Is(err, driver.ErrBadConn) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, net.ErrClosed) {
		return true
	}
	// Not net.Error: a context's deadline is one.
	if _, ok := errors.AsType[*net.OpError](err); ok {
		return true
	}
	failure := pq.As(err)
	return failure != nil &&
		(strings.HasPrefix(string(failure.Code), "08") || strings.HasPrefix(string(failure.Code), "57P0"))
}

// connectionDropped is connectionLost without time-outs: a server that hangs
// would hold each further attempt as long.
func connectionDropped(err error) bool {
	if !connectionLost(err) {
		return false
	}
	slow, ok := errors.AsType[net.Error](err)
	return !ok || !slow.Timeout()
}

// Constraint names the constraint that a statement hit, "" for other errors. A
// shard of a Citus table appends its number to the name; it is cut off, so no
// constraint of ours may end in an underscore and digits.
func Constraint(err error) string {
	failure := pq.As(err)
	if failure == nil || !strings.HasPrefix(string(failure.Code), "23") {
		return ""
	}
	return withoutShard(failure.Constraint)
}

func withoutShard(name string) string {
	base := strings.TrimRight(name, "0123456789")
	if len(base) < len(name) && len(base) > 1 && strings.HasSuffix(base, "_") {
		return base[:len(base)-1]
	}
	return name
}

// IsUniqueViolation tells whether err is a duplicate for the named unique
// constraint or index; "" stands for any.
func IsUniqueViolation(err error, constraint string) bool {
	return pq.As(err, "23505") != nil && (constraint == "" || Constraint(err) == withoutShard(constraint))
}

const (
	defaultAttempts = 3
	firstPause      = 20 * time.Millisecond
	longestPause    = time.Second
)

// Backoff is how Retry waits. Its zero value is what a program uses.
type Backoff struct {
	Attempts int                                              // 0 = 3
	Sleep    func(ctx context.Context, d time.Duration) error // nil = a timer that ctx can stop
	Random   func() float64                                   // in [0, 1); nil = math/rand
}

// Retry runs fn until it succeeds, fails with an error that is not Retryable,
// or has been run Attempts times; fn is a whole transaction.
func Retry(ctx context.Context, b Backoff, fn func(ctx context.Context) error) error {
	if b.Attempts <= 0 {
		b.Attempts = defaultAttempts
	}
	if b.Sleep == nil {
		b.Sleep = sleep
	}
	if b.Random == nil {
		b.Random = rand.Float64
	}
	pause := firstPause
	for attempt := 1; ; attempt++ {
		err := fn(ctx)
		if err == nil || !Retryable(err) || ctx.Err() != nil {
			return err
		}
		if attempt >= b.Attempts {
			return fmt.Errorf("after %d attempts: %w", attempt, err)
		}
		// Half fixed, half by chance, so that rivals do not meet again.
		wait := pause/2 + time.Duration(b.Random()*float64(pause/2))
		if stopped := b.Sleep(ctx, wait); stopped != nil {
			return fmt.Errorf("%w while waiting to retry: %w", stopped, err)
		}
		pause = min(2*pause, longestPause)
	}
}

func sleep(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

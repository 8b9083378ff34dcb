package database

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/lib/pq"
	"github.com/lib/pq/pqerror"
)

func failure(code pqerror.Code, message string) error {
	return fmt.Errorf("save user: %w", &pq.Error{Code: code, Message: message, Severity: "ERROR"})
}

func TestRetryable(t *testing.T) {
	t.Parallel()
	reset := fmt.Errorf("save: %w", &net.OpError{Op: "read", Err: os.ErrDeadlineExceeded})
	for name, test := range map[string]struct {
		err  error
		want bool
	}{
		"none":               {nil, false},
		"bad connection":     {fmt.Errorf("begin: %w", driver.ErrBadConn), true},
		"network":            {reset, true},
		"cut short":          {io.ErrUnexpectedEOF, true},
		"ambiguous":          {CommitError(reset), false},
		"cancelled":          {context.Canceled, false},
		"deadline":           {context.DeadlineExceeded, false},
		"serialization":      {failure("40001", ""), true},
		"deadlock":           {failure("40P01", ""), true},
		"shutdown":           {failure("57P01", ""), true},
		"crash":              {failure("57P02", ""), true},
		"starting":           {failure("57P03", ""), true},
		"query cancelled":    {failure("57014", ""), false},
		"connection failure": {failure("08006", ""), true},
		"standby":            {failure("25006", ""), true},
		"shard commit":       {failure("XX000", "could not commit transaction for shard 102008 on at least one active node"), true},
		"internal":           {failure("XX000", "cache lookup failed"), false},
		"duplicate":          {failure("23505", ""), false},
		"stale plan":         {failure("0A000", "cached plan must not change result type"), true},
		"not supported":      {failure("0A000", "DISTINCT is not implemented for window functions"), false},
		"other":              {errors.New("other"), false},
	} {
		if got := Retryable(test.err); got != test.want {
			t.Errorf("%s: %t", name, got)
		}
	}
}

func TestCommitError(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		err  error
		want bool
	}{
		"none":          {nil, false},
		"lost":          {driver.ErrBadConn, true},
		"serialization": {failure("40001", ""), false},
		"unknown":       {failure("40003", ""), true},
		"constraint":    {failure("23503", ""), false},
	} {
		got := CommitError(test.err)
		if errors.Is(got, ErrAmbiguousCommit) != test.want || !errors.Is(got, test.err) {
			t.Errorf("%s: %v", name, got)
		}
		if CommitError(got) != got {
			t.Errorf("%s: wrapped twice", name)
		}
	}
}

func TestConstraint(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		code       pqerror.Code
		name, want string
	}{
		{"23505", "user_email_key", "user_email_key"},
		{"23505", "user_email_key_102008", "user_email_key"},
		{"23503", "user_organization_fkey_7", "user_organization_fkey"},
		{"23514", "depth3", "depth3"},
		{"23514", "_12", "_12"},
		{"42P07", "user_email_key", ""},
	} {
		err := fmt.Errorf("save: %w", &pq.Error{Code: test.code, Constraint: test.name})
		if got := Constraint(err); got != test.want {
			t.Errorf("%s %s: %q", test.code, test.name, got)
		}
		if got := IsUniqueViolation(err, "user_email_key"); got != (test.code == "23505") {
			t.Errorf("%s %s: unique violation %t", test.code, test.name, got)
		}
	}
	if Constraint(nil) != "" || IsUniqueViolation(errors.New("other"), "") || !IsUniqueViolation(failure("23505", ""), "") {
		t.Error("nil, foreign or unnamed error")
	}
}

func TestRetry(t *testing.T) {
	t.Parallel()
	busy := failure("40001", "")
	for name, test := range map[string]struct {
		errs   []error // of the runs; the last one stays
		random float64
		want   error
		runs   int
		pauses []time.Duration
	}{
		"at once":      {errs: []error{nil}, runs: 1},
		"second":       {errs: []error{busy, nil}, runs: 2, pauses: []time.Duration{10 * time.Millisecond}},
		"never":        {errs: []error{busy}, random: 0.5, want: busy, runs: 3, pauses: []time.Duration{15 * time.Millisecond, 30 * time.Millisecond}},
		"not of a kin": {errs: []error{io.EOF}, want: io.EOF, runs: 1},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var pauses []time.Duration
			runs := 0
			b := Backoff{
				Random: func() float64 { return test.random },
				Sleep: func(_ context.Context, d time.Duration) error {
					pauses = append(pauses, d)
					return nil
				},
			}
			err := Retry(t.Context(), b, func(context.Context) error {
				runs++
				return test.errs[min(runs, len(test.errs))-1]
			})
			if !errors.Is(err, test.want) || runs != test.runs {
				t.Errorf("%d runs, %v", runs, err)
			}
			if diff := cmp.Diff(test.pauses, pauses); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestRetryStopsWithItsContext(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	runs := 0
	err := Retry(ctx, Backoff{Sleep: func(ctx context.Context, d time.Duration) error {
		cancel()
		return sleep(ctx, d)
	}}, func(context.Context) error { runs++; return driver.ErrBadConn })
	if runs != 1 || !errors.Is(err, context.Canceled) || !errors.Is(err, driver.ErrBadConn) {
		t.Errorf("%d runs, %v", runs, err)
	}
}

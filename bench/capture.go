package main

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"tenantry/internal/devpg"
)

// captureRuns is how often a request is sent to learn its statements: what
// most of the runs did is the operation, the rest happened beside it.
const captureRuns = 5

// capture learns the statements behind each request. The requests are sent
// one by one while PostgreSQL logs every statement.
func (h *house) capture(ctx context.Context, requests ...[]byte) ([][]statement, error) {
	if err := h.logStatements(ctx, "all"); err != nil {
		return nil, err
	}
	found, err := h.record(ctx, requests)
	// Turned off again whatever happened.
	if off := h.logStatements(context.WithoutCancel(ctx), "none"); err == nil {
		err = off
	}
	return found, err
}

func (h *house) record(ctx context.Context, requests [][]byte) ([][]statement, error) {
	c, err := dial(h.addr)
	if err != nil {
		return nil, err
	}
	defer c.close()
	runs := make([][][]statement, len(requests))
	for range captureRuns {
		for i, request := range requests { // in turn: one may undo the other
			h.log.take()
			status, body, err := c.do(request)
			if err == nil {
				err = flawless(status, body)
			}
			if err != nil {
				return nil, fmt.Errorf("capture: %w", err)
			}
			if err := settle(ctx); err != nil { // the log comes through a pipe
				return nil, err
			}
			all, err := parseLog(h.log.take(), devpg.Role)
			if err != nil {
				return nil, fmt.Errorf("capture: %w", err)
			}
			runs[i] = append(runs[i], ofOperation(all))
		}
	}
	var out [][]statement
	for _, r := range runs {
		out = append(out, usual(r))
	}
	return out, nil
}

// usual is the run whose statements most runs share.
func usual(runs [][]statement) []statement {
	count := map[string]int{}
	key := func(run []statement) string {
		var texts []string
		for _, s := range run {
			texts = append(texts, s.SQL)
		}
		slices.Sort(texts) // loaders that run side by side have no order
		return strings.Join(texts, "\n;\n")
	}
	for _, run := range runs {
		count[key(run)]++
	}
	return slices.MaxFunc(runs, func(a, b []statement) int { return count[key(a)] - count[key(b)] })
}

// logStatements sets what PostgreSQL logs, for all sessions.
func (h *house) logStatements(ctx context.Context, which string) error {
	for _, sql := range []string{"ALTER SYSTEM SET log_statement = '" + which + "'", "SELECT pg_reload_conf()"} {
		if _, err := h.owner.ExecContext(ctx, sql); err != nil {
			return fmt.Errorf("log statements: %w", err)
		}
	}
	return settle(ctx)
}

// settle waits for what another process does within moments and does not
// report.
func settle(ctx context.Context) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(100 * time.Millisecond):
		return nil
	}
}

package database

import (
	"context"
	"sync/atomic"
)

type counterKey struct{}

// Counter counts the SQL statements sent under a context, BEGIN, COMMIT and
// ROLLBACK not among them. It is safe for concurrent use.
type Counter struct {
	n      atomic.Int64
	parent *Counter
}

// WithCounter gives a context whose statements are counted. A counter already
// in ctx goes on counting them too.
func WithCounter(ctx context.Context) (context.Context, *Counter) {
	parent, _ := ctx.Value(counterKey{}).(*Counter)
	c := &Counter{parent: parent}
	return context.WithValue(ctx, counterKey{}, c), c
}

// Count is the number of statements since the start or the last Reset.
func (c *Counter) Count() int { return int(c.n.Load()) }

// Reset starts again at nought and gives the count until now.
func (c *Counter) Reset() int { return int(c.n.Swap(0)) }

func count(ctx context.Context) {
	c, _ := ctx.Value(counterKey{}).(*Counter)
	for ; c != nil; c = c.parent {
		c.n.Add(1)
	}
}

type unguardedKey struct{}

// Unguarded lets the statements under a context pass the guard, for the few
// operator views that look across resellers. The reason is for the reader of
// the call; it must not be empty, or the guard stays.
func Unguarded(ctx context.Context, reason string) context.Context {
	return context.WithValue(ctx, unguardedKey{}, reason)
}

func unguarded(ctx context.Context) bool {
	reason, _ := ctx.Value(unguardedKey{}).(string)
	return reason != ""
}

package jobs

import (
	"context"
	"log/slog"
	"strings"
	"sync/atomic"
)

// quiet keeps River's log from crying over its own end: its services report
// the cancellation of their last statement as an error.
type quiet struct {
	slog.Handler
	stopping *atomic.Bool
}

// Handle passes on what is not the noise of stopping.
func (q quiet) Handle(ctx context.Context, r slog.Record) error {
	if q.stopping.Load() && aboutCancellation(r) {
		return nil
	}
	return q.Handler.Handle(ctx, r)
}

// WithAttrs keeps the logger quiet.
func (q quiet) WithAttrs(attrs []slog.Attr) slog.Handler {
	return quiet{q.Handler.WithAttrs(attrs), q.stopping}
}

// WithGroup keeps the logger quiet.
func (q quiet) WithGroup(name string) slog.Handler {
	return quiet{q.Handler.WithGroup(name), q.stopping}
}

func aboutCancellation(r slog.Record) (found bool) {
	r.Attrs(func(a slog.Attr) bool {
		found = found || strings.Contains(a.Value.String(), context.Canceled.Error())
		return !found
	})
	return found
}

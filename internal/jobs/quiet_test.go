package jobs

import (
	"bytes"
	"context"
	"log/slog"
	"strings"
	"sync/atomic"
	"testing"
)

func TestQuietWhileStopping(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	var stopping atomic.Bool
	log := slog.New(quiet{slog.NewTextHandler(&out, nil), &stopping}).With("part", "river")
	log.Error("before", "error", context.Canceled)
	stopping.Store(true)
	log.Error("noise", "error", context.Canceled)
	log.Error("trouble", "error", "disk full")
	for text, want := range map[string]bool{"before": true, "noise": false, "trouble": true} {
		if got := strings.Contains(out.String(), text); got != want {
			t.Errorf("%s: logged %v, want %v", text, got, want)
		}
	}
}

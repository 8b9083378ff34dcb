package main

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"math"
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"

	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/sdk/resource"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/trace"
)

// newLogger writes JSON for machines and, in development, text for people.
func newLogger(w io.Writer, cfg *Config) *slog.Logger {
	options := &slog.HandlerOptions{Level: cfg.LogLevel}
	if cfg.Dev {
		return slog.New(slog.NewTextHandler(w, options))
	}
	return slog.New(slog.NewJSONHandler(w, options))
}

// tuneRuntime collects garbage less often, which spares a third of the CPU of
// a request, below half of the memory there is. The environment goes first.
func tuneRuntime(getenv func(string) string) {
	if getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
	if getenv("GOMEMLIMIT") == "" {
		if limit := memory(); limit > 0 {
			debug.SetMemoryLimit(limit / 2)
		}
	}
}

// memory is what the control group or the machine has, in bytes; 0 when
// neither can be told.
func memory() int64 {
	most := int64(math.MaxInt64)
	for _, path := range []string{"/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"} {
		if text, err := os.ReadFile(path); err == nil {
			if n, err := strconv.ParseInt(strings.TrimSpace(string(text)), 10, 64); err == nil {
				most = min(most, n)
			}
		}
	}
	if text, err := os.ReadFile("/proc/meminfo"); err == nil {
		var kilobytes int64
		if _, err := fmt.Sscanf(string(text), "MemTotal: %d kB", &kilobytes); err == nil {
			most = min(most, kilobytes<<10)
		}
	}
	if most > 1<<50 { // no limit that means anything
		return 0
	}
	return most
}

// startTracing sends traces when an endpoint is configured; the exporter reads
// the other OTEL_ variables itself.
func (m *Main) startTracing(ctx context.Context) (trace.TracerProvider, error) {
	if m.Config.OTLPEndpoint == "" {
		return nil, nil
	}
	exporter, err := otlptracehttp.New(ctx, otlptracehttp.WithEndpointURL(strings.TrimRight(m.Config.OTLPEndpoint, "/")+"/v1/traces"))
	if err != nil {
		return nil, fmt.Errorf("export traces: %w", err)
	}
	named, err := resource.New(ctx, resource.WithTelemetrySDK(), resource.WithFromEnv())
	if err != nil {
		return nil, fmt.Errorf("export traces: %w", err)
	}
	provider := sdktrace.NewTracerProvider(sdktrace.WithBatcher(exporter), sdktrace.WithResource(named))
	m.onClose(func(ctx context.Context) error {
		ctx, cancel := context.WithTimeout(ctx, stopLimit)
		defer cancel()
		if err := provider.Shutdown(ctx); err != nil {
			// What could not be sent is lost; the program has still ended well.
			m.log.WarnContext(ctx, "traces were not sent", "error", err.Error())
		}
		return nil
	})
	return provider, nil
}

// keptSecret reads the secret of a development server, or makes it. Two
// programs that start at once agree on one.
func keptSecret(path string) ([]byte, error) {
	secret, err := os.ReadFile(path)
	if err == nil || !errors.Is(err, fs.ErrNotExist) {
		if err == nil && len(secret) < minSecret {
			err = fmt.Errorf("%s is shorter than %d bytes; remove it", path, minSecret)
		}
		return secret, err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o711); err != nil {
		return nil, fmt.Errorf("keep a secret: %w", err)
	}
	var random [minSecret]byte
	if _, err := rand.Read(random[:]); err != nil {
		return nil, fmt.Errorf("make a secret: %w", err)
	}
	draft, err := os.CreateTemp(filepath.Dir(path), ".secret-") // mode 0600
	if err != nil {
		return nil, fmt.Errorf("keep a secret: %w", err)
	}
	defer os.Remove(draft.Name()) //nolint:errcheck // the name that stays is the link
	_, err = draft.WriteString(hex.EncodeToString(random[:]))
	if err = errors.Join(err, draft.Close()); err != nil {
		return nil, fmt.Errorf("keep a secret: %w", err)
	}
	// A link appears whole, and not at all when another program was first.
	if err := os.Link(draft.Name(), path); err != nil && !errors.Is(err, fs.ErrExist) {
		return nil, fmt.Errorf("keep a secret: %w", err)
	}
	return os.ReadFile(path)
}

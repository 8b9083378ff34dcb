package server

import (
	"bufio"
	"encoding/hex"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"runtime/debug"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"tenantry/internal/request"
)

const maxUserAgent = 300 // bytes, as request.Info promises

// surround gives every request its id and address, one line in the log, and
// an answer even when a handler panics. The log names the route, never the
// path, query, address or anything else of the person.
func surround(cfg Config, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		started := cfg.Now()
		info := request.Info{
			ID:        requestID(r.Header.Get("X-Request-Id"), cfg.Rand),
			IP:        clientIP(r, cfg.TrustedProxies),
			UserAgent: cut(r.UserAgent(), maxUserAgent),
		}
		r = r.WithContext(request.WithInfo(r.Context(), info))
		w.Header().Set("X-Request-Id", info.ID)
		seen := &recorder{ResponseWriter: w}
		defer func() {
			cause := recover()
			if cause != nil && cause != http.ErrAbortHandler { //nolint:errorlint // net/http compares it so, too
				cfg.Logger.ErrorContext(r.Context(), "handler panicked", "panic", fmt.Sprint(cause), "stack", string(debug.Stack()), "request_id", info.ID)
				if seen.status == 0 {
					internalError(seen, info.ID)
				}
			}
			cfg.Logger.LogAttrs(r.Context(), level(seen.status), "request",
				slog.String("method", known(r.Method)), slog.String("route", route(r.Pattern)), slog.Int("status", seen.status),
				slog.Int64("bytes", seen.bytes), slog.Duration("duration", cfg.Now().Sub(started).Round(time.Microsecond)),
				slog.String("request_id", info.ID))
			if cause == http.ErrAbortHandler { //nolint:errorlint // as above
				panic(cause)
			}
		}()
		next.ServeHTTP(seen, r)
	})
}

func internalError(w http.ResponseWriter, id string) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(http.StatusInternalServerError)
	_, _ = fmt.Fprintf(w, `{"errors":[{"message":"Something went wrong on our side.","extensions":{"code":"INTERNAL","requestId":%q}}]}`, id)
}

func level(status int) slog.Level {
	if status >= http.StatusInternalServerError {
		return slog.LevelWarn
	}
	return slog.LevelInfo
}

// known keeps made-up methods out of the log.
func known(method string) string {
	switch method {
	case http.MethodGet, http.MethodPost, http.MethodHead, http.MethodOptions, http.MethodPut, http.MethodPatch, http.MethodDelete:
		return method
	}
	return "OTHER"
}

// route is the pattern of a request without its method.
func route(pattern string) string {
	if _, path, ok := strings.Cut(pattern, " "); ok {
		return path
	}
	if pattern == "" {
		return "none"
	}
	return pattern
}

// requestID keeps the caller's id when it is plain and short enough for a log
// line, and makes one otherwise.
func requestID(given string, random io.Reader) string {
	if len(given) >= 8 && len(given) <= 64 && strings.IndexFunc(given, func(c rune) bool {
		return (c < '0' || c > '9') && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z') && c != '-' && c != '_' && c != '.'
	}) < 0 {
		return given
	}
	var id [16]byte
	if _, err := io.ReadFull(random, id[:]); err != nil {
		return "unknown"
	}
	return hex.EncodeToString(id[:])
}

// clientIP is the address the request came from. As long as the sender is a
// trusted proxy, the entry it appended to X-Forwarded-For is the sender before
// it; what stands further left is whatever the client wrote there.
func clientIP(r *http.Request, trusted []netip.Prefix) string {
	sender := address(r.RemoteAddr)
	hops := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
	for i := len(hops) - 1; i >= 0 && within(sender, trusted); i-- {
		before := address(strings.TrimSpace(hops[i]))
		if !before.IsValid() {
			break
		}
		sender = before
	}
	if !sender.IsValid() {
		return ""
	}
	return sender.String()
}

func within(a netip.Addr, networks []netip.Prefix) bool {
	return slices.ContainsFunc(networks, func(p netip.Prefix) bool { return p.Contains(a) })
}

// address reads an address with or without a port; the zero Addr is none.
func address(s string) netip.Addr {
	if ap, err := netip.ParseAddrPort(s); err == nil {
		return ap.Addr().Unmap().WithZone("")
	}
	if a, err := netip.ParseAddr(s); err == nil {
		return a.Unmap().WithZone("")
	}
	return netip.Addr{}
}

func cut(s string, n int) string {
	s = strings.ToValidUTF8(strings.ReplaceAll(s, "\x00", ""), "")
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// recorder remembers what was answered.
type recorder struct {
	http.ResponseWriter
	status int
	bytes  int64
}

// WriteHeader remembers the first status.
func (r *recorder) WriteHeader(status int) {
	if r.status == 0 && status >= http.StatusOK {
		r.status = status
	}
	r.ResponseWriter.WriteHeader(status)
}

// Write counts what is sent.
func (r *recorder) Write(p []byte) (int, error) {
	if r.status == 0 {
		r.status = http.StatusOK
	}
	n, err := r.ResponseWriter.Write(p)
	r.bytes += int64(n)
	return n, err
}

// Hijack gives the connection to a protocol that is not HTTP any more.
func (r *recorder) Hijack() (net.Conn, *bufio.ReadWriter, error) {
	conn, buffered, err := http.NewResponseController(r.ResponseWriter).Hijack()
	if err == nil && r.status == 0 {
		r.status = http.StatusSwitchingProtocols
	}
	return conn, buffered, err
}

// Unwrap lets http.ResponseController reach the connection.
func (r *recorder) Unwrap() http.ResponseWriter { return r.ResponseWriter }

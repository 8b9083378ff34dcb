package session

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"strings"
	"sync"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"
)

const (
	firstReconnect   = 100 * time.Millisecond
	longestReconnect = 5 * time.Second
)

// hearing knows whether this process is sure to hear of every revocation, and
// only then the cache may be used. It is sure while the listener is connected
// and a probe was answered that was sent less than an interval and a half ago.
// Whenever it becomes sure again, the cache is emptied first.
type hearing struct {
	dsn       string
	pingEvery time.Duration
	now       func() time.Time
	log       *slog.Logger
	cache     *cache

	dialer socketKeeper
	// changed and heard, when set, are told of each step; tests wait for them.
	changed func(trusted bool)
	heard   func(payload string)

	mu        sync.Mutex
	connected bool      // as the listener tells
	listening bool      // the channel is open, and will be after each reconnect
	lease     time.Time // end of what the last answered probe vouches for
	sure      bool      // trusted, when last looked at
}

func newHearing(cfg Config, c *cache) *hearing {
	return &hearing{dsn: cfg.ListenDSN, pingEvery: cfg.PingEvery, now: cfg.Now, log: cfg.Log, cache: c}
}

// trusted tells whether the cache may be used now.
func (h *hearing) trusted() bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.sure = h.sure && h.now().Before(h.lease)
	return h.sure
}

// update changes what is known and draws the conclusion.
func (h *hearing) update(change func()) {
	h.mu.Lock()
	was := h.sure && h.now().Before(h.lease)
	change()
	now := h.connected && h.listening && h.now().Before(h.lease)
	if now && !was {
		h.cache.clear() // whatever happened meanwhile was not heard
	}
	h.sure = now
	changed := h.changed
	h.mu.Unlock()
	if changed != nil && was != now {
		changed(now)
	}
}

func (h *hearing) lost() { h.update(func() { h.connected, h.lease = false, time.Time{} }) }

// Listen hears of revocations until the context ends, reconnecting as often as
// it takes. While it does not run, or cannot hear, sessions are read from the
// database for every request. It answers nil when it was told to stop.
func (s *Service) Listen(ctx context.Context) error {
	if s.cfg.ListenDSN == "" {
		<-ctx.Done()
		return nil
	}
	return s.hearing.run(ctx)
}

func (h *hearing) run(ctx context.Context) error {
	reconnected := make(chan struct{}, 1)
	l := pq.NewDialListener(&h.dialer, h.dsn, firstReconnect, longestReconnect, func(e pq.ListenerEventType, err error) {
		switch e {
		case pq.ListenerEventConnected, pq.ListenerEventReconnected:
			h.update(func() { h.connected = true })
			select {
			case reconnected <- struct{}{}:
			default:
			}
		case pq.ListenerEventDisconnected:
			h.lost()
			if ctx.Err() != nil {
				return // told to stop
			}
			h.log.WarnContext(ctx, "session listener lost its connection; sessions are not cached", "error", err)
		case pq.ListenerEventConnectionAttemptFailed:
			h.log.WarnContext(ctx, "session listener cannot connect", "error", err)
		}
	})
	var workers sync.WaitGroup
	workers.Go(func() { h.receive(l) })
	workers.Go(func() { h.probe(ctx, l, reconnected) })
	<-ctx.Done()
	h.lost()
	h.dialer.hangUp() // before Close, which waits for a probe on the way
	err := l.Close()
	workers.Wait()
	if err != nil && !errors.Is(err, net.ErrClosed) {
		return fmt.Errorf("close session listener: %w", err)
	}
	return nil
}

// receive works until the listener is closed.
func (h *hearing) receive(l *pq.Listener) {
	for n := range l.NotificationChannel() {
		if n == nil {
			h.cache.clear() // reconnected
			continue
		}
		h.take(n.Extra)
	}
}

// take forgets what a notification names; one that is not understood, from a
// newer program perhaps, means everything.
func (h *hearing) take(payload string) {
	_, text, _ := strings.Cut(payload, ":")
	if id, err := uuid.Parse(text); err == nil {
		h.cache.forget(id)
	} else {
		h.cache.clear()
	}
	if h.heard != nil {
		h.heard(payload)
	}
}

// probe opens the channel and then asks the server for an answer again and
// again. A probe that is not answered in time costs the connection: the lease
// has run out by then, and a new connection is the way to another one.
func (h *hearing) probe(ctx context.Context, l *pq.Listener, now <-chan struct{}) {
	ticker := time.NewTicker(h.pingEvery)
	defer ticker.Stop()
	// A standby, for one, refuses; the next server may not.
	for err := l.Listen(ChannelAccess); err != nil; err = l.Listen(ChannelAccess) {
		if ctx.Err() != nil {
			return
		}
		h.log.ErrorContext(ctx, "session listener cannot listen; sessions are not cached", "error", err)
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
	}
	h.update(func() { h.listening = true })
	for {
		sent := h.now()
		late := time.AfterFunc(h.pingEvery, h.dialer.hangUp)
		err := l.Ping()
		late.Stop()
		if err == nil {
			h.update(func() { h.lease = sent.Add(h.pingEvery + h.pingEvery/2) })
		} else {
			h.update(func() { h.lease = time.Time{} })
		}
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		case <-now:
		}
	}
}

// socketKeeper dials for the listener and can cut its connection off, which
// nothing else can while a probe waits for a silent server.
type socketKeeper struct {
	mu   sync.Mutex
	last net.Conn
}

// Dial opens a socket without a time limit of its own.
func (k *socketKeeper) Dial(network, address string) (net.Conn, error) {
	return k.DialTimeout(network, address, 0)
}

// DialTimeout opens a socket; 0 means no limit.
func (k *socketKeeper) DialTimeout(network, address string, timeout time.Duration) (net.Conn, error) {
	c, err := net.DialTimeout(network, address, timeout)
	if err != nil {
		return nil, err // lib/pq looks at the type
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	k.last = c
	return c, nil
}

func (k *socketKeeper) hangUp() {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.last != nil {
		_ = k.last.Close() // it is given up
		k.last = nil
	}
}

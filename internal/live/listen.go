package live

import (
	"context"
	"errors"
	"fmt"
	"net"
	"sync"
	"time"

	"github.com/lib/pq"
)

const (
	firstReconnect   = 100 * time.Millisecond
	longestReconnect = 5 * time.Second
)

// Run hears of changes until the context ends, reconnecting as often as it
// takes. What was said meanwhile nobody knows, so after each reconnection
// everybody is told to resync. It answers nil when it was told to stop.
func (h *Hub) Run(ctx context.Context) error {
	if h.cfg.ListenDSN == "" {
		<-ctx.Done()
		return nil
	}
	l := pq.NewDialListener(&impatient{patience: 3 * h.cfg.PingEvery}, h.cfg.ListenDSN, firstReconnect, longestReconnect,
		func(e pq.ListenerEventType, err error) {
			if e != pq.ListenerEventDisconnected && e != pq.ListenerEventConnectionAttemptFailed || ctx.Err() != nil {
				return
			}
			h.set(false)
			h.cfg.Log.WarnContext(ctx, "changes are not heard: no connection", "error", err)
		})
	var workers sync.WaitGroup
	workers.Go(func() { h.receive(l) })
	workers.Go(func() { h.keep(ctx, l) })
	<-ctx.Done()
	h.set(false)
	err := l.Close()
	workers.Wait()
	if err != nil && !errors.Is(err, net.ErrClosed) {
		return fmt.Errorf("close listener of changes: %w", err)
	}
	return nil
}

func (h *Hub) set(listening bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.listening = listening
}

// receive works until the listener is closed.
func (h *Hub) receive(l *pq.Listener) {
	for n := range l.NotificationChannel() {
		if n == nil { // reconnected, the channels are open again
			h.set(true)
			h.missed()
		} else {
			h.take(n.Channel, n.Extra)
		}
		if h.heard != nil {
			h.heard <- struct{}{}
		}
	}
}

// keep opens the channels and tries the connection again and again: whatever
// is silent for longer than three tries is given up by the socket.
func (h *Hub) keep(ctx context.Context, l *pq.Listener) {
	ticker := time.NewTicker(h.cfg.PingEvery)
	defer ticker.Stop()
	tick := func() bool {
		select {
		case <-ctx.Done():
			return false
		case <-ticker.C:
			return true
		}
	}
	for _, channel := range []string{h.cfg.AccessChannel, Channel} {
		if channel == "" {
			continue
		}
		// A standby, for one, refuses; the next server may not.
		for err := l.Listen(channel); err != nil; err = l.Listen(channel) {
			if ctx.Err() != nil {
				return
			}
			h.cfg.Log.ErrorContext(ctx, "changes are not heard: cannot listen", "channel", channel, "error", err)
			if !tick() {
				return
			}
		}
	}
	h.set(true)
	h.missed()
	for tick() {
		_ = l.Ping() // its end is seen by receive
	}
}

// impatient dials sockets that give up on a server which is silent for long.
type impatient struct{ patience time.Duration }

// Dial opens a socket without a time limit of its own.
func (d *impatient) Dial(network, address string) (net.Conn, error) {
	return d.DialTimeout(network, address, 0)
}

// DialTimeout opens a socket; 0 means no limit.
func (d *impatient) DialTimeout(network, address string, timeout time.Duration) (net.Conn, error) {
	c, err := net.DialTimeout(network, address, timeout)
	if err != nil {
		return nil, err // lib/pq looks at the type
	}
	return &impatientConn{Conn: c, patience: d.patience}, nil
}

type impatientConn struct {
	net.Conn
	patience time.Duration
}

// Read waits as long as patience lasts.
func (c *impatientConn) Read(p []byte) (int, error) {
	if err := c.SetReadDeadline(time.Now().Add(c.patience)); err != nil {
		return 0, err
	}
	return c.Conn.Read(p)
}

package database

import (
	"context"
	"errors"
	"net"
	"os"
	"sync"
	"sync/atomic"
	"time"
)

// cancelGrace is how long a statement whose context has run out may still wait
// for the server to answer the cancel request before its socket is given up.
const cancelGrace = 2 * time.Second

// dialer opens the sockets of one pool connection and of its cancel requests,
// and puts a deadline on every read and write. Without it a context does not
// free a query from a server that stopped answering.
type dialer struct {
	timeout time.Duration // of one read or write; ≤ 0 = none

	mu      sync.Mutex
	last    *wire
	settled bool
}

func (d *dialer) Dial(network, address string) (net.Conn, error) {
	return d.DialContext(context.Background(), network, address)
}

func (d *dialer) DialTimeout(network, address string, timeout time.Duration) (net.Conn, error) {
	ctx, cancel := context.WithTimeout(context.Background(), timeout)
	defer cancel()
	return d.DialContext(ctx, network, address)
}

func (d *dialer) DialContext(ctx context.Context, network, address string) (net.Conn, error) {
	var plain net.Dialer
	c, err := plain.DialContext(ctx, network, address)
	if err != nil {
		return nil, err // lib/pq looks at the type
	}
	w := &wire{Conn: c, timeout: d.timeout}
	d.mu.Lock()
	defer d.mu.Unlock()
	if !d.settled {
		d.last = w
	}
	return w, nil
}

// settle gives the socket of the connection that was opened; what is dialled
// later carries cancel requests.
func (d *dialer) settle() *wire {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.settled = true
	return d.last
}

// wire is a socket whose every read and write has a deadline.
type wire struct {
	net.Conn
	timeout time.Duration
	given   atomic.Bool  // lib/pq's own deadline for the handshake is in force
	limit   atomic.Int64 // Unix nanoseconds: end of the running statement; 0 = none
	wrote   atomic.Int64 // Unix nanoseconds: end of the last write
}

// bound ties the reads that follow to the statement's context.
func (w *wire) bound(ctx context.Context) {
	end, ok := ctx.Deadline()
	if !ok {
		w.limit.Store(0)
		return
	}
	w.limit.Store(end.Add(cancelGrace).UnixNano())
}

func (w *wire) deadline() time.Time {
	var end time.Time
	if w.timeout > 0 {
		end = time.Now().Add(w.timeout)
	}
	if n := w.limit.Load(); n != 0 {
		if limit := time.Unix(0, n); end.IsZero() || limit.Before(end) {
			return limit
		}
	}
	return end
}

// SetDeadline is called by lib/pq with the connect timeout, and with zero when
// the handshake is over; in between that deadline holds.
func (w *wire) SetDeadline(t time.Time) error {
	w.given.Store(!t.IsZero())
	return w.Conn.SetDeadline(t)
}

func (w *wire) Read(p []byte) (int, error) {
	for {
		end := w.deadline()
		if !w.given.Load() {
			if err := w.SetReadDeadline(end); err != nil {
				return 0, err
			}
		}
		n, err := w.Conn.Read(p)
		if n == 0 && errors.Is(err, os.ErrDeadlineExceeded) && w.deadlineSinceWrite().After(end) {
			continue // a COPY: the server is silent because it is still listening
		}
		return n, err
	}
}

// deadlineSinceWrite is zero when writing cannot prolong the wait.
func (w *wire) deadlineSinceWrite() time.Time {
	if w.given.Load() || w.timeout <= 0 || w.limit.Load() != 0 {
		return time.Time{}
	}
	return time.Unix(0, w.wrote.Load()).Add(w.timeout)
}

func (w *wire) Write(p []byte) (int, error) {
	if !w.given.Load() {
		if err := w.SetWriteDeadline(w.deadline()); err != nil {
			return 0, err
		}
	}
	n, err := w.Conn.Write(p)
	w.wrote.Store(time.Now().UnixNano())
	return n, err
}

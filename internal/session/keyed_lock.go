package session

import (
	"context"
	"sync"
)

// keyedLock lets one caller in for each key; the others wait.
type keyedLock struct {
	mu   sync.Mutex
	held map[string]*keyedEntry
}

type keyedEntry struct {
	turn  chan struct{} // holds one token while the key is taken
	users int           // holder and waiters
}

func newKeyedLock() *keyedLock { return &keyedLock{held: map[string]*keyedEntry{}} }

// lock waits for the key; unlock must be called when it answers no error.
func (l *keyedLock) lock(ctx context.Context, key string) (unlock func(), err error) {
	l.mu.Lock()
	e := l.held[key]
	if e == nil {
		e = &keyedEntry{turn: make(chan struct{}, 1)}
		l.held[key] = e
	}
	e.users++
	l.mu.Unlock()

	select {
	case e.turn <- struct{}{}:
		return func() {
			<-e.turn
			l.release(key, e)
		}, nil
	case <-ctx.Done():
		l.release(key, e)
		return nil, ctx.Err()
	}
}

func (l *keyedLock) release(key string, e *keyedEntry) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if e.users--; e.users == 0 {
		delete(l.held, key)
	}
}

package live

import (
	"cmp"
	"log/slog"
	"strings"
	"sync"
	"time"

	"github.com/google/uuid"
)

// Config is what a hub is made of. A zero field means its default.
type Config struct {
	ListenDSN string // database.Settings.DSN; empty behind a transaction pooler: nothing can be heard, so nothing can be followed
	// AccessChannel is where processes tell whose access has changed, as
	// "kind:id"; AccessHeard is called with the id before anything that was
	// published later is handed out.
	AccessChannel string
	AccessHeard   func(id uuid.UUID)

	Queue      int           // events kept for one subscription: 256
	PerSession int           // subscriptions of one session: 20
	Total      int           // subscriptions of the process: 1000
	PingEvery  time.Duration // how often the connection is tried: 5 s
	Log        *slog.Logger  // nil means slog.Default
}

// Hub hands what this process hears to those who follow it. All its methods
// may be called at any time.
type Hub struct {
	cfg   Config
	heard chan<- struct{} // when set, told of each notification; tests wait for it

	mu        sync.Mutex
	listening bool
	all       map[*Subscription]struct{}
	sessions  map[uuid.UUID]int
}

// New makes a hub, which hears nothing until Run.
func New(cfg Config) *Hub {
	cfg.Queue, cfg.PerSession, cfg.Total = cmp.Or(cfg.Queue, 256), cmp.Or(cfg.PerSession, 20), cmp.Or(cfg.Total, 1000)
	cfg.PingEvery, cfg.Log = cmp.Or(cfg.PingEvery, 5*time.Second), cmp.Or(cfg.Log, slog.Default())
	return &Hub{cfg: cfg, all: map[*Subscription]struct{}{}, sessions: map[uuid.UUID]int{}}
}

// Refusal is why there can be no further subscription.
type Refusal string

// Error is the reason.
func (r Refusal) Error() string { return string(r) }

// What Subscribe refuses by.
const (
	ErrDeaf      Refusal = "changes cannot be heard here"
	ErrSession   Refusal = "the session follows too much at once"
	ErrEverybody Refusal = "too much is followed at once"
)

// Subscribe follows the events that match, from now on. An error is a Refusal.
func (h *Hub) Subscribe(f Filter, owner Owner) (*Subscription, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	switch {
	case h.cfg.ListenDSN == "":
		return nil, ErrDeaf
	case h.sessions[owner.Session] >= h.cfg.PerSession:
		return nil, ErrSession
	case len(h.all) >= h.cfg.Total:
		return nil, ErrEverybody
	}
	s := &Subscription{hub: h, filter: f, owner: owner, ready: make(chan struct{}, 1)}
	h.all[s] = struct{}{}
	h.sessions[owner.Session]++
	return s, nil
}

func (h *Hub) remove(s *Subscription) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if _, there := h.all[s]; !there {
		return
	}
	delete(h.all, s)
	if h.sessions[s.owner.Session]--; h.sessions[s.owner.Session] == 0 {
		delete(h.sessions, s.owner.Session)
	}
}

// Open is the number of subscriptions.
func (h *Hub) Open() int {
	h.mu.Lock()
	defer h.mu.Unlock()
	return len(h.all)
}

// Listening tells whether the channel is heard at the moment.
func (h *Hub) Listening() bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.listening
}

// each calls fn for every subscription.
func (h *Hub) each(fn func(*Subscription)) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for s := range h.all {
		fn(s)
	}
}

// take works a notification; one that is not understood, from a newer program
// perhaps, may mean anything.
func (h *Hub) take(channel, payload string) {
	if channel == h.cfg.AccessChannel {
		h.access(payload)
		return
	}
	events, err := unpack(payload)
	if err != nil {
		h.missed()
		return
	}
	h.each(func(s *Subscription) {
		for _, e := range events {
			if s.filter.matches(e) {
				s.put(e)
			}
		}
	})
}

// access hears that somebody's access has changed.
func (h *Hub) access(payload string) {
	_, text, _ := strings.Cut(payload, ":")
	id, err := uuid.Parse(text)
	if err == nil && h.cfg.AccessHeard != nil {
		h.cfg.AccessHeard(id)
	}
	h.each(func(s *Subscription) {
		if o := s.owner; err != nil || id == o.User || id == o.Session || id == o.Reseller {
			s.accessChanged()
		}
	})
}

// missed tells everybody that something may have been missed.
func (h *Hub) missed() {
	h.each(func(s *Subscription) {
		s.accessChanged()
		s.resync()
	})
}

package live

import (
	"slices"
	"sync"

	"github.com/google/uuid"
)

// Filter says which events somebody follows. A zero field stands for all,
// except for Reseller and Type, which must be given.
type Filter struct {
	Reseller, Account, Organization uuid.UUID
	Type                            Type
	ID                              uuid.UUID
}

func (f Filter) matches(e Event) bool {
	all := func(want, got uuid.UUID) bool { return want == uuid.Nil || want == got }
	return f.Reseller == e.Reseller && f.Type == e.Type && all(f.Account, e.Account) &&
		all(f.Organization, e.Organization) && (e.Change == Resync || all(f.ID, e.ID))
}

// Owner is who follows: what is said about one of these ids on the channel of
// access concerns him. Subscriptions are counted by session.
type Owner struct{ Reseller, User, Session uuid.UUID }

// Subscription is a bounded queue of what its owner has not yet taken. One
// who is too slow loses events, never his neighbours, and is told to resync.
type Subscription struct {
	hub    *Hub
	filter Filter
	owner  Owner
	ready  chan struct{} // holds one

	mu      sync.Mutex
	queue   []Event
	recheck bool
}

// Ready is sent to when there may be something to take.
func (s *Subscription) Ready() <-chan struct{} { return s.ready }

// Take empties the queue. It reports whether the owner's access has changed,
// or may have, since the last time; that came before the events.
func (s *Subscription) Take() (events []Event, recheck bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	events, recheck = s.queue, s.recheck
	s.queue, s.recheck = nil, false
	return events, recheck
}

// Close ends the subscription; it can be called again.
func (s *Subscription) Close() { s.hub.remove(s) }

// put queues an event. One that says nothing new is passed over: whoever takes
// it reads the row as it is then.
func (s *Subscription) put(e Event) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if slices.Contains(s.queue, e) {
		return
	}
	if len(s.queue) >= s.hub.cfg.Queue {
		e = Event{Reseller: s.filter.Reseller, Type: s.filter.Type, Change: Resync}
	}
	if e.Change == Resync {
		s.queue = nil // one look at everything shows all of it
	}
	s.queue = append(s.queue, e)
	s.wake()
}

func (s *Subscription) resync() {
	s.put(Event{Reseller: s.filter.Reseller, Type: s.filter.Type, Change: Resync})
}

func (s *Subscription) accessChanged() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.recheck = true
	s.wake()
}

func (s *Subscription) wake() {
	select {
	case s.ready <- struct{}{}:
	default: // it will look anyway
	}
}

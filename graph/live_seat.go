package graph

import (
	"context"

	"tenantry/internal/fault"
)

// seat is what a connection takes up while it is open: of the many places for
// known callers or of the few for those who have yet to introduce themselves,
// so that nobody can keep others out without signing in.
type seat struct {
	streams *Streams
	key     int
	address string
	strange bool
	end     context.CancelCauseFunc
}

// enter takes a place for a known caller. The context ends when the process
// stops; leave must be called at the end of the connection.
func (s *Streams) enter(ctx context.Context) (context.Context, *seat, error) {
	return s.take(ctx, &seat{streams: s})
}

// knock takes a place for a caller who is not known yet; see admit.
func (s *Streams) knock(ctx context.Context, address string) (context.Context, *seat, error) {
	return s.take(ctx, &seat{streams: s, address: address, strange: true})
}

func (s *Streams) take(ctx context.Context, p *seat) (context.Context, *seat, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	full := len(s.ends)-s.waiting >= maxConnections
	if p.strange {
		full = s.waiting >= maxStrange || s.strange[p.address] >= maxStrangeFrom
	}
	if s.stopped || full {
		return nil, nil, noPlace()
	}
	if s.ends == nil {
		s.ends, s.strange = map[int]context.CancelCauseFunc{}, map[string]int{}
	}
	if p.strange {
		s.waiting++
		s.strange[p.address]++
	}
	inside, end := context.WithCancelCause(ctx)
	s.serial++
	p.key, p.end = s.serial, end
	s.ends[p.key] = end
	s.open.Add(1)
	return inside, p, nil
}

func noPlace() error {
	return tooMany("No more streams can be opened at the moment. Try again.", fault.Unavailable)
}

// admit moves a caller who has introduced himself to the places of the known.
func (p *seat) admit() error {
	s := p.streams
	s.mu.Lock()
	defer s.mu.Unlock()
	if !p.strange {
		return nil
	}
	if len(s.ends)-s.waiting >= maxConnections {
		return noPlace()
	}
	p.known()
	return nil
}

// known gives a place among the strangers back.
func (p *seat) known() {
	if !p.strange {
		return
	}
	p.strange = false
	p.streams.waiting--
	if p.streams.strange[p.address]--; p.streams.strange[p.address] == 0 {
		delete(p.streams.strange, p.address)
	}
}

// leave gives the place back.
func (p *seat) leave() {
	p.end(nil)
	p.streams.mu.Lock()
	p.known()
	delete(p.streams.ends, p.key)
	p.streams.mu.Unlock()
	p.streams.open.Done()
}

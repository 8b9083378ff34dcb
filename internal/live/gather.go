package live

import (
	"context"
	"sync"
)

// Gathering holds changes back that are too many to be told one by one, such
// as those of a job over many transactions. It is safe for concurrent use.
type Gathering struct {
	mu     sync.Mutex
	places []Event // each a Resync of one type in one organization
	known  map[Event]bool
}

type gatheringKey struct{}

// Gather makes Publish under the context hand its events to g instead of
// telling them, but for those about jobs: they are how far the work is.
func Gather(ctx context.Context, g *Gathering) context.Context {
	return context.WithValue(ctx, gatheringKey{}, g)
}

// Take answers one Resync for each type and organization in which something
// happened since it was last asked. Whoever takes them publishes them.
func (g *Gathering) Take() []Event {
	g.mu.Lock()
	defer g.mu.Unlock()
	taken := g.places
	g.places, g.known = nil, nil
	return taken
}

// hold keeps events of this context back, and answers those to be told.
func hold(ctx context.Context, events []Event) []Event {
	g, _ := ctx.Value(gatheringKey{}).(*Gathering)
	if g == nil {
		return events
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	var told []Event
	for _, e := range events {
		if e.Type == Job {
			told = append(told, e)
			continue
		}
		if e.ID, e.Change = [16]byte{}, Resync; typeLetter(e.Type) == 0 || g.known[e] {
			continue
		}
		if g.known == nil {
			g.known = map[Event]bool{}
		}
		g.known[e], g.places = true, append(g.places, e)
	}
	return told
}

package session

import (
	"crypto/sha256"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"github.com/google/uuid"
	"github.com/hashicorp/golang-lru/v2/simplelru"

	"tenantry/authz"
)

// known is a session as it was found in the database.
type known struct {
	viewer   *authz.Viewer
	entered  *entered     // who of the reseller's staff is behind it; nil for the user himself
	expires  time.Time    // the session's own end
	until    time.Time    // not to be used from then on
	lastSeen atomic.Int64 // Unix microseconds; the newest this process knows of
}

// ids are those whose change can be one of the session: the last two are zero
// unless staff is behind it.
func (k *known) ids() [5]uuid.UUID {
	ids := [5]uuid.UUID{k.viewer.UserID, k.viewer.SessionID, k.viewer.ResellerID}
	if k.entered != nil {
		ids[3], ids[4] = k.entered.actor.UserID, k.entered.actor.SessionID
	}
	return ids
}

// cache keeps viewers by the hash of their token. Everything that is forgotten
// raises the generation; what was read under an earlier one is not taken in,
// because the forgotten may have been what was read.
type cache struct {
	mu         sync.Mutex
	generation uint64
	entries    *simplelru.LRU[[sha256.Size]byte, *known]
	byID       map[uuid.UUID]map[[sha256.Size]byte]struct{} // user, session and reseller ids
}

func newCache(size int) (*cache, error) {
	c := &cache{byID: map[uuid.UUID]map[[sha256.Size]byte]struct{}{}}
	var err error
	c.entries, err = simplelru.NewLRU(size, c.evicted)
	if err != nil {
		return nil, fmt.Errorf("session: make cache: %w", err)
	}
	return c, nil
}

// evicted is called by the list with the mutex held.
func (c *cache) evicted(key [sha256.Size]byte, k *known) {
	for _, id := range k.ids() {
		delete(c.byID[id], key)
		if len(c.byID[id]) == 0 {
			delete(c.byID, id)
		}
	}
}

// get answers a usable entry, or the generation under which to put one.
func (c *cache) get(key [sha256.Size]byte, now time.Time) (k *known, generation uint64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	k, ok := c.entries.Get(key)
	if ok && now.Before(k.until) {
		return k, c.generation
	}
	if ok {
		c.entries.Remove(key)
	}
	return nil, c.generation
}

// put takes an entry in that was read under a generation.
func (c *cache) put(key [sha256.Size]byte, k *known, generation uint64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if generation != c.generation {
		return
	}
	c.entries.Remove(key) // so that evicted sees each value once
	c.entries.Add(key, k)
	for _, id := range k.ids() {
		if id == uuid.Nil {
			continue
		}
		if c.byID[id] == nil {
			c.byID[id] = map[[sha256.Size]byte]struct{}{}
		}
		c.byID[id][key] = struct{}{}
	}
}

// forget drops every entry that a user, session or reseller id belongs to.
func (c *cache) forget(id uuid.UUID) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.generation++
	keys := c.byID[id]
	for key := range keys {
		c.entries.Remove(key) // shrinks keys, which a range allows
	}
}

// clear drops everything.
func (c *cache) clear() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.generation++
	c.entries.Purge()
}

func (c *cache) len() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.entries.Len()
}

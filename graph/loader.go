package graph

import (
	"context"
	"errors"
	"strings"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"github.com/google/uuid"
)

// loader remembers what one operation has read for the edges of its nodes.
// Nodes read together know each other (Siblings), so the first field to ask
// for an edge reads it for all of them in one statement; nobody waits for a
// timer to collect questions.
type loader struct {
	mu    sync.Mutex
	reads map[readKey]*read
}

// readKey names one read: for which siblings, which edge, in which shape.
type readKey struct {
	first any // pointer to the first sibling
	edge  any // name of the edge, or the *ast.Field of a list with arguments
	shape string
}

type read struct {
	once  sync.Once
	value any
	err   error
}

type loaderKey struct{}

// withLoader gives an operation its loader. Without one, edges are read for
// each node alone.
func withLoader(ctx context.Context) context.Context {
	return context.WithValue(ctx, loaderKey{}, &loader{reads: map[readKey]*read{}})
}

// loaderMiddleware is withLoader as an operation middleware of gqlgen.
func loaderMiddleware(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	return next(withLoader(ctx))
}

// once answers what fetch answers for all siblings of node, asked at most once
// in an operation. The errors of fetch are shared too.
func once[T, V any](
	ctx context.Context, node *T, siblings []*T, edge any, shape string, fetch func([]*T) (V, error),
) (V, error) {
	l, _ := ctx.Value(loaderKey{}).(*loader)
	if l == nil || len(siblings) == 0 {
		siblings = []*T{node}
	}
	if l == nil {
		return fetch(siblings)
	}
	r := l.read(readKey{siblings[0], edge, shape})
	r.once.Do(func() {
		r.err = errors.New("the read of an edge was cut short") // stands when fetch panics
		r.value, r.err = fetch(siblings)
	})
	v, _ := r.value.(V)
	return v, r.err
}

func (l *loader) read(key readKey) *read {
	l.mu.Lock()
	defer l.mu.Unlock()
	r := l.reads[key]
	if r == nil {
		r = &read{}
		l.reads[key] = r
	}
	return r
}

// toOne follows an edge to at most one row: target gives its id, nil for none.
// Targets are read for all siblings at once and become siblings themselves.
func toOne[T, C any](
	ctx context.Context, node *T, siblings []*T, edge string, target func(*T) *uuid.UUID,
	cols []string, fetch func(context.Context, []uuid.UUID, []string) (map[uuid.UUID]*C, error),
) (*C, error) {
	id := target(node)
	if id == nil {
		return nil, nil
	}
	found, err := once(ctx, node, siblings, edge, shapeOf(cols), func(all []*T) (map[uuid.UUID]*C, error) {
		return fetch(ctx, gather(all, target), cols)
	})
	return found[*id], err
}

// toMany follows an edge to several rows, grouped by the id of their owner.
func toMany[T, C any](
	ctx context.Context, node *T, siblings []*T, edge string, key func(*T) uuid.UUID,
	fetch func([]uuid.UUID) (map[uuid.UUID][]C, error),
) ([]C, error) {
	found, err := once(ctx, node, siblings, edge, "", func(all []*T) (map[uuid.UUID][]C, error) {
		return fetch(gather(all, func(n *T) *uuid.UUID { id := key(n); return &id }))
	})
	if err != nil {
		return nil, err
	}
	if list := found[key(node)]; list != nil {
		return list, nil
	}
	return []C{}, nil
}

// gather lists distinct ids, in the order of the nodes.
func gather[T any](nodes []*T, of func(*T) *uuid.UUID) []uuid.UUID {
	seen := make(map[uuid.UUID]bool, len(nodes))
	ids := make([]uuid.UUID, 0, len(nodes))
	for _, n := range nodes {
		if id := of(n); id != nil && !seen[*id] {
			seen[*id] = true
			ids = append(ids, *id)
		}
	}
	return ids
}

// always makes a target of toOne out of a column that always has a value.
func always[T any](of func(*T) uuid.UUID) func(*T) *uuid.UUID {
	return func(n *T) *uuid.UUID { id := of(n); return &id }
}

// shapeOf tells reads of different columns apart.
func shapeOf(cols []string) string { return strings.Join(cols, ",") }

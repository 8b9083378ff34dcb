package connection

import (
	"context"
	"slices"
	"testing"

	"github.com/google/uuid"
	"pgregory.net/rapid"
)

// TestPages checks pages against lists sorted and filtered in Go. Run more
// cases with -rapid.checks=10000.
func TestPages(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	rapid.Check(t, func(t *rapid.T) {
		s := w.draw(t)
		size := rapid.SampledFrom([]int{1, 2, 3, 5, 8, 40}).Draw(t, "size")
		rapid.SampledFrom([]func(){
			func() { s.forward(t, size) },
			func() { s.backward(t, size) },
			func() { s.ranges(t) },
			func() { s.numbered(t) },
			func() { s.nested(t) },
		}).Draw(t, "property")()
	})
}

// forward: the pages after one another are the list.
func (s scene) forward(t *rapid.T, size int) {
	var got []*thing
	args := Args{First: &size}
	for {
		page := s.fetch(t, args)
		got = append(got, page.Nodes...)
		same(t, "forward", s, got, s.wanted[:min(len(got), len(s.wanted))])
		if page.HasPrev != (args.After != nil) || page.HasNext != (len(got) < len(s.wanted)) {
			t.Fatalf("forward at %d of %d: hasNext %t hasPrev %t", len(got), len(s.wanted), page.HasNext, page.HasPrev)
		}
		if !page.HasNext {
			break
		}
		args.After = page.EndCursor()
	}
	same(t, "forward", s, got, s.wanted)
}

// backward: the pages before one another are the list.
func (s scene) backward(t *rapid.T, size int) {
	var got []*thing
	args := Args{Last: &size}
	for {
		page := s.fetch(t, args)
		got = append(slices.Clone(page.Nodes), got...)
		same(t, "backward", s, got, s.wanted[max(0, len(s.wanted)-len(got)):])
		if page.HasNext != (args.Before != nil) || page.HasPrev != (len(got) < len(s.wanted)) {
			t.Fatalf("backward at %d of %d: hasNext %t hasPrev %t", len(got), len(s.wanted), page.HasNext, page.HasPrev)
		}
		if !page.HasPrev {
			break
		}
		args.Before = page.StartCursor()
	}
	same(t, "backward", s, got, s.wanted)
}

// drawArgs draws first or last with any cursors, of rows that need not be in
// the filtered list, and the wanted page by the Relay algorithm.
func (s scene) drawArgs(t *rapid.T, list []*thing) (args Args, want []*thing, hasNext, hasPrev bool) {
	want = slices.Clone(list)
	if rapid.Bool().Draw(t, "after?") {
		at := rapid.SampledFrom(s.rows).Draw(t, "after")
		args.After = s.cursor(at)
		want = slices.DeleteFunc(want, func(r *thing) bool { return s.cmp(r, at) <= 0 })
	}
	if rapid.Bool().Draw(t, "before?") {
		at := rapid.SampledFrom(s.rows).Draw(t, "before")
		args.Before = s.cursor(at)
		want = slices.DeleteFunc(want, func(r *thing) bool { return s.cmp(r, at) >= 0 })
	}
	size := rapid.IntRange(0, 12).Draw(t, "n")
	more := len(want) > size
	if rapid.Bool().Draw(t, "last?") {
		args.Last = &size
		return args, want[max(0, len(want)-size):], args.Before != nil, more
	}
	args.First = &size
	return args, want[:min(size, len(want))], more, args.After != nil
}

// ranges: a page between cursors is a slice of the list.
func (s scene) ranges(t *rapid.T) {
	for range 4 {
		args, want, hasNext, hasPrev := s.drawArgs(t, s.wanted)
		page := s.fetch(t, args)
		same(t, "range", s, page.Nodes, want)
		if page.HasNext != hasNext || page.HasPrev != hasPrev {
			t.Fatalf("range: hasNext %t hasPrev %t, want %t %t", page.HasNext, page.HasPrev, hasNext, hasPrev)
		}
	}
}

// numbered: a page by offset is a slice of the list.
func (s scene) numbered(t *rapid.T) {
	for range 3 {
		size, offset := rapid.IntRange(0, 10).Draw(t, "n"), rapid.IntRange(0, 45).Draw(t, "offset")
		page := s.fetch(t, Args{First: &size, Offset: &offset})
		from, to := min(offset, len(s.wanted)), min(offset+size, len(s.wanted))
		same(t, "offset", s, page.Nodes, s.wanted[from:to])
		if page.HasNext != (offset+size < len(s.wanted)) || page.HasPrev != (offset > 0) {
			t.Fatalf("offset %d+%d of %d: hasNext %t hasPrev %t", offset, size, len(s.wanted), page.HasNext, page.HasPrev)
		}
	}
}

// nested: the pages of many parents are the page of each, and a slice of its
// list.
func (s scene) nested(t *rapid.T) {
	lists := map[uuid.UUID][]*thing{uuid.New(): nil}
	for _, r := range s.rows {
		lists[r.Parent] = nil
	}
	for _, r := range s.wanted {
		lists[r.Parent] = append(lists[r.Parent], r)
	}
	parents := []uuid.UUID{}
	for id := range lists {
		parents = append(parents, id, id) // asked twice, answered once
	}
	args, _, _, _ := s.drawArgs(t, nil)
	req := Request[thing]{Args: args, Where: s.where, Text: s.text, Order: s.order, Want: everyPart, Columns: []string{}}
	before := len(s.drv.statements)
	pages, err := FetchNested(context.Background(), s.query, parents, byParent, req)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(s.drv.statements) - before; n > 2 {
		t.Fatalf("%d statements for nested pages", n)
	}
	if len(pages) != len(lists) {
		t.Fatalf("%d pages for %d parents", len(pages), len(lists))
	}
	for id, list := range lists {
		one := s
		one.wanted = list
		one.query = s.query.Clone().Where(where(among("parent_id", array([]uuid.UUID{id}))))
		want, got := one.fetch(t, args), pages[id]
		same(t, "nested", s, got.Nodes, want.Nodes)
		if got.HasNext != want.HasNext || got.HasPrev != want.HasPrev || got.Total != len(list) {
			t.Fatalf("nested: got %+v, want %+v", got, want)
		}
	}
}

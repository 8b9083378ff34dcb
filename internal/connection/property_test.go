package connection

import (
	"cmp"
	"context"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"pgregory.net/rapid"
)

// world is the pool of lists the properties are checked on: twenty tenants of
// one table, so that a lost tenant scope shows as foreign rows.
type world struct {
	drv     *recorder
	tenants [][]*thing
}

func newWorld(t *testing.T) *world {
	r := rand.New(rand.NewPCG(7, 42))
	w := &world{drv: record(t)}
	pick := func(s ...string) string { return s[r.IntN(len(s))] }
	base := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	id := func() (u uuid.UUID) {
		for i := range u {
			u[i] = byte(r.UintN(256))
		}
		return u
	}
	for tenant := range 20 {
		reseller := id()
		parents := []uuid.UUID{id(), id(), id(), id()}
		keys := []uuid.UUID{id(), id(), id()}
		rows := []*thing{}
		for range tenant * 2 {
			row := &thing{
				ID: id(), Reseller: reseller, Parent: parents[r.IntN(3)], // the fourth stays empty
				Name: pick("", "a", "A", "ab", "é", "日本", "a%b", "a_b", `a\b`),
				Size: r.IntN(4) - 1,
				Made: base.Add(time.Duration(r.IntN(4)) * time.Microsecond),
				Key:  keys[r.IntN(len(keys))],
				On:   r.IntN(2) == 0,
			}
			if r.IntN(3) > 0 {
				row.Nick = ptr(pick("x", "xy", "y", ""))
			}
			if r.IntN(3) > 0 {
				row.Rank = ptr(r.IntN(3) - 1)
			}
			if r.IntN(3) > 0 {
				row.Seen = ptr(base.Add(time.Duration(r.IntN(3)) * time.Microsecond))
			}
			rows = append(rows, row)
		}
		w.tenants = append(w.tenants, rows)
	}
	w.drv.insert(t, slices.Concat(w.tenants...)...)
	return w
}

// scene is one drawn case: a filtered, ordered list and its query.
type scene struct {
	rows   []*thing // all rows of the tenant
	wanted []*thing // the list, computed here and not by PostgreSQL
	order  Order[thing]
	cmp    func(a, b *thing) int
	query  *thingQuery
	where  Filter
	text   Filter // in place of where
	reach  int
	drv    *recorder
}

func (w *world) draw(t *rapid.T) scene {
	s := scene{rows: rapid.SampledFrom(w.tenants[1:]).Draw(t, "tenant"), drv: w.drv}
	var terms []Term[thing]
	for _, i := range rapid.SliceOfNDistinct(rapid.IntRange(0, len(allTerms)-1), 0, 3, rapid.ID).Draw(t, "terms") {
		terms = append(terms, allTerms[i].In(rapid.Bool().Draw(t, "desc")))
	}
	order, err := NewOrder(byID, terms...)
	if err != nil {
		t.Fatal(err)
	}
	s.order = order
	s.cmp = func(a, b *thing) int { return compareThings(terms, a, b) }
	in := drawWhere(t, 1)
	budget := NewBudget("where")
	filter := thingWhere(budget, in)
	if err := budget.Err(); err != nil {
		t.Fatal(err)
	}
	for _, r := range s.rows {
		if in.holds(r) {
			s.wanted = append(s.wanted, r)
		}
	}
	slices.SortFunc(s.wanted, s.cmp)
	s.query = w.drv.query(s.rows[0].Reseller)
	switch rapid.IntRange(0, 2).Draw(t, "where in query, where or text") {
	case 0:
		s.query.Where(filter)
	case 1:
		s.where = filter
	case 2:
		s.text, s.reach = filter, rapid.SampledFrom([]int{1, 2, 7, 30, reach}).Draw(t, "reach")
	}
	w.drv.statements = nil
	return s
}

// compareThings is the oracle of the order: it knows the columns, not Term.
func compareThings(terms []Term[thing], a, b *thing) int {
	desc := false
	for _, t := range terms {
		desc = t.Desc
		var c int
		nulls := 0
		switch t.Column {
		case "id":
			c = cmp.Compare(a.ID.String(), b.ID.String())
		case "name":
			c = cmp.Compare(a.Name, b.Name)
		case "nick":
			c, nulls = compareNil(a.Nick, b.Nick, strings.Compare)
		case "size":
			c = a.Size - b.Size
		case "rank":
			c, nulls = compareNil(a.Rank, b.Rank, cmp.Compare)
		case "seen":
			c, nulls = compareNil(a.Seen, b.Seen, time.Time.Compare)
		case "made":
			c = a.Made.Compare(b.Made)
		case "key":
			c = cmp.Compare(a.Key.String(), b.Key.String())
		case "on":
			switch {
			case a.On && !b.On:
				c = 1
			case b.On && !a.On:
				c = -1
			}
		}
		if desc {
			c = -c
		}
		if c = cmp.Or(nulls, c); c != 0 {
			return c
		}
	}
	c := cmp.Compare(a.ID.String(), b.ID.String())
	if desc {
		c = -c
	}
	return c
}

// compareNil compares two values, or else says which of them is null: last.
func compareNil[V any](a, b *V, compare func(a, b V) int) (values, nulls int) {
	switch {
	case a == nil && b == nil:
		return 0, 0
	case a == nil:
		return 0, 1
	case b == nil:
		return 0, -1
	}
	return compare(*a, *b), 0
}

func (s scene) cursor(t *thing) *string { return ptr(s.order.encode(s.order.values(t))) }

var everyPart = Want{Nodes: true, PageInfo: true, Total: true}

func (s scene) fetch(t *rapid.T, args Args) Page[thing] {
	before := len(s.drv.statements)
	req := Request[thing]{Args: args, Where: s.where, Text: s.text, reach: s.reach, Order: s.order, Want: everyPart, Columns: []string{}}
	page, err := Fetch(context.Background(), s.query, req)
	if err != nil {
		t.Fatal(err)
	}
	most := 2
	if s.text != nil {
		most = 3
	}
	if n := len(s.drv.statements) - before; n > most {
		t.Fatalf("%d statements for one page", n)
	}
	if page.Total != len(s.wanted) {
		t.Fatalf("total %d, want %d", page.Total, len(s.wanted))
	}
	return page
}

func ids(rows []*thing) []string {
	out := []string{}
	for _, r := range rows {
		out = append(out, r.ID.String())
	}
	return out
}

func same(t *rapid.T, what string, s scene, got, want []*thing) {
	if !slices.Equal(ids(got), ids(want)) {
		last := s.drv.statements[len(s.drv.statements)-1]
		t.Fatalf("%s:\n got %v\nwant %v\n%s\n%v", what, ids(got), ids(want), last.query, last.args)
	}
}

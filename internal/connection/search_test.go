package connection

import (
	"context"
	"testing"

	"entgo.io/ent/dialect/sql"
)

// TestSearchPlans shows that a search reads few rows wherever it finds what it
// looks for: an often used word near the place of the page, a rare or unknown
// one by the index of the text.
func TestSearchPlans(t *testing.T) {
	if testing.Short() {
		t.Skip("fills a large table")
	}
	t.Parallel()
	drv, q, _ := big(t)
	for _, stmt := range []string{
		`CREATE EXTENSION IF NOT EXISTS pg_trgm`,
		`UPDATE thing SET name = 'zzz ' || name WHERE size = 5 AND made < '2026-01-01 00:00:00.01+00'`, // all at the end of the list
		`CREATE INDEX thing_search ON thing USING gin (name gin_trgm_ops)`,
		`VACUUM ANALYZE thing`,
	} {
		drv.exec(t, stmt)
	}
	for _, c := range []struct {
		name, word string
		statements int
		found      int
	}{
		{"often", "name", 1, 25},
		{"at the end of the list", "zzz", 2, 25},
		{"unknown", "qqqq", 2, 0},
	} {
		drv.statements = nil
		page, err := Fetch(context.Background(), q, Request[thing]{
			Text:  func(s *sql.Selector) { s.Where(sql.Like(s.C("name"), "%"+c.word+"%")) },
			Order: MustOrder(byID, byName), Want: Want{Nodes: true, PageInfo: true},
		})
		if err != nil {
			t.Fatal(err)
		}
		if len(page.Nodes) != c.found || len(drv.statements) != c.statements {
			t.Errorf("%s: %d rows in %d statements, want %d in %d", c.name, len(page.Nodes), len(drv.statements), c.found, c.statements)
		}
		for _, mode := range []string{"force_custom_plan", "force_generic_plan"} {
			plan := explain(t, drv, mode)
			read := 0.0
			plan.walk(func(n node) {
				if len(n.Children) == 0 {
					read += (n.Rows + n.Removed) * n.Loops
				}
			})
			if read > reach {
				t.Errorf("%s, %s: %v rows read\n%v", c.name, mode, read, plan)
			} else if testing.Verbose() {
				t.Logf("%s, %s\n%v", c.name, mode, plan)
			}
		}
	}
}

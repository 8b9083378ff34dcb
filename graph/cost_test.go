package graph

import (
	"encoding/json"
	"strings"
	"testing"

	"tenantry/internal/connection"
	"tenantry/internal/cost"
)

func TestCost(t *testing.T) {
	t.Parallel()
	h := edge{who: staff("reseller_admin"), cfg: ServerConfig{Introspection: everybody}}.handler(t)
	for _, c := range []struct {
		query string
		vars  string
		want  int
	}{
		{`{ __typename }`, ``, 0},
		{`{ viewer { id } }`, ``, 1},
		{`{ users { nodes { id email } } }`, ``, 26},
		{`{ users { totalCount } }`, ``, 1},
		{`{ users(first: 10) { edges { cursor node { id organization { id } } } pageInfo { hasNextPage } } }`, ``, 22},
		{`{ users(last: 10) { edges { cursor } } }`, ``, 1},
		{`query ($n: Int = 7) { users(first: $n) { nodes { id } } }`, ``, 8},
		{`query ($n: Int = 7) { users(first: $n) { nodes { id } } }`, `{"n": 3}`, 4},
		{`{ organizations(first: 10) { nodes { users(first: 5) { nodes { id } } } } }`, ``, 71},
		{`{ users(first: 10) { nodes { roles { name } } } }`, ``, 61},
		{`{ users(first: 10) { nodes { ...F ...F } } } fragment F on User { organization { id } }`, ``, 31},
		{`query ($on: Boolean!) { users(first: 10) { nodes { id @include(if: $on) } } userStats @include(if: $on) { total } }`, `{"on": false}`, 11},
		{`query ($on: Boolean!) { userStats @skip(if: $on) { total } }`, `{"on": false}`, 5},
		{`{ nodes(ids: ["a", "b"]) { id } }`, ``, 12},
		{`query ($ids: [ID!]!) { nodes(ids: $ids) { id } }`, `{"ids": ["a", "b", "c"]}`, 13},
		{`{ __schema { queryType { name } } }`, ``, 100},
	} {
		var vars map[string]any
		if c.vars != "" {
			if err := json.Unmarshal([]byte(c.vars), &vars); err != nil {
				t.Fatal(err)
			}
		}
		got := ask(t, h, c.query, vars)
		extensions, _ := got.body["extensions"].(map[string]any)
		cost, _ := extensions["cost"].(map[string]any)
		if cost["requested"] != float64(c.want) || cost["limit"] != float64(10_000) {
			t.Errorf("%s %s: %v, want %d: %.200s", c.query, c.vars, cost, c.want, got.Body)
		}
	}
}

func TestTooCostly(t *testing.T) {
	t.Parallel()
	h := edge{who: staff("reseller_admin"), cfg: ServerConfig{Limits: Limits{Cost: 50}}}.handler(t)
	got := ask(t, h, `{ users(first: 100) { nodes { id } } }`, nil)
	if got.Code != 422 || got.hasData() || !strings.Contains(got.Body.String(), `"extensions":{"code":"COMPLEXITY_LIMIT_EXCEEDED","cost":101,"limit":50}`) {
		t.Errorf("%d %s", got.Code, got.Body)
	}
}

// What is counted for a page is what a page holds. The room of costs imports
// nothing, so the two are held together here.
func TestCostsKnowThePages(t *testing.T) {
	t.Parallel()
	if cost.DefaultPage != connection.DefaultSize || cost.LargestPage != connection.MaxSize {
		t.Errorf("costs suppose %d and %d rows, pages hold %d and %d", cost.DefaultPage, cost.LargestPage, connection.DefaultSize, connection.MaxSize)
	}
}

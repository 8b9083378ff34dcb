package cost_test

import (
	"encoding/json"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"tenantry/internal/cost"
)

const sdl = `
directive @cost(weight: Int!) on FIELD_DEFINITION
type Query {
  me: User
  nodes(ids: [ID!]!): [User]!
  users(first: Int, last: Int): UserConnection
  numbers: Numbers @cost(weight: 5)
}
type Numbers { total: Int @cost(weight: 2) }
type User { id: ID! name: String roles: [Role!]! friends(first: Int): UserConnection }
type Role { id: ID! }
type UserConnection { nodes: [User!]! edges: [UserEdge!]! totalCount: Int }
type UserEdge { cursor: String node: User! }
`

func TestOf(t *testing.T) {
	t.Parallel()
	schema := gqlparser.MustLoadSchema(&ast.Source{Input: sdl})
	for _, c := range []struct {
		text      string
		variables map[string]any
		want      int
	}{
		{`{ __typename }`, nil, 0},
		{`{ me { id name } }`, nil, 1},
		{`{ me { roles { id } } }`, nil, 1 + 5},
		{`{ users { nodes { id } } }`, nil, 1 + 25},
		{`{ users(first: 0) { nodes { id } } }`, nil, 1 + 1},
		{`{ users(first: 1000) { edges { cursor node { id } } } }`, nil, 1 + 100},
		{`query ($n: Int) { users(last: $n) { nodes { id } totalCount } }`, map[string]any{"n": int64(7)}, 1 + 7},
		{`query ($n: Int) { users(last: $n) { nodes { id } } }`, map[string]any{"n": json.Number("8")}, 1 + 8},
		{`{ users(first: 10) { nodes { friends(first: 10) { nodes { id } } } } }`, nil, 1 + 10*(1+1+10)},
		{`{ numbers { total } }`, nil, 5 + 2},
		{`{ nodes(ids: ["a", "b"]) { id } }`, nil, 2},
		{`query ($ids: [ID!]!) { nodes(ids: $ids) { id } }`, map[string]any{"ids": []any{"a", "b", "c"}}, 3},
		{`query ($on: Boolean!) { me @include(if: $on) { id } numbers @skip(if: $on) { total } }`, map[string]any{"on": true}, 1},
		{`query ($on: Boolean!) { me @include(if: $on) { id } numbers @skip(if: $on) { total } }`, map[string]any{"on": false}, 7},
		{`{ ...F ...F } fragment F on Query { me { ... on User { roles { id } } } }`, nil, 2 * (1 + 5)},
		{`{ __schema { queryType { name } } }`, nil, 100},
	} {
		document, errs := gqlparser.LoadQueryWithRules(schema, c.text, rules.NewDefaultRules())
		if len(errs) > 0 {
			t.Fatalf("%s: %v", c.text, errs)
		}
		if got := cost.Of(document.Operations[0], c.variables); got != c.want {
			t.Errorf("%s %v: %d, want %d", c.text, c.variables, got, c.want)
		}
	}
}

// Deep lists of lists must not make a small number by running over.
func TestOfStopsAtACeiling(t *testing.T) {
	t.Parallel()
	schema := gqlparser.MustLoadSchema(&ast.Source{Input: sdl})
	text := `id`
	for range 8 {
		text = `friends(first: 100) { nodes { ` + text + ` } }`
	}
	document, errs := gqlparser.LoadQueryWithRules(schema, `{ me { `+text+` } }`, rules.NewDefaultRules())
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	if got := cost.Of(document.Operations[0], nil); got < 1_000_000_000 {
		t.Errorf("%d", got)
	}
}

package connection

import (
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator/rules"
)

const schema = `
type Query { users: UserConnection }
interface Node { id: ID! }
type User implements Node { id: ID! name: String email: String org: Org }
type Org { id: ID! }
type UserConnection { edges: [UserEdge!]! nodes: [User!]! pageInfo: PageInfo! totalCount: Int! }
type UserEdge { cursor: String! node: User! }
type PageInfo { hasNextPage: Boolean! }`

func TestSelection(t *testing.T) {
	t.Parallel()
	parsed := gqlparser.MustLoadSchema(&ast.Source{Input: schema})
	columns := map[string][]string{"id": {}, "name": {"name"}, "org": {"organization_id"}}
	for _, c := range []struct {
		query string
		want  Selection
		cols  []string
	}{
		{`{ users { totalCount } }`, Selection{Total: true}, []string{}},
		{`{ users { n: totalCount i: pageInfo { hasNextPage } } }`, Selection{Total: true, PageInfo: true}, []string{}},
		{`{ users { nodes { id a: name b: name __typename } } }`, Selection{Nodes: true, Fields: []string{"__typename", "id", "name"}}, []string{"name"}},
		{`{ users { e: edges { c: cursor n: node { org { id } } } nodes { name } } }`,
			Selection{Edges: true, Nodes: true, Cursor: true, Fields: []string{"name", "org"}}, []string{"name", "organization_id"}},
		{`query($x: Boolean = true) { users { ...c ... @include(if: false) { totalCount } } }
			fragment c on UserConnection { edges { node { ...n ... on User { email @skip(if: $x) } } } }
			fragment n on Node { id }`, Selection{Edges: true, Fields: []string{"id"}}, []string{}},
		{`{ users { nodes { email name } } }`, Selection{Nodes: true, Fields: []string{"email", "name"}}, nil},
	} {
		doc, err := gqlparser.LoadQueryWithRules(parsed, c.query, rules.NewDefaultRules())
		if err != nil {
			t.Fatal(err)
		}
		op := &graphql.OperationContext{Doc: doc, Operation: doc.Operations[0], Variables: map[string]any{"x": true}}
		ctx := graphql.WithOperationContext(t.Context(), op)
		field := graphql.CollectFields(op, doc.Operations[0].SelectionSet, nil)[0]
		ctx = graphql.WithFieldContext(ctx, &graphql.FieldContext{Field: field})
		got := Select(ctx)
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s\n%s", c.query, d)
		}
		if d := cmp.Diff(c.cols, got.Columns(columns)); d != "" {
			t.Errorf("%s\n%s", c.query, d)
		}
		if got.Want() != (Want{Nodes: c.want.Edges || c.want.Nodes, PageInfo: c.want.PageInfo, Total: c.want.Total}) {
			t.Errorf("%s: %+v", c.query, got.Want())
		}
	}
}

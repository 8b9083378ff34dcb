package connection

import (
	"context"
	"slices"

	"github.com/99designs/gqlgen/graphql"
)

// Selection is what a client reads of a connection field.
type Selection struct {
	Edges, Nodes, PageInfo, Total bool
	Cursor                        bool     // edges { cursor }
	Fields                        []string // names of the node's fields, sorted
}

// Select reads the selection of the connection field being resolved in ctx,
// through fragments, aliases, @skip and @include.
func Select(ctx context.Context) Selection {
	return SelectOf(graphql.GetOperationContext(ctx), graphql.GetFieldContext(ctx).Field)
}

// SelectOf is Select for a connection field that was collected already.
func SelectOf(op *graphql.OperationContext, field graphql.CollectedField) Selection {
	var sel Selection
	each := func(f graphql.CollectedField, do func(graphql.CollectedField)) {
		for _, c := range graphql.CollectFields(op, f.Selections, nil) {
			do(c)
		}
	}
	node := func(f graphql.CollectedField) { sel.Fields = append(sel.Fields, f.Name) }
	each(field, func(f graphql.CollectedField) {
		switch f.Name {
		case "edges":
			sel.Edges = true
			each(f, func(e graphql.CollectedField) {
				switch e.Name {
				case "cursor":
					sel.Cursor = true
				case "node":
					each(e, node)
				}
			})
		case "nodes":
			sel.Nodes = true
			each(f, node)
		case "pageInfo":
			sel.PageInfo = true
		case "totalCount":
			sel.Total = true
		}
	})
	slices.Sort(sel.Fields)
	sel.Fields = slices.Compact(sel.Fields)
	return sel
}

// Want is the part of a Request the selection decides.
func (s Selection) Want() Want {
	return Want{Nodes: s.Edges || s.Nodes, PageInfo: s.PageInfo, Total: s.Total}
}

// Columns are the columns that serve the selected fields. A field the map
// does not know needs them all, which nil says; one that needs none maps to
// an empty list.
func (s Selection) Columns(byField map[string][]string) []string {
	cols := []string{}
	for _, f := range s.Fields {
		need, known := byField[f]
		switch {
		case f == "__typename":
		case !known:
			return nil
		}
		cols = append(cols, need...)
	}
	slices.Sort(cols)
	return slices.Compact(cols)
}

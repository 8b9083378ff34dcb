// Package cost answers how much an operation asks for, before it runs. The
// server refuses by it, and the contract tells it.
package cost

import (
	"encoding/json"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// What is supposed of lists.
const (
	DefaultPage       = 25  // rows of a connection when nothing is said
	LargestPage       = 100 // more is refused by the connection itself
	shortList         = 5   // supposed length of a list that is not paged
	introspectionCost = 100
	ceiling           = 1 << 30 // sums stop here
)

// Of is what an operation costs: one point for each object it can return, a
// page for as many rows as it may have, and the points a field names in @cost.
// Plain values are free.
func Of(op *ast.OperationDefinition, variables map[string]any) int {
	return costing{variables}.selection(op.SelectionSet, 0)
}

type costing struct {
	variables map[string]any // as the executor has them, defaults filled in
}

// selection is the cost of fields on one object; page is the number of rows
// when that object is a connection, else 0.
func (c costing) selection(set ast.SelectionSet, page int) int {
	total := 0
	for _, selection := range set {
		switch s := selection.(type) {
		case *ast.Field:
			if c.included(s.Directives) {
				total += c.field(s, page)
			}
		case *ast.InlineFragment:
			if c.included(s.Directives) {
				total += c.selection(s.SelectionSet, page)
			}
		case *ast.FragmentSpread:
			if c.included(s.Directives) {
				total += c.selection(s.Definition.SelectionSet, page)
			}
		}
		total = min(total, ceiling)
	}
	return total
}

func (c costing) field(f *ast.Field, page int) int {
	if strings.HasPrefix(f.Name, "__") || f.Definition == nil {
		if len(f.SelectionSet) > 0 {
			return introspectionCost
		}
		return 0
	}
	weight := weightOf(f.Definition)
	if len(f.SelectionSet) == 0 {
		return max(weight, 0)
	}
	switch {
	case page > 0 && f.Name == "edges":
		return times(page, c.selection(f.SelectionSet, 0))
	case page > 0 && f.Name == "nodes":
		return times(page, 1+c.selection(f.SelectionSet, 0))
	case f.Definition.Type.Elem != nil:
		return max(weight, 0) + times(c.length(f), 1+c.selection(f.SelectionSet, 0))
	case strings.HasSuffix(f.Definition.Type.NamedType, "Connection"):
		page = c.page(f)
	default:
		page = 0
	}
	if weight < 0 {
		weight = 1
	}
	return weight + c.selection(f.SelectionSet, page)
}

// weightOf is the points of @cost, -1 without one.
func weightOf(def *ast.FieldDefinition) int {
	if d := def.Directives.ForName("cost"); d != nil {
		if n, ok := integer(d.Arguments.ForName("weight"), nil); ok {
			return n
		}
	}
	return -1
}

// page is the number of rows a connection may answer.
func (c costing) page(f *ast.Field) int {
	for _, name := range [...]string{"first", "last"} {
		if n, ok := integer(f.Arguments.ForName(name), c.variables); ok {
			return min(max(n, 1), LargestPage)
		}
	}
	return DefaultPage
}

// length is the number of ids a list is asked for, else a guess.
func (c costing) length(f *ast.Field) int {
	arg := f.Arguments.ForName("ids")
	if arg == nil {
		return shortList
	}
	if arg.Value.Kind != ast.Variable {
		return max(len(arg.Value.Children), 1)
	}
	list, _ := c.variables[arg.Value.Raw].([]any)
	return max(len(list), 1)
}

// included follows @skip and @include, whose values are known by now.
func (c costing) included(directives ast.DirectiveList) bool {
	for _, d := range directives {
		if d.Name != "skip" && d.Name != "include" {
			continue
		}
		arg := d.Arguments.ForName("if")
		if arg == nil {
			continue
		}
		on := arg.Value.Raw == "true"
		if arg.Value.Kind == ast.Variable {
			on, _ = c.variables[arg.Value.Raw].(bool)
		}
		if on == (d.Name == "skip") {
			return false
		}
	}
	return true
}

// integer reads an argument that is a number or a variable that holds one.
func integer(arg *ast.Argument, variables map[string]any) (int, bool) {
	if arg == nil {
		return 0, false
	}
	value := any(json.Number(arg.Value.Raw))
	if arg.Value.Kind == ast.Variable {
		value = variables[arg.Value.Raw]
	}
	switch n := value.(type) {
	case int64:
		return int(n), true
	case json.Number:
		i, err := n.Int64()
		return int(i), err == nil
	}
	return 0, false
}

// times multiplies without running over.
func times(n, cost int) int {
	if cost > 0 && n > ceiling/cost {
		return ceiling
	}
	return n * cost
}

package contract

import (
	"maps"
	"slices"

	"github.com/vektah/gqlparser/v2/ast"

	"tenantry/internal/cost"
)

// Guards says what a caller needs for one operation, and what it costs.
type Guards struct {
	Kind       string  `json:"kind"`       // query, mutation or subscription
	Public     bool    `json:"public"`     // answers callers who are not signed in
	StepUp     bool    `json:"stepUp"`     // wants a proof of identity of the last ten minutes
	Cost       int     `json:"cost"`       // points, with a page of the usual size; those of an event for a subscription
	CostPerRow int     `json:"costPerRow"` // points that each row more or less of $first or $last makes
	Guards     []Guard `json:"guards"`     // none: any signed-in caller
}

// Guard is one guarded field of an operation. Any one of the permissions
// opens it; without, ERROR answers FORBIDDEN and NULL leaves it empty.
type Guard struct {
	Field  string   `json:"field"`
	AnyOf  []string `json:"anyOf"`
	OnDeny string   `json:"onDeny"`
}

// GuardsOf reads the directives of every field an operation selects.
func GuardsOf(operation Operation) Guards {
	guards := map[string]Guard{}
	public, stepUp := true, false
	for _, selection := range operation.node.SelectionSet {
		if field, ok := selection.(*ast.Field); ok {
			public = public && field.Definition.Directives.ForName("public") != nil
		}
	}
	walk(operation.node.SelectionSet, map[string]bool{}, func(field *ast.Field) {
		stepUp = stepUp || field.Definition.Directives.ForName("stepUp") != nil
		directive := field.Definition.Directives.ForName("hasPermission")
		if directive == nil {
			return
		}
		guard := Guard{Field: field.ObjectDefinition.Name + "." + field.Name, OnDeny: "ERROR"}
		for _, value := range directive.Arguments.ForName("anyOf").Value.Children {
			guard.AnyOf = append(guard.AnyOf, value.Value.Raw)
		}
		if argument := directive.Arguments.ForName("onDeny"); argument != nil {
			guard.OnDeny = argument.Value.Raw
		}
		guards[guard.Field] = guard
	})
	found := Guards{Kind: string(operation.node.Operation), Public: public, StepUp: stepUp, Guards: []Guard{}}
	found.Cost, found.CostPerRow = costOf(operation)
	for _, field := range slices.Sorted(maps.Keys(guards)) {
		found.Guards = append(found.Guards, guards[field])
	}
	return found
}

// costOf is what an operation costs without a page size, and what a row adds,
// with every part that a switch of the caller's can bring.
func costOf(operation Operation) (whole, row int) {
	variables, sizes := map[string]any{}, map[string]bool{}
	for _, variable := range operation.node.VariableDefinitions {
		if variable.Type.Name() == "Boolean" {
			variables[variable.Variable] = true
		}
	}
	walk(operation.node.SelectionSet, map[string]bool{}, func(field *ast.Field) {
		for _, name := range []string{"first", "last"} {
			if argument := field.Arguments.ForName(name); argument != nil && argument.Value.Kind == ast.Variable {
				sizes[argument.Value.Raw] = true
			}
		}
	})
	of := func(rows int64) int {
		for name := range sizes {
			variables[name] = rows
		}
		return cost.Of(operation.node, variables)
	}
	return of(cost.DefaultPage), of(2) - of(1)
}

// walk visits every field of a selection once for each fragment.
func walk(selections ast.SelectionSet, seen map[string]bool, visit func(*ast.Field)) {
	for _, selection := range selections {
		switch s := selection.(type) {
		case *ast.Field:
			if s.Definition != nil && s.ObjectDefinition != nil {
				visit(s)
			}
			walk(s.SelectionSet, seen, visit)
		case *ast.InlineFragment:
			walk(s.SelectionSet, seen, visit)
		case *ast.FragmentSpread:
			if !seen[s.Name] {
				seen[s.Name] = true
				walk(s.Definition.SelectionSet, seen, visit)
			}
		}
	}
}

package contract

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/formatter"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator"
	"github.com/vektah/gqlparser/v2/validator/rules"
)

// Operation is one document a client sends: a named operation with the
// fragments it uses, and nothing else.
type Operation struct {
	Name string
	Text string // as stored in documents.json
	node *ast.OperationDefinition
}

// ReadOperations takes the files of operations/, each holding one operation or
// one fragment of the same name, and makes complete, valid documents of them
// in the order of their names.
func ReadOperations(schema *ast.Schema, files []*ast.Source) ([]Operation, error) {
	all := &ast.QueryDocument{}
	for _, file := range files {
		document, err := parser.ParseQuery(file)
		if err != nil {
			return nil, fmt.Errorf("contract: %s: %w", file.Name, err)
		}
		names := definedIn(document)
		want := strings.TrimSuffix(path.Base(file.Name), ".graphql")
		if len(names) != 1 || names[0] != want {
			return nil, fmt.Errorf("contract: %s: want one definition named %s, found %v", file.Name, want, names)
		}
		all.Operations = append(all.Operations, document.Operations...)
		all.Fragments = append(all.Fragments, document.Fragments...)
	}
	if errs := validator.ValidateWithRules(schema, all, rules.NewDefaultRules()); len(errs) > 0 {
		return nil, fmt.Errorf("contract: operations: %w", errs)
	}
	byName(all.Operations, func(o *ast.OperationDefinition) string { return o.Name })
	var found []Operation
	for _, node := range all.Operations {
		used := map[string]*ast.FragmentDefinition{}
		collect(node.SelectionSet, used)
		document := &ast.QueryDocument{Operations: ast.OperationList{node}}
		for _, name := range slices.Sorted(maps.Keys(used)) {
			document.Fragments = append(document.Fragments, used[name])
		}
		found = append(found, Operation{Name: node.Name, Text: printed(document), node: node})
	}
	return found, nil
}

func definedIn(document *ast.QueryDocument) []string {
	var names []string
	for _, operation := range document.Operations {
		names = append(names, operation.Name)
	}
	for _, fragment := range document.Fragments {
		names = append(names, fragment.Name)
	}
	return names
}

// collect finds the fragments a selection reaches, directly or not.
func collect(selections ast.SelectionSet, used map[string]*ast.FragmentDefinition) {
	for _, selection := range selections {
		switch s := selection.(type) {
		case *ast.Field:
			collect(s.SelectionSet, used)
		case *ast.InlineFragment:
			collect(s.SelectionSet, used)
		case *ast.FragmentSpread:
			if _, seen := used[s.Name]; !seen {
				used[s.Name] = s.Definition
				collect(s.Definition.SelectionSet, used)
			}
		}
	}
}

// printed writes a document as it is stored and hashed: with __typename in every
// selection but the root's, which normalising caches need.
func printed(document *ast.QueryDocument) string {
	printed := &ast.QueryDocument{}
	for _, operation := range document.Operations {
		whole := *operation
		whole.SelectionSet = within(operation.SelectionSet)
		printed.Operations = append(printed.Operations, &whole)
	}
	for _, fragment := range document.Fragments {
		whole := *fragment
		whole.SelectionSet = typed(fragment.SelectionSet)
		printed.Fragments = append(printed.Fragments, &whole)
	}
	var out strings.Builder
	formatter.NewFormatter(&out, formatter.WithIndent("  ")).FormatQueryDocument(printed)
	return out.String()
}

// typed adds __typename to a selection set and all below it.
func typed(selections ast.SelectionSet) ast.SelectionSet {
	if len(selections) == 0 {
		return nil
	}
	named := slices.ContainsFunc(selections, func(s ast.Selection) bool {
		field, ok := s.(*ast.Field)
		return ok && field.Alias == "__typename"
	})
	if named {
		return within(selections)
	}
	return append(ast.SelectionSet{&ast.Field{Name: "__typename", Alias: "__typename"}}, within(selections)...)
}

// within copies a selection set, adding __typename below its own level.
func within(selections ast.SelectionSet) ast.SelectionSet {
	var out ast.SelectionSet
	for _, selection := range selections {
		switch s := selection.(type) {
		case *ast.Field:
			whole := *s
			whole.SelectionSet = typed(s.SelectionSet)
			out = append(out, &whole)
		case *ast.InlineFragment:
			whole := *s
			whole.SelectionSet = typed(s.SelectionSet)
			out = append(out, &whole)
		default:
			out = append(out, selection)
		}
	}
	return out
}

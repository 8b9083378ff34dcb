// Package contract answers what a client may rely on: the printed schema, the
// operations the product's own clients send, the permissions those need and
// the codes they can meet. The files beside this one are made from the SDL in
// graph/ and from operations/*.graphql; "go test ./frontend-contract -update"
// writes them anew.
package contract

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/formatter"
)

// PrintSchema merges SDL sources and prints them in one canonical form:
// everything in the order of its name, so that moving a line is no change,
// and without what every GraphQL server has built in.
func PrintSchema(sources ...*ast.Source) (string, error) {
	schema, err := gqlparser.LoadSchema(sources...)
	if err != nil {
		return "", fmt.Errorf("contract: merge the schema: %w", err)
	}
	for _, definition := range schema.Types {
		if definition.BuiltIn {
			continue
		}
		byName(definition.Fields, func(f *ast.FieldDefinition) string { return f.Name })
		for _, field := range definition.Fields {
			byName(field.Arguments, func(a *ast.ArgumentDefinition) string { return a.Name })
		}
		byName(definition.EnumValues, func(v *ast.EnumValueDefinition) string { return v.Name })
		slices.Sort(definition.Interfaces)
		slices.Sort(definition.Types)
	}
	for _, directive := range schema.Directives {
		byName(directive.Arguments, func(a *ast.ArgumentDefinition) string { return a.Name })
	}
	var out strings.Builder
	formatter.NewFormatter(&out, formatter.WithIndent("  ")).FormatSchema(schema)
	return spaced(out.String()), nil
}

// spaced puts an empty line before each described definition.
func spaced(text string) string {
	var out strings.Builder
	inside := false
	for line := range strings.Lines(text) {
		if line == "\"\"\"\n" {
			if inside = !inside; inside && out.Len() > 0 {
				out.WriteByte('\n')
			}
		}
		out.WriteString(line)
	}
	return out.String()
}

func byName[T any](list []T, name func(T) string) {
	slices.SortFunc(list, func(a, b T) int { return cmp.Compare(name(a), name(b)) })
}

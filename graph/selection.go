package graph

import (
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"tenantry/graph/generated"
)

// SelectionChecker makes the check of documents that say which fields of an
// event a webhook endpoint is sent: what the API would run as one query, within
// the same bounds, without introspection. The check answers what is wrong, empty
// for nothing.
func SelectionChecker(limits Limits) func(text string) (wrong string) {
	documents := documents{schema: generated.NewExecutableSchema(generated.Config{}).Schema(), limits: limits.withDefaults()}
	return func(text string) string {
		doc, refused := documents.parse(text, true) // whoever sets a selection is signed in
		switch {
		case refused != nil && len(refused.errors) > 0:
			return strings.TrimSuffix(refused.errors[0].Message, ".") + "."
		case refused != nil:
			return "The document cannot be used."
		case len(doc.ast.Operations) != 1 || doc.ast.Operations[0].Operation != ast.Query:
			return "The document must hold one query and nothing else to run."
		case doc.introspects:
			return "The document must not ask about the schema."
		}
		return ""
	}
}

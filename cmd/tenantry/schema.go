package main

import (
	"bytes"
	"io"

	"github.com/spf13/cobra"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/formatter"

	contract "tenantry/frontend-contract"
	"tenantry/graph/generated"
)

func schemaCommand(env environment) *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "Print the GraphQL schema as SDL",
		Args:  cobra.NoArgs,
		RunE:  func(*cobra.Command, []string) error { return writeSchema(env.stdout) },
	}
}

// writeSchema prints the schema this program executes, in the form of
// frontend-contract/schema.graphql.
func writeSchema(w io.Writer) error {
	var merged bytes.Buffer
	formatter.NewFormatter(&merged).FormatSchema(generated.NewExecutableSchema(generated.Config{}).Schema())
	sdl, err := contract.PrintSchema(&ast.Source{Name: "schema", Input: merged.String()})
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, sdl)
	return err
}

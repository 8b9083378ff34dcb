package contract_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator"
	"github.com/vektah/gqlparser/v2/validator/rules"

	contract "tenantry/frontend-contract"
	"tenantry/internal/cost"
)

var update = flag.Bool("update", false, "write the contract's files anew")

func sources(t *testing.T, pattern string) []*ast.Source {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil || len(names) == 0 {
		t.Fatalf("%s: no files (%v)", pattern, err)
	}
	var found []*ast.Source
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		found = append(found, &ast.Source{Name: name, Input: string(text)})
	}
	return found
}

func load(t *testing.T) (*ast.Schema, []contract.Operation) {
	t.Helper()
	schema, err := gqlparser.LoadSchema(sources(t, "../graph/*.graphqls")...)
	if err != nil {
		t.Fatal(err)
	}
	operations, err := contract.ReadOperations(schema, sources(t, "operations/*.graphql"))
	if err != nil {
		t.Fatal(err)
	}
	return schema, operations
}

// trusted is what the server runs by its hash: our operations and the documents
// of the example whose compiler writes its own.
func trusted(t *testing.T) []contract.Operation {
	t.Helper()
	schema, operations := load(t)
	data, err := os.ReadFile("examples/relay/persisted.json")
	if err != nil {
		t.Fatal(err)
	}
	persisted, err := contract.ReadPersisted(schema, data)
	if err != nil {
		t.Fatal(err)
	}
	return slices.Concat(operations, persisted)
}

// golden compares a file with what it should hold, or writes it.
func golden(t *testing.T, name string, want []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, want, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	got, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s is stale; run go test ./frontend-contract -update (-want +file)\n%s", name, diff)
	}
}

func asJSON(t *testing.T, value any) []byte {
	t.Helper()
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(value); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestSchemaIsPrinted(t *testing.T) {
	t.Parallel()
	printed, err := contract.PrintSchema(sources(t, "../graph/*.graphqls")...)
	if err != nil {
		t.Fatal(err)
	}
	again, err := contract.PrintSchema(&ast.Source{Name: "schema.graphql", Input: printed})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(printed, again); diff != "" {
		t.Errorf("printing twice is not stable\n%s", diff)
	}
	golden(t, "schema.graphql", []byte(printed))
}

func TestManifestHoldsEveryOperation(t *testing.T) {
	t.Parallel()
	operations := trusted(t)
	manifest, named := map[string]string{}, map[string]bool{}
	for _, operation := range operations {
		manifest[contract.Hash(operation.Text)] = operation.Text
		named[operation.Name] = true
	}
	if len(manifest) != len(operations) || len(named) != len(operations) {
		t.Errorf("%d operations make %d documents of %d names", len(operations), len(manifest), len(named))
	}
	golden(t, "documents.json", asJSON(t, manifest))
}

func TestStoredTextsAreValidAndHashed(t *testing.T) {
	t.Parallel()
	if *update {
		t.Skip("the embedded manifest is the one of before")
	}
	schema, operations := load(t)
	manifest, err := contract.LoadManifest()
	if err != nil {
		t.Fatal(err)
	}
	if len(manifest) == 0 || len(operations) == 0 {
		t.Fatal("the manifest is empty")
	}
	for hash, text := range manifest {
		document, errs := gqlparser.LoadQueryWithRules(schema, text, rules.NewDefaultRules())
		if len(errs) > 0 {
			t.Errorf("%s: %v", hash, errs)
			continue
		}
		if len(document.Operations) != 1 {
			t.Errorf("%s: %d operations in one document", hash, len(document.Operations))
		}
	}
}

func TestManifestRefusesAForgedText(t *testing.T) {
	t.Parallel()
	hash := contract.Hash("{ viewer { id } }")
	if _, err := contract.ParseManifest([]byte(`{"` + hash + `": "{ viewer { permissions } }"}`)); err == nil {
		t.Error("a text under the hash of another was accepted")
	}
}

func TestPermissionsFollowTheDirectives(t *testing.T) {
	t.Parallel()
	permissions := map[string]contract.Guards{}
	for _, operation := range trusted(t) {
		permissions[operation.Name] = contract.GuardsOf(operation)
	}
	golden(t, "permissions.json", asJSON(t, permissions))
}

// A field that no operation sends is a field no client of ours can use.
func TestEveryEntryHasAnOperation(t *testing.T) {
	t.Parallel()
	schema, operations := load(t)
	// Reads by id alone are for caches; each type has an operation of its own.
	sent := map[string]bool{"Query.node": true, "Query.nodes": true, "Query.invitation": true}
	for _, operation := range operations {
		document, errs := gqlparser.LoadQueryWithRules(schema, operation.Text, rules.NewDefaultRules())
		if len(errs) > 0 {
			t.Fatal(errs)
		}
		for _, selection := range document.Operations[0].SelectionSet {
			if field, ok := selection.(*ast.Field); ok {
				sent[field.ObjectDefinition.Name+"."+field.Name] = true
			}
		}
	}
	for _, root := range []*ast.Definition{schema.Query, schema.Mutation, schema.Subscription} {
		for _, field := range root.Fields {
			if name := root.Name + "." + field.Name; !sent[name] && !strings.HasPrefix(field.Name, "__") {
				t.Errorf("no operation sends %s", name)
			}
		}
	}
}

// What the server would refuse for its cost has no place in the contract: the
// largest page of each operation fits into the limit.
func TestEveryOperationIsWithinTheLimit(t *testing.T) {
	t.Parallel()
	const limit = 10_000 // of the server, when nothing else is set
	for _, operation := range trusted(t) {
		guards := contract.GuardsOf(operation)
		if largest := guards.Cost + guards.CostPerRow*(cost.LargestPage-cost.DefaultPage); largest > limit {
			t.Errorf("%s costs %d with %d rows; %d are allowed", operation.Name, largest, cost.LargestPage, limit)
		}
		if guards.Cost <= 0 || guards.CostPerRow < 0 {
			t.Errorf("%s costs %d and %d a row", operation.Name, guards.Cost, guards.CostPerRow)
		}
	}
}

func TestCostFollowsThePage(t *testing.T) {
	t.Parallel()
	schema, _ := load(t)
	for text, want := range map[string][2]int{
		`query Page($first: Int, $last: Int) { users(first: $first, last: $last) { nodes { id roles { id } } totalCount } }`: {1 + 25*6, 6},
		`query Two($first: Int) { users(first: $first) { nodes { id } } organizations(first: 3) { nodes { id } } }`:          {1 + 25 + 1 + 3, 1},
		`query None { viewer { id } }`: {1, 0},
		`query Parts($all: Boolean!) { users { nodes { id } } userStats @include(if: $all) { total } }`: {26 + 5, 0},
	} {
		name, _, _ := strings.Cut(strings.TrimPrefix(text, "query "), "(")
		name, _, _ = strings.Cut(name, " ")
		operations, err := contract.ReadOperations(schema, []*ast.Source{{Name: name + ".graphql", Input: text}})
		if err != nil {
			t.Fatal(err)
		}
		guards := contract.GuardsOf(operations[0])
		if got := [2]int{guards.Cost, guards.CostPerRow}; got != want {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
}

func TestPersistedRefusesWhatDoesNotFit(t *testing.T) {
	t.Parallel()
	schema, _ := load(t)
	for _, text := range []string{"{ viewer { id } }", "query A { nothing }", "query A { viewer { id } } query B { viewer { id } }", "query A {"} {
		data := asJSON(t, map[string]string{contract.Hash(text): text})
		if operations, err := contract.ReadPersisted(schema, data); err == nil {
			t.Errorf("%q was taken as %v", text, operations)
		}
	}
}

// What the program can answer is what errors.json tells.
func TestCodesOfFailuresAreComplete(t *testing.T) {
	t.Parallel()
	schema, _ := load(t)
	codes, err := contract.CodesOf(schema)
	if err != nil {
		t.Fatal(err)
	}
	var told []string
	for _, code := range codes.Request {
		told = append(told, code.Code)
	}
	var known []string
	for _, source := range slices.Concat(sources(t, "../internal/fault/fault.go"), sources(t, "../graph/errors.go")) {
		known = append(known, kinds(t, source)...)
	}
	slices.Sort(known)
	if diff := cmp.Diff(known, told); diff != "" {
		t.Errorf("codes (-in the program +told)\n%s", diff)
	}
}

// kinds reads the constants of the type Kind from a Go file.
func kinds(t *testing.T, source *ast.Source) (found []string) {
	t.Helper()
	for _, match := range regexp.MustCompile(`(?m)^\t\w+ +(?:fault\.)?Kind += "(\w+)"`).FindAllStringSubmatch(source.Input, -1) {
		found = append(found, match[1])
	}
	if len(found) == 0 {
		t.Fatalf("%s names no kinds", source.Name)
	}
	return found
}

func TestStepUpIsToldOfWhatWantsIt(t *testing.T) {
	t.Parallel()
	_, operations := load(t)
	want := map[string]bool{"UserDelete": true, "UserRolesSet": true, "UserSuspend": false, "UserRolesPreview": false, "UserChanged": false}
	got := map[string]bool{}
	for _, operation := range operations {
		if _, asked := want[operation.Name]; asked {
			got[operation.Name] = contract.GuardsOf(operation).StepUp
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("step-up (-want +got)\n%s", diff)
	}
}

func TestRolesFollowThePolicy(t *testing.T) {
	t.Parallel()
	table, err := os.ReadFile("../authz/testdata/matrix.golden.md")
	if err != nil {
		t.Fatal(err)
	}
	roles, err := contract.ReadMatrix(string(table))
	if err != nil {
		t.Fatal(err)
	}
	schema, _ := load(t)
	for key, role := range roles {
		for _, permission := range slices.Concat(role.Allowed, role.Denied) {
			if schema.Types["Permission"].EnumValues.ForName(permission) == nil {
				t.Errorf("%s: %s is no permission of the schema", key, permission)
			}
		}
	}
	golden(t, "roles.json", asJSON(t, roles))
}

func TestMatrixRefusesWhatItDoesNotKnow(t *testing.T) {
	t.Parallel()
	for _, table := range []string{"", "no table", "| P | a | b |\n|---|---|---|\n| READ | yes |\n", "| P | a |\n|---|---|\n| READ | maybe |\n"} {
		if roles, err := contract.ReadMatrix(table); err == nil {
			t.Errorf("%q was read as %v", table, roles)
		}
	}
}

func TestCodesFollowTheSchema(t *testing.T) {
	t.Parallel()
	schema, _ := load(t)
	codes, err := contract.CodesOf(schema)
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "errors.json", asJSON(t, codes))
}

// The Playground's examples must be accepted as they stand.
func TestExampleVariablesFit(t *testing.T) {
	t.Parallel()
	schema, operations := load(t)
	text, err := os.ReadFile("examples/variables.json")
	if err != nil {
		t.Fatal(err)
	}
	var samples map[string]map[string]any
	if err := json.Unmarshal(text, &samples); err != nil {
		t.Fatal(err)
	}
	for _, operation := range operations {
		document, errs := gqlparser.LoadQueryWithRules(schema, operation.Text, rules.NewDefaultRules())
		if len(errs) > 0 {
			t.Fatal(errs)
		}
		definition := document.Operations[0]
		if _, err := validator.VariableValues(schema, definition, samples[operation.Name]); err != nil {
			t.Errorf("%s: %v", operation.Name, err)
		}
		for name := range samples[operation.Name] {
			if definition.VariableDefinitions.ForName(name) == nil {
				t.Errorf("%s: no variable $%s", operation.Name, name)
			}
		}
		delete(samples, operation.Name)
	}
	for name := range samples {
		t.Errorf("variables for %s, which is no operation", name)
	}
}

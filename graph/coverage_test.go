package graph_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"tenantry/graph/generated"
)

// covered is how many requirements the page must prove.
const covered = 82

// TestCoverage holds docs/coverage.md to what there is: every requirement has a
// scenario of ours, every scenario exists and asks for an operation of its
// row, every operation is a field of the schema, and every sentence leads to a
// requirement. That the scenarios pass, TestScenarios tells.
func TestCoverage(t *testing.T) {
	t.Parallel()
	page, err := os.ReadFile("../docs/coverage.md")
	if err != nil {
		t.Fatal(err)
	}
	tests := testNames(t)
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	requirements, sentences, _ := strings.Cut(string(page), "\n## Sentences\n")
	seen := map[int]bool{}
	for _, cells := range table(requirements, 5) {
		n, err := strconv.Atoi(cells[0])
		if err != nil {
			continue // the head
		}
		seen[n] = true
		operations := quoted(cells[3])
		for _, field := range operations {
			if _, path, ok := strings.Cut(field, "POST "); ok { // outside of the schema
				if !strings.HasPrefix(path, "/") {
					t.Errorf("requirement %d: %s is no path", n, path)
				}
				continue
			}
			on := []*ast.Definition{schema.Query, schema.Mutation, schema.Subscription}
			if of, name, ok := strings.Cut(field, "."); ok {
				on, field = []*ast.Definition{schema.Types[of]}, name
			}
			if !slices.ContainsFunc(on, func(def *ast.Definition) bool { return def != nil && def.Fields.ForName(field) != nil }) {
				t.Errorf("requirement %d: there is no field %s", n, field)
			}
		}
		scenarios := 0
		for _, name := range quoted(cells[4]) {
			if strings.HasPrefix(name, "Test") {
				if !tests[name] {
					t.Errorf("requirement %d: there is no test %s", n, name)
				}
				continue
			}
			text, err := os.ReadFile(filepath.Join("testdata", name+".txtar"))
			if err != nil {
				t.Errorf("requirement %d: %v", n, err)
				continue
			}
			if scenarios++; !slices.ContainsFunc(operations, func(o string) bool { return strings.Contains(string(text), o[strings.LastIndexByte(o, '.')+1:]) }) {
				t.Errorf("requirement %d: %s asks for none of %v", n, name, operations)
			}
		}
		if scenarios == 0 {
			t.Errorf("requirement %d has no scenario", n)
		}
	}
	for n := 1; n <= covered; n++ {
		if !seen[n] {
			t.Errorf("requirement %d is not on the page", n)
		}
	}
	for _, cells := range table(sentences, 2) {
		for _, number := range strings.Fields(cells[1]) {
			if n, err := strconv.Atoi(number); err == nil && !seen[n] {
				t.Errorf("%q leads to requirement %d, which is not on the page", cells[0], n)
			}
		}
	}
}

// table reads the rows of Markdown tables with so many columns.
func table(text string, columns int) (rows [][]string) {
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if !strings.HasPrefix(line, "|") || strings.HasPrefix(line, "|---") {
			continue
		}
		cells := strings.Split(strings.Trim(line, "|"), "|")
		if len(cells) != columns {
			continue
		}
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		rows = append(rows, cells)
	}
	return rows
}

func quoted(cell string) (names []string) {
	for _, m := range regexp.MustCompile("`([^`]+)`").FindAllStringSubmatch(cell, -1) {
		names = append(names, m[1])
	}
	return names
}

// testNames are the tests of the whole module.
func testNames(t *testing.T) map[string]bool {
	t.Helper()
	names := map[string]bool{}
	declared := regexp.MustCompile(`(?m)^func (Test\w+)\(`)
	for _, pattern := range []string{"../*/*_test.go", "../internal/*/*_test.go", "../cmd/*/*_test.go"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range declared.FindAllStringSubmatch(string(text), -1) {
				names[m[1]] = true
			}
		}
	}
	return names
}

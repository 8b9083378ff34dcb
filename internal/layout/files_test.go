package layout

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// root is the top of the project, seen from here.
const root = "../.."

// Sizes of well-kept code, in lines.
const (
	maxFile    = 600
	maxMain    = 60
	wantMedian = 150
)

// file is a Go file of ours.
type file struct {
	path      string // from the top, with slashes
	text      []byte
	generated bool
}

func (f file) test() bool { return strings.HasSuffix(f.path, "_test.go") }

// in tells whether the file lies in one of the folders.
func (f file) in(folders ...string) bool {
	return slices.ContainsFunc(folders, func(folder string) bool { return strings.HasPrefix(f.path, folder+"/") })
}

var generatedMark = regexp.MustCompile(`(?m)^// Code generated .* DO NOT EDIT\.$`)

func goFiles(t *testing.T) []file {
	t.Helper()
	var files []file
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if name := d.Name(); name == "node_modules" || name == ".git" || name == "bin" || name == "testdata" {
				return filepath.SkipDir
			}
			return nil
		}
		if filepath.Ext(path) != ".go" {
			return nil
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		before, _, _ := bytes.Cut(text, []byte("\npackage "))
		files = append(files, file{filepath.ToSlash(rel), text, generatedMark.Match(before)})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestSizes(t *testing.T) {
	t.Parallel()
	var sizes []int
	for _, f := range goFiles(t) {
		if f.generated || f.in("graph/generated", "graph/model", "ent/db") {
			continue
		}
		lines := bytes.Count(f.text, []byte("\n"))
		if lines > maxFile {
			t.Errorf("%s has %d lines, at most %d are allowed", f.path, lines, maxFile)
		}
		if !f.test() {
			sizes = append(sizes, lines)
		}
	}
	slices.Sort(sizes)
	if median := sizes[len(sizes)/2]; median > wantMedian {
		t.Errorf("half of the files have more than %d lines", median)
	}
}

func TestMainIsAList(t *testing.T) {
	t.Parallel()
	set := token.NewFileSet()
	parsed, err := parser.ParseFile(set, root+"/cmd/tenantry/main.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range parsed.Decls {
		if f, ok := d.(*ast.FuncDecl); ok && f.Name.Name == "main" {
			if lines := set.Position(f.End()).Line - set.Position(f.Pos()).Line + 1; lines > maxMain {
				t.Errorf("main() has %d lines, at most %d are allowed", lines, maxMain)
			}
			return
		}
	}
	t.Error("there is no main()")
}

// Generated code has its own folders, and nothing else lies in them.
func TestGeneratedCodeHasItsFolder(t *testing.T) {
	t.Parallel()
	for _, f := range goFiles(t) {
		inside := f.in("ent/db", "graph/generated", "graph/model")
		if f.generated && !inside {
			t.Errorf("%s is generated and lies outside ent/db, graph/generated and graph/model", f.path)
		}
		if !f.generated && inside {
			t.Errorf("%s is written by hand and lies in a folder of generated code", f.path)
		}
	}
}

func TestPackagesSayWhatTheyAnswer(t *testing.T) {
	t.Parallel()
	for _, p := range packages(t) {
		name := room(module + p.ImportPath)
		if name == "ent/db" || name == "graph/generated" || name == "graph/model" || len(p.GoFiles) == 0 {
			continue
		}
		if !strings.HasPrefix(p.Doc, "Package ") {
			t.Errorf(`%s has no comment that begins "Package x …"`, name)
		}
	}
}

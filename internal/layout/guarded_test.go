package layout

import (
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"testing"
)

// ent's updates of one row read it back by its id alone, past the tenant scope;
// its debug clients print values.
var unguarded = regexp.MustCompile(`\.(UpdateOne|UpdateOneID)\(|\.Debug\(\)`)

func TestNoUnscopedUpdates(t *testing.T) {
	t.Parallel()
	for _, f := range goFiles(t) {
		if f.generated || f.test() {
			continue
		}
		if found := unguarded.Find(f.text); found != nil {
			t.Errorf("%s uses %s: write Update().Where(…) on a scoped client", f.path, found)
		}
	}
}

// SQL by hand stands below the tenant scope, so only these rooms write any.
func TestSQLStaysInItsRooms(t *testing.T) {
	t.Parallel()
	raw := regexp.MustCompile(`\.(QueryContext|QueryRowContext|ExecContext|PrepareContext)\(`)
	for _, f := range goFiles(t) {
		if f.generated || f.test() || f.in("cmd/tenantry", "bench", "internal/database", "internal/dbtest",
			"internal/commerce", "internal/devpg", "internal/jobs", "internal/policy", "internal/session", "internal/usage") {
			continue
		}
		if found := raw.Find(f.text); found != nil {
			t.Errorf("%s uses %s: SQL by hand is not for this room", f.path, found)
		}
	}
}

func TestGraphOnlyReads(t *testing.T) {
	t.Parallel()
	writes := regexp.MustCompile(`\.(CreateBulk|Create|Update|Delete|DeleteOne|DeleteOneID)\(\)|\.WithTx\(|\.Write\.`)
	for _, f := range goFiles(t) {
		if f.generated || f.test() || !f.in("graph") {
			continue
		}
		if found := writes.Find(f.text); found != nil {
			t.Errorf("%s uses %s: changes are made by capability packages", f.path, found)
		}
	}
}

// No file has an init function; what a program is made of stands in cmd.
func TestNoInit(t *testing.T) {
	t.Parallel()
	for _, f := range goFiles(t) {
		if f.generated {
			continue
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), f.path, f.text, parser.SkipObjectResolution)
		if err != nil {
			t.Error(err)
			continue
		}
		for _, d := range parsed.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv == nil && fn.Name.Name == "init" {
				t.Errorf("%s has an init function", f.path)
			}
		}
	}
}

// Time is given, not waited for.
func TestNoSleeping(t *testing.T) {
	t.Parallel()
	for _, f := range goFiles(t) {
		if f.generated || f.path == "internal/layout/guarded_test.go" {
			continue
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), f.path, f.text, parser.SkipObjectResolution)
		if err != nil {
			t.Error(err)
			continue
		}
		ast.Inspect(parsed, func(n ast.Node) bool {
			if call, ok := n.(*ast.SelectorExpr); ok && call.Sel.Name == "Sleep" {
				if x, ok := call.X.(*ast.Ident); ok && x.Name == "time" {
					t.Errorf("%s sleeps: wait for what is to happen instead", f.path)
				}
			}
			return true
		})
	}
}

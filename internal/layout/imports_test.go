package layout

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "tenantry/"

// everything stands for all rooms.
const everything = "*"

// mayImport says which rooms of ours a room may import. Packages below ent/db
// are the room ent/db.
var mayImport = map[string][]string{
	"cmd/tenantry": {everything},
	"bench":        {"frontend-contract", "internal/devpg"},

	"internal/server":            {"graph", "console", "authz", "internal/session", "internal/mail", "internal/request", "internal/fault", "internal/server/playground"},
	"internal/server/playground": {"internal/server/bundle"},
	"internal/server/bundle":     {},
	"console":                    {"internal/server/bundle"},

	// Of ent/db and internal/database only to read: TestGraphOnlyReads.
	"graph": {"graph/generated", "graph/model", "graph/scalar", "authz", "ent/db", "ent/schema",
		"internal/billing", "internal/branding", "internal/commerce", "internal/connection", "internal/cost", "internal/database", "internal/directory", "internal/export", "internal/impersonation", "internal/live", "internal/partner", "internal/portal", "internal/resource", "internal/rule", "internal/session", "internal/usage", "internal/fault", "internal/request", "internal/feature"},
	"graph/generated": {"graph/model", "graph/scalar", "authz", "ent/db", "ent/schema", "internal/fault"},
	"graph/model":     {"graph/scalar", "authz", "ent/db", "ent/schema", "internal/fault"},
	"graph/scalar":    {},

	// Capabilities.
	"internal/directory":     {"authz", "ent/db", "ent/schema", "internal/audit", "internal/database", "internal/disposable", "internal/fault", "internal/jobs", "internal/live", "internal/mail", "internal/mailaddr", "internal/policy", "internal/request", "internal/rule", "internal/feature"},
	"internal/session":       {"authz", "ent/db", "ent/schema", "internal/audit", "internal/database", "internal/fault", "internal/rule", "internal/feature", "internal/jobs", "internal/mail", "internal/mailaddr", "internal/request"},
	"internal/export":        {"authz", "ent/db", "ent/schema", "internal/audit", "internal/database", "internal/fault", "internal/live"},
	"internal/commerce":      {"authz", "ent/db", "ent/schema", "internal/audit", "internal/database", "internal/export", "internal/fault", "internal/feature", "internal/rule"},
	"internal/billing":       {"authz", "ent/db", "ent/schema", "internal/audit", "internal/database", "internal/fault", "internal/feature", "internal/mail", "internal/rule"},
	"internal/branding":      {"authz", "ent/db", "ent/schema", "internal/audit", "internal/database", "internal/fault", "internal/feature", "internal/rule"},
	"internal/usage":         {"authz", "ent/db", "ent/schema", "internal/audit", "internal/database", "internal/directory", "internal/export", "internal/fault", "internal/rule"},
	"internal/impersonation": {"authz", "ent/db", "ent/schema", "internal/audit", "internal/database", "internal/directory", "internal/fault", "internal/mail", "internal/rule"},
	"internal/resource":      {"authz", "ent/db", "ent/schema", "internal/audit", "internal/database", "internal/fault", "internal/feature", "internal/rule"},
	"internal/portal":        {"authz", "ent/db", "ent/schema", "internal/audit", "internal/database", "internal/directory", "internal/fault", "internal/mail", "internal/rule"},
	"internal/partner":       {"authz", "ent/db", "ent/schema", "internal/audit", "internal/database", "internal/directory", "internal/fault", "internal/feature", "internal/rule"},
	"internal/policy":        {"authz", "internal/database"},
	"internal/audit":         {"authz", "ent/db", "ent/schema", "internal/database", "internal/live", "internal/request"},

	// What they stand on.
	"internal/feature":    {},
	"internal/rule":       {"authz", "ent/db", "internal/database", "internal/fault", "internal/feature", "internal/mailaddr"},
	"internal/live":       {"internal/database"},
	"internal/database":   {"authz", "ent/db", "ent/migrations", "internal/fault"},
	"internal/connection": {"internal/fault"},
	"internal/mail":       {},
	"internal/mailaddr":   {},
	"internal/jobs":       {},
	"internal/devpg":      {},
	"internal/disposable": {},
	"internal/request":    {},
	"internal/fault":      {},
	"internal/cost":       {},
	"internal/layout":     {},
	"internal/dbtest":     {"ent/db", "ent/migrations", "internal/database", "internal/devpg", "internal/jobs"},

	"ent":               {},
	"ent/db":            {"ent/db", "ent/schema"},
	"ent/schema":        {},
	"ent/migrations":    {},
	"authz":             {},
	"frontend-contract": {"internal/cost"},
}

// testsMayImport is what a room's tests may import besides.
var testsMayImport = map[string][]string{
	everything:            {"internal/dbtest"},
	"authz":               {"graph/model"},
	"ent/schema":          {everything},
	"frontend-contract":   {"authz", "graph", "graph/generated", "internal/fault"},
	"graph":               {everything},
	"internal/server":     {everything},
	"internal/connection": {"ent/db", "internal/database", "internal/devpg"},
	"internal/database":   {"internal/audit", "internal/jobs", "internal/devpg", "ent/schema"},
	"internal/jobs":       {"internal/devpg", "internal/database"},
	"internal/dbtest":     {"internal/devpg"},
	"internal/audit":      {"internal/database"},
	"internal/directory":  {"internal/devpg", "internal/jobs", "internal/session", "internal/request"},
	"internal/session":    {"internal/devpg", "internal/directory", "internal/request"},
	"internal/billing":    {"internal/jobs"},
	"internal/usage":      {"internal/jobs"},
	"internal/policy":     {"ent/db", "ent/schema"},
}

// pkg is what go list tells of a package.
type pkg struct {
	ImportPath, Doc                    string
	GoFiles                            []string
	Imports, TestImports, XTestImports []string
}

func packages(t *testing.T) []pkg {
	t.Helper()
	cmd := exec.Command("go", "list", "-e", "-json=ImportPath,Doc,GoFiles,Imports,TestImports,XTestImports", "./...")
	cmd.Dir = root
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, stderr.String())
	}
	var all []pkg
	for decoder := json.NewDecoder(bytes.NewReader(out)); ; {
		var p pkg
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		if p.ImportPath = strings.TrimPrefix(p.ImportPath, module); !strings.Contains(p.ImportPath, "node_modules") {
			all = append(all, p)
		}
	}
}

// room is the name in the table of an imported package, "" if it is not ours.
func room(path string) string {
	path, ours := strings.CutPrefix(path, module)
	switch {
	case !ours:
		return ""
	case strings.HasPrefix(path, "ent/db/"):
		return "ent/db"
	}
	return path
}

func TestImports(t *testing.T) {
	t.Parallel()
	known := map[string]bool{}
	for _, p := range packages(t) {
		name := room(module + p.ImportPath)
		known[name] = true
		allowed, ok := mayImport[name]
		if !ok {
			t.Errorf("%s is a new room: give it a line in mayImport", name)
			continue
		}
		for _, path := range p.Imports {
			if to := room(path); to != "" && !slices.Contains(allowed, everything) && !slices.Contains(allowed, to) {
				t.Errorf("%s must not import %s", name, to)
			}
		}
		allowed = slices.Concat(allowed, testsMayImport[name], testsMayImport[everything], []string{name})
		for _, path := range slices.Concat(p.TestImports, p.XTestImports) {
			if to := room(path); to != "" && !slices.Contains(allowed, everything) && !slices.Contains(allowed, to) {
				t.Errorf("tests of %s must not import %s", name, to)
			}
		}
	}
	for name := range mayImport {
		if !known[name] {
			t.Errorf("%s stands in mayImport and is gone", name)
		}
	}
}

// Packages for tests stay out of the program.
func TestProgramHasNoTestPackages(t *testing.T) {
	t.Parallel()
	cmd := exec.Command("go", "list", "-e", "-deps", "./cmd/tenantry")
	cmd.Dir = root
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	for path := range strings.FieldsSeq(string(out)) {
		if strings.HasPrefix(path, module+"internal/dbtest") {
			t.Errorf("the program contains %s", path)
		}
	}
}

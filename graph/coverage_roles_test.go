package graph_test

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
	"golang.org/x/tools/txtar"

	"tenantry/authz"
)

// TestRoleSentences holds the table of roles of docs/coverage.md to the policy
// and to the scenarios. What the policy calls named, for the roles of the
// reseller's staff, stands in the table; and each of its lines has a call that
// was answered and a call that was refused, by the one it says, in the file it
// says. A role that may do everything with a resource is shown by the refusal of
// another, and one that may do nothing by the success of another.
func TestRoleSentences(t *testing.T) {
	t.Parallel()
	page, err := os.ReadFile("../docs/coverage.md")
	if err != nil {
		t.Fatal(err)
	}
	_, text, _ := strings.Cut(string(page), "\n## Roles\n")
	text, _, _ = strings.Cut(text, "\n## ")
	rules, err := policy()
	if err != nil {
		t.Fatal(err)
	}
	personas := staffRoles()
	shown := map[[2]string]bool{}
	for _, cells := range table(text, 4) {
		about := append(quoted(cells[0]), quoted(cells[1])...)
		allowed, denied := quoted(cells[2]), quoted(cells[3])
		if len(about) == 0 {
			continue // the head
		}
		if len(about) != 2 || len(allowed) != 3 || len(denied) != 3 {
			t.Errorf("%v: a line names a role, a resource, and twice who, what and the scenario", cells)
			continue
		}
		role, resource := about[0], about[1]
		shown[[2]string{role, resource}] = true
		some, all := part(rules.Allowed(role), resource)
		if got := personas[allowed[0]] == role; got != some {
			t.Errorf("%s on %s: the policy allows something: %v, and the table shows %s", role, resource, some, allowed[0])
		}
		if got := personas[denied[0]] == role; got == all {
			t.Errorf("%s on %s: the policy allows everything: %v, and the table shows %s refused", role, resource, all, denied[0])
		}
		if calls(t, allowed)["allowed"] == 0 {
			t.Errorf("%s on %s: in no step of %s is %s answered to %s", role, resource, allowed[2], allowed[1], allowed[0])
		}
		if calls(t, denied)["denied"] == 0 {
			t.Errorf("%s on %s: in no step of %s is %s refused to %s", role, resource, denied[2], denied[1], denied[0])
		}
	}
	for want := range sentences(t) {
		if !shown[want] {
			t.Errorf("the table does not show %s on %s", want[0], want[1])
		}
	}
}

// staffRoles is the one role of each persona of the reseller's staff.
func staffRoles() map[string]string {
	roles := map[string]string{}
	for _, p := range staff() {
		if p.persona {
			roles[p.name] = strings.Join(append(p.also, p.role), "")
		}
	}
	return roles
}

// part tells whether a set holds some and all of the permissions on a resource.
func part(held authz.Set, resource string) (some, all bool) {
	all = true
	for _, p := range authz.Permissions() {
		if p.Resource() != resource {
			continue
		}
		some, all = some || held.Has(p), all && held.Has(p)
	}
	return some, all
}

// sentences are the roles and resources of the documents on staff: the lines
// below a comment of the policy that begins with "Named". One that denies an
// action on everything speaks of whatever the other fixed roles are named.
func sentences(t *testing.T) map[[2]string]bool {
	t.Helper()
	text, err := os.ReadFile("../authz/policy.csv")
	if err != nil {
		t.Fatal(err)
	}
	family := map[string]authz.Family{}
	for _, r := range authz.SystemRoles() {
		family[r.Key] = r.Family
	}
	found, every := map[[2]string]bool{}, map[string]bool{}
	named := false
	for line := range strings.Lines(string(text)) {
		if comment, ok := strings.CutPrefix(line, "# "); ok {
			named = strings.HasPrefix(comment, "Named")
			continue
		}
		cells := strings.Split(strings.TrimSpace(line), ", ")
		if len(cells) != 6 || family[cells[1]] != authz.FamilyReseller && family[cells[1]] != authz.FamilyPermission {
			continue
		}
		role, resource := cells[1], cells[3]
		switch {
		case !named:
		case resource == "*":
			every[role] = true
		default:
			found[[2]string{role, resource}] = true
		}
	}
	for role := range every {
		for _, pair := range slices.Collect(maps.Keys(found)) {
			if family[pair[0]] == authz.FamilyReseller {
				found[[2]string{role, pair[1]}] = true
			}
		}
	}
	for key, f := range family {
		if f != authz.FamilyReseller && f != authz.FamilyPermission {
			continue
		}
		if !slices.ContainsFunc(slices.Collect(maps.Keys(found)), func(p [2]string) bool { return p[0] == key }) {
			t.Errorf("the policy calls nothing named that %s says", key)
		}
	}
	return found
}

// calls counts what a scenario answers when somebody asks for a field: the words
// are who, the field, and the scenario. The field of a field is written with a
// dot, and true is what allows it.
func calls(t *testing.T, words []string) map[string]int {
	t.Helper()
	who, field, name := words[0], words[1], words[2]
	archive, err := txtar.ParseFile(filepath.Join("testdata", name+".txtar"))
	if err != nil {
		t.Error(err)
		return nil
	}
	sections := map[string]string{}
	for _, f := range archive.Files {
		sections[f.Name] = string(f.Data)
	}
	counts, as, query := map[string]int{}, "", ""
	for i := 1; ; i++ {
		n := strconv.Itoa(i) + "."
		want, ok := sections[n+"want.json"]
		if _, mail := sections[n+"mail"]; !ok && !mail {
			return counts
		}
		if text, ok := sections[n+"as"]; ok {
			as = strings.TrimSpace(text)
		}
		if text, ok := sections[n+"operation.graphql"]; ok {
			query = text
		}
		if as == who && want != "" {
			counts[judged(t, query, field, want)]++
		}
	}
}

// judged is "allowed" or "denied" as an answer says about a field of a query, and
// empty when it says neither.
func judged(t *testing.T, query, field, answer string) string {
	t.Helper()
	document, err := parser.ParseQuery(&ast.Source{Input: query})
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		Errors []struct {
			Path       []any
			Extensions struct{ Code string }
		}
		Data map[string]any
	}
	if err := json.Unmarshal([]byte(answer), &got); err != nil {
		t.Fatal(err)
	}
	root, leaf, nested := strings.Cut(field, ".")
	for _, selection := range document.Operations[0].SelectionSet {
		f, ok := selection.(*ast.Field)
		if !ok || f.Name != root {
			continue
		}
		for _, e := range got.Errors {
			if len(e.Path) == 1 && e.Path[0] == f.Alias && e.Extensions.Code == "FORBIDDEN" {
				return "denied"
			}
		}
		switch value := follow(got.Data, f.Alias); {
		case nested:
			return map[any]string{true: "allowed", false: "denied"}[follow(value, leaf)]
		case value == nil:
			return ""
		default:
			refusals, _ := follow(value, "errors").([]any)
			if len(refusals) == 0 {
				return "allowed"
			}
			if follow(refusals[0], "code") == "FORBIDDEN" {
				return "denied"
			}
		}
	}
	return ""
}

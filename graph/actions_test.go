package graph_test

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
)

// withoutMutation are actions that are shown and cannot be taken yet. A line
// that is no longer needed fails the test.
var withoutMutation = []string{
	"OrganizationAction.SUSPEND", "OrganizationAction.REACTIVATE", "OrganizationAction.DELETE", "OrganizationAction.FEATURES",
}

// actionsOf finds the mutation behind each action of an enum: its description
// begins with the name.
func (c *caller) actionsOf(enum string) map[string]*ast.FieldDefinition {
	c.Helper()
	found := map[string]*ast.FieldDefinition{}
	for _, v := range c.schema.Types[enum].EnumValues {
		name := enum + "." + v.Name
		first, _, _ := strings.Cut(strings.TrimSuffix(v.Description, "."), " ")
		f := c.schema.Mutation.Fields.ForName(first)
		if f != nil {
			found[v.Name] = f
		}
		if slices.Contains(withoutMutation, name) != (f == nil) {
			c.Errorf("%s: a mutation is %q, and its line in withoutMutation must say so", name, first)
		}
	}
	return found
}

// targets are the records that everybody acts upon: every state, in every
// place, and oneself.
func (a *api) targets(prefix, persona string) []string {
	var out []string
	for _, name := range slices.Sorted(maps.Keys(a.names)) {
		kind, rest, _ := strings.Cut(name, ".")
		// One member of staff without a role stands for those who are alike.
		alike := strings.Contains(rest, ".") && kind == "user" && rest != "branding.admin"
		if kind == prefix && rest != "" && (!alike || rest == persona) {
			out = append(out, name)
		}
	}
	return out
}

// TestViewerActionsAreTheOutcome takes every action upon every record as every
// persona: it succeeds exactly when the record shows it among viewerActions.
func TestViewerActionsAreTheOutcome(t *testing.T) {
	t.Parallel()
	for _, persona := range newAPI(t).personas() {
		t.Run(persona, func(t *testing.T) {
			t.Parallel()
			a := newAPI(t)
			c := newCaller(a)
			a.save()
			allowed := 0
			for _, noun := range []struct{ prefix, enum string }{
				{"user", "UserAction"}, {"org", "OrganizationAction"}, {"inv", "InvitationAction"}, {"role", "RoleAction"},
			} {
				actions := c.actionsOf(noun.enum)
				targets := a.targets(noun.prefix, persona)
				shown := a.viewerActions(persona, targets)
				for _, target := range targets {
					for action, f := range actions {
						want := slices.Contains(shown[a.names[target]], action)
						if done := a.take(c, persona, f, target); done != want {
							t.Errorf("%s upon %s: shown is %v, done is %v", action, target, want, done)
						}
						if want {
							allowed++
						}
					}
				}
			}
			t.Logf("%s could do %d things", persona, allowed)
		})
	}
}

// viewerActions reads what a persona is shown, by id; what he does not see is
// missing.
func (a *api) viewerActions(persona string, targets []string) map[string][]string {
	a.Helper()
	out := map[string][]string{}
	for part := range slices.Chunk(targets, 50) {
		ids := make([]string, len(part))
		for i, name := range part {
			ids[i] = a.names[name]
		}
		var answer struct {
			Data struct {
				Nodes []struct {
					ID         string
					U, O, I, R []string
				}
			}
		}
		w := a.do(persona, `query ($ids: [ID!]!) { nodes(ids: $ids) {
			id ... on User { u: viewerActions } ... on Organization { o: viewerActions } ... on Invitation { i: viewerActions } ... on Role { r: viewerActions } } }`, map[string]any{"ids": ids})
		if err := json.Unmarshal(w.Body.Bytes(), &answer); err != nil || w.Code != 200 {
			a.Fatalf("%v: %d %s", err, w.Code, w.Body)
		}
		for _, n := range answer.Data.Nodes {
			out[n.ID] = slices.Concat(n.U, n.O, n.I, n.R)
		}
	}
	return out
}

// take carries an action out, tells whether it was done, and puts the rows
// back if so.
func (a *api) take(c *caller, persona string, f *ast.FieldDefinition, target string) bool {
	a.Helper()
	at := c.idPaths(f)[0]
	call := c.make(f, at, a.names[target], 0)
	if input, ok := call.variables["input"].(map[string]any); ok {
		c.fill(f, input, target)
		if f.Name == "userRolesSet" {
			input["planToken"] = a.planFor(persona, target)
		}
	}
	call.query = call.query[:strings.LastIndex(call.query, "{ __typename")] + "{ errors { code path } " + c.results(f) + "} }"
	w := a.do(persona, call.query, call.variables)
	var answer struct {
		Errors []struct{ Extensions struct{ Code string } }
		Data   map[string]map[string]any
	}
	if err := json.Unmarshal(w.Body.Bytes(), &answer); err != nil {
		a.Fatalf("%v: %s", err, w.Body)
	}
	for _, e := range answer.Errors {
		if e.Extensions.Code != "FORBIDDEN" {
			a.Errorf("%s of %s: %s", f.Name, target, w.Body)
		}
	}
	if len(answer.Errors) > 0 || slices.ContainsFunc(refusals(answer.Data[f.Name]), reasonAgainst) || isAbove(answer.Data[f.Name]) {
		return false
	}
	a.restore()
	return true
}

// planFor is a reviewed plan that leaves the roles of a user as they are.
func (a *api) planFor(persona, target string) string {
	a.Helper()
	w := a.do(persona, `query ($id: ID!) { userRolesPreview(id: $id, input: {}) { planToken } }`, map[string]any{"id": a.names[target]})
	var answer struct {
		Data struct{ UserRolesPreview struct{ PlanToken string } }
	}
	if err := json.Unmarshal(w.Body.Bytes(), &answer); err != nil {
		a.Fatalf("%v: %s", err, w.Body)
	}
	return answer.Data.UserRolesPreview.PlanToken
}

// reasonAgainst tells whether a refusal is about the action itself. Which
// roles can be given, and how many seats there are, is another question.
func reasonAgainst(code string) bool {
	return !slices.Contains([]string{"ROLE_OUT_OF_SCOPE", "SEAT_LIMIT_REACHED", "REQUIRED"}, code)
}

// isAbove tells whether the target itself may do more than the caller could
// give, which is a reason against the action.
func isAbove(payload map[string]any) bool {
	list, _ := payload["errors"].([]any)
	return slices.ContainsFunc(list, func(e any) bool {
		refusal := e.(map[string]any)
		path, _ := refusal["path"].([]any)
		return refusal["code"] == "ROLE_OUT_OF_SCOPE" && len(path) == 1 && path[0] == "id"
	})
}

// results is the selection of the verdicts of a bulk mutation.
func (c *caller) results(f *ast.FieldDefinition) string {
	if c.schema.Types[f.Type.Name()].Fields.ForName("results") != nil {
		return "results { errors { code } } "
	}
	return ""
}

// fill gives an input what makes the action succeed for the target: the
// address that confirms, a value that differs.
func (c *caller) fill(f *ast.FieldDefinition, input map[string]any, target string) {
	for _, p := range append(meridian().people, rival().people...) {
		if _, confirms := input["confirmEmail"]; confirms && "user."+p.name == target {
			input["confirmEmail"] = p.email
		}
	}
	def := c.schema.Types[f.Arguments.ForName("input").Type.Name()]
	switch f.Name {
	case "invitationsCreate":
		input["items"] = []any{map[string]any{"email": "newcomer@guests.test"}}
	case "userEmailChange":
		input["email"] = "renamed@guests.test"
	case "roleUpdate":
		input["description"] = "Looks after people."
	}
	if def.Fields.ForName("unassign") != nil {
		input["unassign"] = true
	}
	if def.Fields.ForName("locale") != nil {
		input["locale"] = "pt"
	}
	if def.Fields.ForName("legalName") != nil {
		input["legalName"] = "Another Ltd"
	}
}

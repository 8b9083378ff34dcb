package graph_test

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/vektah/gqlparser/v2/ast"

	"tenantry/authz"
	"tenantry/ent/schema"
	"tenantry/internal/directory"
)

// withoutMutation are actions that are shown and cannot be taken yet. A line
// that is no longer needed fails the test.
var withoutMutation = []string{}

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

// standing are the roles that stand for those who are alike.
var standing = []string{"reseller_admin", "branding.admin", "agent", "client_user", "rival.root.reseller_admin", "harbor.mighty"}

// targets are the records that everybody acts upon: every state, in every
// place, and oneself.
func (a *api) targets(prefix, persona string) []string {
	var out []string
	for _, name := range slices.Sorted(maps.Keys(a.names)) {
		kind, rest, _ := strings.Cut(name, ".")
		// One member of staff without a role stands for those who are alike.
		alike := strings.Contains(rest, ".") && kind == "user" && rest != "branding.admin"
		// Built-in roles differ in nothing, nor do those of another reseller.
		alike = alike || kind == "role" && !strings.HasSuffix(rest, ".helpdesk") && !slices.Contains(standing, rest)
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
			a.extremes()
			a.save()
			allowed := 0
			for _, noun := range []struct{ prefix, enum string }{
				{"user", "UserAction"}, {"org", "OrganizationAction"}, {"inv", "InvitationAction"},
				{"mem", "MembershipAction"}, {"role", "RoleAction"},
				{"plan", "PlanAction"}, {"bsub", "BillingSubscriptionAction"}, {"bacc", "BillingAccountAction"}, {"bill", "InvoiceAction"},
				{"cred", "CreditEntryAction"}, {"rsch", "ReportScheduleAction"}, {"cmod", "CustomModelAction"}, {"sto", "StorageAccountAction"},
				{"whk", "WebhookEndpointAction"}, {"key", "ApiCredentialAction"}, {"sinc", "ServiceIncidentAction"}, {"rel", "ReleaseNoteAction"},
			} {
				actions := c.actionsOf(noun.enum)
				targets := a.targets(noun.prefix, persona)
				shown := a.viewerActions(c, persona, targets)
				for _, target := range targets {
					for action, f := range actions {
						want := slices.Contains(shown[a.names[target]], action)
						if done := a.take(c, persona, f, action, target); done != want {
							t.Errorf("%s upon %s: shown is %v, done is %v", action, target, want, done)
						}
						if want {
							allowed++
						}
					}
				}
				for action, f := range actions {
					if persona == "admin" && c.done[f.Name] == 0 {
						t.Errorf("nobody stands for %s of %s: it was never carried out", action, noun.enum)
					}
				}
			}
			t.Logf("%s could do %d things", persona, allowed)
		})
	}
}

// viewerActions reads what a persona is shown, by id; what he does not see is
// missing.
func (a *api) viewerActions(c *caller, persona string, targets []string) map[string][]string {
	a.Helper()
	out := map[string][]string{}
	for part := range slices.Chunk(targets, 50) {
		ids := make([]string, len(part))
		for i, name := range part {
			ids[i] = a.names[name]
		}
		var answer struct {
			Data struct {
				Nodes []map[string]any
			}
		}
		w := a.do(persona, `query ($ids: [ID!]!) { nodes(ids: $ids) { id `+c.actionFields()+`} }`, map[string]any{"ids": ids})
		if err := json.Unmarshal(w.Body.Bytes(), &answer); err != nil || w.Code != 200 {
			a.Fatalf("%v: %d %s", err, w.Code, w.Body)
		}
		for _, n := range answer.Data.Nodes {
			for field, actions := range n {
				id, _ := n["id"].(string)
				for _, action := range listOf(actions) {
					if field != "id" {
						out[id] = append(out[id], action.(string))
					}
				}
			}
		}
	}
	return out
}

func listOf(v any) []any { list, _ := v.([]any); return list }

// actionFields selects what may be done to a node of any type.
func (c *caller) actionFields() (text string) {
	for _, def := range c.schema.GetPossibleTypes(c.schema.Types["Node"]) {
		if def.Fields.ForName("viewerActions") != nil {
			text += "... on " + def.Name + " { " + strings.ToLower(def.Name) + ": viewerActions } "
		}
	}
	return text
}

// take carries an action out, tells whether it was done, and puts the rows
// back if so.
func (a *api) take(c *caller, persona string, f *ast.FieldDefinition, action, target string) bool {
	a.Helper()
	at := c.idPaths(f)[0]
	id := a.names[target]
	if name, ok := strings.CutPrefix(target, "bacc."); ok { // there is one for each customer
		id = a.names[map[string]string{"rival": "org.rival.customer"}[name]]
		if id == "" {
			id = a.names["org."+name]
		}
	}
	call := c.make(f, at, id, 0)
	input, _ := call.variables["input"].(map[string]any)
	if input == nil {
		input = map[string]any{}
		if a := f.Arguments.ForName("input"); a != nil { // one that can be left out
			call.variables["input"] = input
			call.query = strings.Replace(call.query, "$id: ID!", "$id: ID!, $input: "+a.Type.String(), 1)
			call.query = strings.Replace(call.query, "id: $id", "id: $id, input: $input", 1)
		}
	}
	c.fill(f, input, target)
	if mode, enters := strings.CutPrefix(action, "LOGIN_AS_"); enters && f.Name == "loginAs" {
		input["mode"], input["bearer"] = mode, true
	}
	if _, ok := call.variables["required"]; ok {
		call.variables["required"] = true
	}
	if name, ok := strings.CutPrefix(target, "sto."); ok && call.variables["confirmName"] != nil {
		call.variables["confirmName"] = "Files of " + name
	}
	if f.Name == "userRolesSet" {
		plan, possible := a.preview(persona, target)
		if !possible || plan["planToken"] == nil {
			return possible && !slices.ContainsFunc(refusals(plan), reasonAgainst) && !isAbove(plan)
		}
		input["planToken"] = plan["planToken"]
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
	payload := answer.Data[f.Name]
	if len(answer.Errors) > 0 || slices.ContainsFunc(refusals(payload), reasonAgainst) && !asWhom(payload) || isAbove(payload) {
		return false
	}
	a.restore()
	c.done[f.Name]++
	return true
}

// preview plans a change of roles that takes nothing away and gives little; it
// is not possible when there is no such user or no right to ask.
func (a *api) preview(persona, target string) (plan map[string]any, possible bool) {
	a.Helper()
	var grants []any
	grant := func(role string) { grants = append(grants, map[string]any{"roleId": a.names["role."+role]}) }
	name := strings.TrimPrefix(target, "user.")
	for _, p := range append(meridian().people, rival().people...) {
		if p.name != name {
			continue
		}
		account, _, _ := strings.Cut(p.org, ".")
		switch {
		case p.org == "root":
			for _, key := range p.also {
				grant(key)
			}
			if !slices.Contains(p.also, authz.RoleAccountUser) {
				grant(authz.RoleAccountUser)
			}
		case p.org == "rival.root":
			grant("rival.root." + authz.RoleAccountUser)
		case account == "rival":
			grant("rival.customer.helpdesk")
		default:
			grant(account + ".helpdesk")
		}
	}
	w := a.do(persona, `query ($id: ID!, $in: UserRolesInput!) { userRolesPreview(id: $id, input: $in) { planToken errors { code path } } }`,
		map[string]any{"id": a.names[target], "in": map[string]any{"grants": grants}})
	var answer struct {
		Errors []struct{ Extensions struct{ Code string } }
		Data   map[string]map[string]any
	}
	if err := json.Unmarshal(w.Body.Bytes(), &answer); err != nil {
		a.Fatalf("%v: %s", err, w.Body)
	}
	for _, e := range answer.Errors {
		if e.Extensions.Code != "FORBIDDEN" {
			a.Errorf("preview of %s: %s", target, w.Body)
		}
	}
	plan = answer.Data["userRolesPreview"]
	return plan, plan != nil
}

// extremes adds what no scenario needs: members who are blocked or removed, a
// suspension that ends, users with a second factor, a role that is held and one
// that gives more than its customer's administrators could, an account with a
// token, one that lets nobody log in, and one that is closed.
func (a *api) extremes() {
	a.Helper()
	key := func(name string) string {
		_, id, err := schema.ParseGlobalID(a.names[name])
		if err != nil {
			a.Fatalf("%s: %v", name, err)
		}
		return "'" + id.String() + "'"
	}
	added := func(prefix, name string) string {
		id := schema.NewID()
		a.names[prefix+"."+name] = schema.GlobalID(prefix, id)
		return "'" + id.String() + "'"
	}
	member := func(name, user, org, access, status string) string {
		return `INSERT INTO memberships (id, reseller_id, account_id, created_at, updated_at, version, user_id, organization_id, client_access, status, joined_at)
			SELECT ` + added("mem", name) + `, reseller_id, account_id, created_at, created_at, 1, id, ` + key("org."+org) + `, '` + access + `', '` + status + `', created_at
			FROM users WHERE id = ` + key("user."+user)
	}
	mighty, silent := added("role", "harbor.mighty"), added("org", "silent")
	closed := func(name string, ago time.Duration) string { // mill, as it were closed
		id := added("org", name)
		return `INSERT INTO organizations SELECT (jsonb_populate_record(o, jsonb_build_object('id', ` + id + `, 'account_id', ` + id + `,
			'path', o.path || ` + id + `, 'name', 'Closed', 'status', 'DELETED', 'deleted_at', '` + epoch().Add(-ago).Format(time.RFC3339) + `'))).*
			FROM organizations o WHERE o.id = ` + key("org.mill")
	}
	a.exec([]string{
		`UPDATE organizations SET sso_token_hash = '\x00', sso_token_last4 = 'last', sso_token_at = created_at WHERE id = ` + key("org.mill"),
		closed("closed", day),
		`INSERT INTO organizations SELECT (jsonb_populate_record(o, jsonb_build_object('id', ` + silent + `, 'account_id', ` + silent + `,
			'path', o.path || ` + silent + `, 'name', 'Silent', 'login_as_consent', 'NEVER', 'plan_id', NULL))).* FROM organizations o WHERE o.id = ` + key("org.mill"),
		closed("closed_late", directory.RestoreWithin),                             // and not purged yet
		`UPDATE custom_models SET status = 'DRAFT' WHERE id = ` + key("cmod.mill"), // of an account without the feature
		member("blocked", "supervisor", "harbor.north", "USER", "DEACTIVATED"),
		member("blocked_admin", "second_client_admin", "harbor.north", "ADMIN", "DEACTIVATED"),
		member("removed", "analyst", "harbor.north", "USER", "REMOVED"),
		member("below", "agent", "harbor.south", "ADMIN", "ACTIVE"),
		`UPDATE users SET two_factor_at = created_at WHERE id IN (` + key("user.second_admin") + `, ` + key("user.harbor_suspended") + `, ` +
			key("user.second_client_admin") + `, ` + key("user.mill_agent") + `, ` + key("user.rival_suspended") + `)`,
		`UPDATE users SET suspended_until = suspended_at + interval '90 days' WHERE id = ` + key("user.staff_suspended"),
		`INSERT INTO roles (id, reseller_id, account_id, created_at, updated_at, version, organization_id, key, name, description, family, system)
			SELECT ` + mighty + `, reseller_id, account_id, created_at, created_at, 1, id, 'mighty', 'Mighty', '', 'CUSTOM', false FROM organizations WHERE id = ` + key("org.harbor"),
		`INSERT INTO role_permissions (id, reseller_id, account_id, created_at, role_id, permission)
			SELECT gen_random_uuid(), reseller_id, account_id, created_at, id, 'organization:delete' FROM roles WHERE id = ` + mighty,
		`INSERT INTO role_assignments (id, reseller_id, account_id, created_at, user_id, role_id, organization_id)
			SELECT gen_random_uuid(), reseller_id, account_id, created_at, id, ` + key("role.mill.helpdesk") + `, organization_id FROM users WHERE id = ` + key("user.mill_agent"),
		`INSERT INTO role_assignments (id, reseller_id, account_id, created_at, user_id, role_id, organization_id)
			SELECT gen_random_uuid(), reseller_id, account_id, created_at, id, ` + mighty + `, organization_id FROM users WHERE id = ` + key("user.analyst"),
	})
}

// reasonAgainst tells whether a refusal is about the action itself. Which
// roles can be given, how many seats there are, and whether credits have been
// used up, is another question.
func reasonAgainst(code string) bool {
	return !slices.Contains([]string{"ROLE_OUT_OF_SCOPE", "SEAT_LIMIT_REACHED", "REQUIRED", "INSUFFICIENT_CREDITS"}, code)
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

// asWhom tells whether a refusal is about the user as whom an account is
// entered, who can be named: that the account lets somebody in is seen by then.
func asWhom(payload map[string]any) bool {
	list, _ := payload["errors"].([]any)
	return len(list) == 1 && slices.Contains(listOf(list[0].(map[string]any)["path"]), any("userId"))
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
	for _, o := range append(meridian().organizations, rival().organizations...) {
		if _, confirms := input["confirmName"]; confirms && "org."+o.name == target {
			input["confirmName"] = o.title
		}
	}
	if _, confirms := input["confirmName"]; confirms && target == "org.silent" {
		input["confirmName"] = "Silent"
	}
	argument := f.Arguments.ForName("input")
	if argument == nil {
		return
	}
	def := c.schema.Types[argument.Type.Name()]
	if def.Fields.ForName("locale") != nil {
		input["locale"] = "pt"
	}
	if def.Fields.ForName("legalName") != nil {
		input["legalName"] = "Another Ltd"
	}
	switch f.Name {
	case "billingSubscriptionChange":
		input["planId"] = c.names["plan.root_free"]
		if strings.HasSuffix(target, ".rival") {
			input["planId"] = c.names["plan.rival_free"]
		}
	case "billingSubscriptionStart":
		input["planId"] = c.names["plan.root_free"]
		if strings.HasPrefix(target, "org.rival") {
			input["planId"] = c.names["plan.rival_free"]
		}
	case "invitationsCreate":
		input["items"] = []any{map[string]any{"email": "somebody@harbor.test"}}
	case "userEmailChange":
		input["email"] = "another.address@harbor.test"
	case "memberUpdate":
		input["modules"] = []any{"CONTACTS"}
	case "roleUpdate":
		input["name"] = "Another Name"
	case "roleDelete":
		input["unassign"] = true
	}
}

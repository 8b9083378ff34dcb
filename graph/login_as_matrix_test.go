package graph_test

import (
	"encoding/json"
	"fmt"
	"net/http/httptest"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2/ast"

	"tenantry/authz"
)

const loginAsGolden = "testdata/login_as.golden.md"

// loginAsRoles are everybody who could try: each role of the reseller's people
// and of a customer's, a stranger and nobody.
func loginAsRoles() []string {
	return slices.Concat([]string{"admin", "support", "viewer"}, permissionRoles(), customerRoles(), []string{"mill_admin", "rival_admin", "anonymous"})
}

func permissionRoles() []string {
	return []string{
		authz.RoleAccountUser, authz.RoleUserAdmin, authz.RoleServiceStatus, authz.RoleStorageAdmin, authz.RoleBrandingAdmin,
		authz.RoleCustomerAdmin, authz.RoleOnboarding, authz.RoleWebhooksAdmin,
	}
}

func customerRoles() []string {
	return []string{"tenant_admin", "client_admin", "client_user", "bot_admin", "supervisor", "agent", "analyst", "tenant_viewer"}
}

// TestLoginAsMatrix tries every action on logging in as somebody, by every
// role, in both modes and with each consent of the account, and compares what
// came of it with the golden file. It is written by really doing it: -update.
func TestLoginAsMatrix(t *testing.T) {
	t.Parallel()
	m := &loginAsMatrix{api: newAPI(t)}
	var out strings.Builder
	out.WriteString("# Logging in as a customer's user\n\nWhat came of each attempt, by mode, consent of the account and role of who tries. Written by TestLoginAsMatrix.\n")
	for _, mode := range []string{"CLIENT", "PARTNER"} {
		for _, consent := range []string{"ALWAYS", "ASK", "NEVER"} {
			fmt.Fprintf(&out, "\n## %s, %s\n\n| role | loginAs | sees it | loginAsDecide | loginAsStart | loginAsEnd | impersonationsEnd | organizationConsentSet |\n|---|---|---|---|---|---|---|---|\n", mode, consent)
			for _, role := range loginAsRoles() {
				fmt.Fprintf(&out, "| %s | %s |\n", role, strings.Join(m.row(mode, consent, role), " | "))
			}
		}
	}
	out.WriteString("\n## Within\n\nWhat the reseller's administrator is answered in the session of a customer's user, by mutations that are the customer's own.\n\n")
	m.within(&out)
	if *update {
		if err := os.WriteFile(loginAsGolden, []byte(out.String()), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(loginAsGolden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(out.String(), "\n")); diff != "" {
		t.Errorf("%s (-want +got):\n%s", loginAsGolden, diff)
	}
}

type loginAsMatrix struct{ *api }

const (
	loginAsQuery = `mutation ($mode: LoginAsMode!, $org: ID!, $user: ID) {
		loginAs(input: { organizationId: $org, userId: $user, mode: $mode, reason: "Because", minutes: 5, bearer: true }) {
			impersonation { id status } token errors { code } } }`
	loginAsStartQuery  = `mutation ($id: ID!) { loginAsStart(id: $id, bearer: true) { impersonation { status } token errors { code } } }`
	loginAsDecideQuery = `mutation ($id: ID!) { loginAsDecide(id: $id, approve: true) { impersonation { status } errors { code } } }`
	loginAsEndQuery    = `mutation ($id: ID) { loginAsEnd(id: $id) { endedId errors { code } } }`
	loginAsKillQuery   = `mutation ($org: ID!) { impersonationsEnd(organizationId: $org) { ended errors { code } } }`
	loginAsSetQuery    = `mutation ($org: ID!, $consent: LoginAsConsent!) { organizationConsentSet(id: $org, consent: $consent) { organization { id } errors { code } } }`
	loginAsSeesQuery   = `query ($id: ID!) { node(id: $id) { id } }`
)

// outcome is one word for an answer, and its first field.
func (m *loginAsMatrix) outcome(as, query string, variables map[string]any) (string, map[string]any) {
	m.Helper()
	var answer struct {
		Errors []struct {
			Extensions struct{ Code string }
		}
		Data map[string]map[string]any
	}
	w := m.do(as, query, variables)
	if err := json.Unmarshal(w.Body.Bytes(), &answer); err != nil {
		m.Fatalf("%v: %s", err, w.Body)
	}
	if len(answer.Errors) > 0 {
		return answer.Errors[0].Extensions.Code, nil
	}
	for _, field := range answer.Data {
		if refused := refusals(field); len(refused) > 0 {
			return refused[0], field
		}
		return "ok", field
	}
	return "", nil
}

func (m *loginAsMatrix) consent(to string) {
	m.Helper()
	m.exec([]string{"UPDATE organizations SET login_as_consent = '" + to + "' WHERE name = 'Harbor Hotels'"})
}

func (m *loginAsMatrix) clear() {
	m.Helper()
	m.exec([]string{"DELETE FROM sessions WHERE impersonation_id IS NOT NULL", "DELETE FROM impersonations"})
}

// row is what a role achieves, one column after the other. What it may not do
// itself somebody else does, so that the next column has something to act on.
func (m *loginAsMatrix) row(mode, consent, role string) (cells []string) {
	m.Helper()
	org := map[string]any{"org": m.names["org.harbor"]}
	ask := map[string]any{"org": org["org"], "mode": mode}
	m.clear()
	m.consent(consent)
	word, field := m.outcome(role, loginAsQuery, ask)
	if word == "ok" {
		word = field["impersonation"].(map[string]any)["status"].(string)
		if opened := field["token"] != nil; opened != (word == "ACTIVE") {
			m.Errorf("%s, %s, %s: %s, and a token: %v", mode, consent, role, word, opened)
		}
	}
	cells = append(cells, word)

	m.clear()
	m.consent("ASK")
	actor := role
	if word, field = m.outcome(actor, loginAsQuery, ask); word != "ok" {
		actor = "admin"
		_, field = m.outcome(actor, loginAsQuery, ask)
	}
	id := map[string]any{"id": field["impersonation"].(map[string]any)["id"]}
	m.consent(consent)
	sees := "no"
	if _, node := m.outcome(role, loginAsSeesQuery, id); node != nil {
		sees = "yes"
	}
	cells = append(cells, sees)
	for _, step := range []struct{ query, otherwise string }{
		{loginAsDecideQuery, "client_admin"}, {loginAsStartQuery, actor}, {loginAsEndQuery, ""},
	} {
		word, _ := m.outcome(role, step.query, id)
		if cells = append(cells, word); word != "ok" && step.otherwise != "" {
			m.consent("ASK")
			if word, _ := m.outcome(step.otherwise, step.query, id); word != "ok" {
				m.Errorf("%s, %s, %s: %s cannot go on: %s", mode, consent, role, step.otherwise, word)
			}
			m.consent(consent)
		}
	}
	word, _ = m.outcome(role, loginAsKillQuery, org)
	cells = append(cells, word)
	org["consent"] = consent
	word, _ = m.outcome(role, loginAsSetQuery, org)
	return append(cells, word)
}

// enter opens a session of a customer's persona, and answers who acts in it.
func (m *loginAsMatrix) enter(mode, persona string) string {
	m.Helper()
	m.clear()
	m.consent("ALWAYS")
	word, field := m.outcome("admin", loginAsQuery, map[string]any{"org": m.names["org.harbor"], "user": m.names["user."+persona], "mode": mode})
	if word != "ok" {
		m.Fatalf("as %s: %s", persona, word)
	}
	return "bearer " + field["token"].(string)
}

// within tries every mutation that is the account's own, in both modes.
func (m *loginAsMatrix) within(out *strings.Builder) {
	m.Helper()
	c := newCaller(m.api)
	fields := slices.DeleteFunc(slices.Clone(c.schema.Mutation.Fields), func(f *ast.FieldDefinition) bool {
		return f.Directives.ForName("ownSession") == nil && f.Directives.ForName("stepUp") == nil
	})
	slices.SortFunc(fields, func(a, b *ast.FieldDefinition) int { return strings.Compare(a.Name, b.Name) })
	personas := []string{"tenant_admin", "client_admin", "agent"}
	words := map[string][]string{}
	for _, mode := range []string{"CLIENT", "PARTNER"} {
		for _, persona := range personas {
			as := m.enter(mode, persona)
			for _, f := range fields {
				call := c.make(f, "", "", 2)
				word, _ := m.outcome(as, call.query, call.variables)
				if word != "IMPERSONATED" {
					m.Errorf("%s in the session of %s: %s", f.Name, persona, word)
				}
				words[f.Name] = append(words[f.Name], word)
			}
			if word, _ := m.outcome(as, loginAsEndQuery, nil); word != "ok" {
				m.Errorf("loginAsEnd within: %s", word)
			}
			if word, _ := m.outcome(as, `{ viewer { id } }`, nil); word != "UNAUTHENTICATED" {
				m.Errorf("after loginAsEnd: %s", word)
			}
		}
	}
	fmt.Fprintf(out, "| mutation | as %s | and as partner |\n|---|---|---|\n", strings.Join(personas, ", as "))
	for _, f := range fields {
		if f.Directives.ForName("ownSession") == nil { // what takes a step-up is many things of other files
			continue
		}
		w := words[f.Name]
		fmt.Fprintf(out, "| %s | %s | %s |\n", f.Name, strings.Join(w[:3], ", "), strings.Join(w[3:], ", "))
	}
}

// TestLoginAsRights compares the session of staff with the user's own: every
// permission, everywhere, and every answer to every query are the same, so that
// nothing of the reseller's is to be had through it, and nothing is missing.
func TestLoginAsRights(t *testing.T) {
	t.Parallel()
	for _, mode := range []string{"CLIENT", "PARTNER"} {
		t.Run(mode, func(t *testing.T) {
			t.Parallel()
			m := &loginAsMatrix{api: newAPI(t)}
			c := newCaller(m.api)
			for _, persona := range customerRoles() {
				as := m.enter(mode, persona)
				m.same(persona, as, "permissions", call{query: m.everyPermission()})
				for _, f := range c.schema.Query.Fields {
					// Where a user is signed in is not shown to others, and the viewer names the session.
					if strings.HasPrefix(f.Name, "__") || f.Name == "sessions" || f.Name == "viewer" {
						continue
					}
					m.same(persona, as, f.Name, c.make(f, "", "", 2))
				}
			}
		})
	}
}

func (m *loginAsMatrix) same(persona, as, name string, call call) {
	m.Helper()
	own, theirs := m.do(persona, call.query, call.variables), m.do(as, call.query, call.variables)
	// A plan is sealed anew each time, and who visits does not decide on visits.
	unlike := regexp.MustCompile(`"planToken": "[^"]*"`)
	if name == "impersonations" {
		unlike = regexp.MustCompile(`"viewerActions": \[[^]]*\]`)
		if strings.Contains(m.settled(theirs), `"END"`) {
			m.Errorf("%s can be ended by who visits", name)
		}
	}
	if diff := cmp.Diff(unlike.ReplaceAllString(m.settled(own), ""), unlike.ReplaceAllString(m.settled(theirs), "")); diff != "" {
		m.Errorf("%s as %s (-own +impersonated):\n%.2000s", name, persona, diff)
	}
}

func (m *loginAsMatrix) settled(w *httptest.ResponseRecorder) string {
	m.Helper()
	text, err := settled(w.Body.Bytes())
	if err != nil {
		m.Fatalf("%v: %.300s", err, w.Body)
	}
	return string(text)
}

// everyPermission asks for each permission at each kind of place.
func (m *loginAsMatrix) everyPermission() string {
	var q strings.Builder
	q.WriteString("{ viewer { permissions ")
	for _, p := range authz.Permissions() {
		for i, at := range []string{"org.harbor", "org.harbor.north", "org.mill", "org.root"} {
			fmt.Fprintf(&q, "p%d_%s: can(permission: %s, on: %q) ", i, p.Name(), p.Name(), m.names[at])
		}
	}
	q.WriteString("organization { id } user { id } } }")
	return q.String()
}

package graph_test

import (
	"encoding/json"
	"fmt"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2/ast"

	"tenantry/authz"
	"tenantry/ent/schema"
)

// stranger is somebody with the ids of others.
type stranger struct {
	persona string
	foreign []string        // names of the world that must not exist for him
	secrets func() []string // what must never stand in an answer to him, beside the ids
}

// strangers are the most powerful people of a reseller and of a customer.
func strangers() []stranger {
	ofRival := func() []string { return words(rival(), func(string) bool { return true }) }
	beyondHarbor := func() []string {
		return append(ofRival(), words(meridian(), func(org string) bool { return !strings.HasPrefix(org, "harbor") })...)
	}
	rivals := []string{
		"org.rival.root", "org.rival.customer", "org.rival.part", "user.rival_admin", "user.rival_user", "user.rival_suspended", "user.rival_pending",
		"inv.rival_pending", "role.rival.customer.helpdesk", "role.rival.root.reseller_admin", "ses.rival_admin", "aud.rival", "mem.rival_user", "job.rival", "mail.rival", "imp.rival", "pk.rival", "cmod.rival", "sto.rival", "whk.rival", "key.rival", "sinc.rival", "rel.rival", "res.rival.root",
		"plan.rival", "bsub.rival", "bacc.rival", "bill.rival", "rsch.rival", "cred.rival.customer_initial",
	}
	others := []string{
		"org.root", "org.mill", "org.mill.mobile", "user.admin", "user.staff_suspended", "user.mill_agent", "user.mill_pending", "inv.mill_pending",
		"inv.staff_pending", "role.mill.helpdesk", "ses.admin", "ses.mill_admin", "aud.mill", "aud.root", "mem.mill_agent",
		"job.mill", "job.root", "mail.mill", "mail.root", "imp.mill", "pk.mill", "pk.root", "cmod.mill", "cmod.root", "sto.mill", "whk.mill", "key.root", "sinc.root", "rel.root", "res.root",
		"plan.root_free", "bsub.mill", "bacc.mill", "bill.mill", "rsch.root", "cred.root_bought",
	}
	return []stranger{
		{"admin", rivals, ofRival},
		{"tenant_admin", append(slices.Clone(others), oneOfEachKind(rivals)...), beyondHarbor},
		{"client_admin", append(slices.Clone(others), oneOfEachKind(rivals)...), beyondHarbor},
	}
}

// words are the names and addresses of a reseller's rows in some organizations.
func words(t tenantRows, in func(org string) bool) []string {
	var out []string
	for _, o := range t.organizations {
		if in(o.name) {
			out = append(out, o.title)
		}
	}
	for _, p := range t.people {
		if in(p.org) && p.email != "shared@both.test" {
			out = append(out, p.email, p.first, p.last)
		}
	}
	return out
}

// TestForeignIdsDoNotExist sends the ids of others to every place of the API
// that takes an id, and expects what an unknown id would get: null, an empty
// list or NOT_FOUND, without a foreign word in the answer and without a change.
func TestForeignIdsDoNotExist(t *testing.T) {
	t.Parallel()
	for _, who := range strangers() {
		t.Run(who.persona, func(t *testing.T) {
			t.Parallel()
			a := newAPI(t)
			a.hear() // so that a session is read once, not for each of the calls
			c, before := newCaller(a), a.digests("")
			for field, calls := range c.foreignCalls(who.foreign) {
				taken := map[string]bool{}
				for _, call := range calls {
					taken[call.at] = a.foreign(who, call, a.do(who.persona, call.query, call.variables)) || taken[call.at]
				}
				for at, ok := range taken {
					if !ok {
						t.Errorf("%s(%s) takes no kind of id that is sent", field, at)
					}
				}
				if diff := cmp.Diff(before, a.digests("")); diff != "" {
					t.Fatalf("%s changed rows (-before +after):\n%s", field, diff)
				}
			}
		})
	}
}

// uniform are fields that do the same whatever they are given: an export is
// made of a list with nobody in it (see TestExportReach), and whether an
// address is known is found out by a job; an organization moves nowhere, and
// usage is never asked for without some organizations.
var uniform = []string{"exportCreate", "passwordForgotten", "organizationMove.parentId", "usage.where.organizationId.notIn"}

// foreignCalls are the calls of all fields with each id at each place, by field.
func (c *caller) foreignCalls(foreign []string) map[string][]call {
	calls := map[string][]call{}
	each := func(name string, f *ast.FieldDefinition, wrap func(call) call) {
		if slices.Contains(uniform, name) {
			return
		}
		for _, at := range c.idPaths(f) {
			if slices.Contains(uniform, name+"."+at) {
				continue
			}
			for _, id := range c.worthSending(f, at, foreign) {
				if c.names[id] == "" {
					c.Fatalf("nothing is called %s", id)
				}
				depth := 1
				if c.isMutation(f) { // the errors of its results
					depth = 2
				}
				calls[name] = append(calls[name], wrap(c.make(f, at, c.names[id], depth)))
			}
		}
	}
	for _, f := range c.roots() {
		each(f.Name, f, func(call call) call { return call })
	}
	for name, fields := range c.nested() {
		for _, f := range fields {
			each(name+"."+f.Name, f, func(call call) call { return c.within(hosts[name], call) })
		}
	}
	return calls
}

// worthSending are the names to send to a place: all of the kind that belongs
// there and one of each other, since an id of another kind is none whosever it
// is. All filters are made alike and get one of each.
func (c *caller) worthSending(f *ast.FieldDefinition, at string, foreign []string) []string {
	last := at[strings.LastIndexByte(at, '.')+1:]
	if f.Name == "node" || f.Name == "nodes" || last == "on" { // of any kind
		return foreign
	}
	if strings.Contains("."+at, ".where.") {
		return oneOfEachKind(foreign)
	}
	belongs := kindOfID(c.own(f, at))
	kind := func(name string) bool { return kindOfID(c.names[name]) == belongs }
	return append(slices.DeleteFunc(slices.Clone(foreign), func(name string) bool { return !kind(name) }),
		slices.DeleteFunc(oneOfEachKind(foreign), kind)...)
}

func kindOfID(id string) string {
	kind, _, _ := strings.Cut(id, "_")
	return kind
}

// oneOfEachKind leaves one name for each type of record.
func oneOfEachKind(names []string) []string {
	seen := map[string]bool{}
	return slices.DeleteFunc(slices.Clone(names), func(name string) bool {
		kind, _, _ := strings.Cut(name, ".")
		was := seen[kind]
		seen[kind] = true
		return was
	})
}

// foreign judges the answer to a call with a foreign id. It tells whether the
// place takes ids of the kind at all: filters refuse others.
func (a *api) foreign(who stranger, call call, w *httptest.ResponseRecorder) (taken bool) {
	a.Helper()
	body := w.Body.String()
	fail := func(format string, args ...any) {
		a.Helper()
		a.Errorf("%s: %s(%s) with %v: %s\n%.600s", who.persona, call.field, call.at, call.variables, fmt.Sprintf(format, args...), body)
	}
	// A change to many says of which id it speaks: of the one that was sent.
	a.leaks(who, allowedWords(call.field, strings.ReplaceAll(body, `"userId":"`+call.id+`","ok":false,"user":null`, "")), fail)
	var answer struct {
		Errors []struct {
			Extensions struct{ Code string }
		}
		Data map[string]any
	}
	if err := json.Unmarshal([]byte(body), &answer); err != nil {
		fail("not JSON: %v", err)
		return true
	}
	for _, e := range answer.Errors {
		switch code := e.Extensions.Code; {
		case code == "BAD_USER_INPUT" && strings.Contains(call.at, "where."):
			return false
		case code == "RATE_LIMITED" && call.field == "sessionCreate":
		case code != "FORBIDDEN":
			fail("the code is %s", code)
		}
	}
	// "None of these" says nothing about what is there, and everybody's own
	// customer stands below the root, which he does not see.
	ownParent := strings.Contains(call.at, "parentId") && strings.Contains(fmt.Sprint(call.variables), a.names["org.root"])
	if len(answer.Errors) > 0 || ownParent || strings.HasSuffix(call.at, ".notIn") || strings.Contains(call.at, ".not.") {
		return true
	}
	if call.field == "impersonations" && strings.Contains(call.at, ".actorId.") && who.persona != "admin" {
		return true // an account may look for what one of the staff did in it
	}
	if strings.Contains(call.at, ".matching.") && slices.Equal(refusals(answer.Data[call.field].(map[string]any)), []string{"STALE"}) {
		return true // not the one user that was expected
	}
	if found := present(answer.Data, strings.HasPrefix(call.query, "mutation")); found != "" && !a.alike(who, call, body) {
		fail("%s", found)
	}
	return true
}

// alike tells whether a new user is refused in the same words for an id that
// nobody has: which of the other roles can be given is said beside it.
func (a *api) alike(who stranger, call call, body string) bool {
	a.Helper()
	if call.field != "userCreate" {
		return false
	}
	unknown := schema.GlobalID(kindOfID(call.id), schema.NewID())
	sent, err := json.Marshal(call.variables)
	if err != nil {
		a.Fatal(err)
	}
	var variables map[string]any
	if err := json.Unmarshal([]byte(strings.ReplaceAll(string(sent), call.id, unknown)), &variables); err != nil {
		a.Fatal(err)
	}
	return strings.ReplaceAll(a.do(who.persona, call.query, variables).Body.String(), unknown, call.id) == body
}

// allowedWords leaves out what everybody may read of the reseller: a browser
// shows who asks for a passkey, under whose name everybody gets mail and sees
// the portals, and an account reads the names of the staff that entered it.
func allowedWords(field, body string) string {
	reseller := meridian().reseller
	for _, words := range []string{`"rp":{"name":"` + reseller + `"`, `"productName":"` + reseller + `"`, `"mailSenderName":"` + reseller + `"`} {
		body = strings.ReplaceAll(body, words, "")
	}
	if field == "impersonations" || field == "node" || field == "nodes" {
		body = strings.ReplaceAll(body, `"actorName":"Ada Lindqvist"`, "")
	}
	return body
}

// leaks looks for foreign words and ids.
func (a *api) leaks(who stranger, body string, fail func(string, ...any)) {
	a.Helper()
	for _, text := range who.secrets() {
		if strings.Contains(body, `"`+text) || strings.Contains(body, text+`"`) || strings.Contains(body, " "+text+" ") {
			fail("the answer names %q", text)
		}
	}
	for _, name := range who.foreign {
		_, key, err := schema.ParseGlobalID(a.names[name])
		if err != nil {
			a.Fatal(err)
		}
		if strings.Contains(body, a.names[name]) || strings.Contains(body, key.String()) {
			fail("the answer holds the id of %s", name)
		}
	}
}

// present tells what an answer found, which should be nothing.
func present(data map[string]any, mutation bool) string {
	for name, field := range data {
		switch v := field.(type) {
		case nil:
		case bool:
			if v {
				return name + " is true"
			}
		case []any:
			for _, item := range v {
				if item != nil {
					return name + " holds something"
				}
			}
		case map[string]any:
			if found := presentObject(name, v, mutation); found != "" {
				return found
			}
		}
	}
	return ""
}

func presentObject(name string, v map[string]any, mutation bool) string {
	if mutation {
		for _, refusal := range refusals(v) {
			if !slices.Contains([]string{"NOT_FOUND", "INVALID_CREDENTIALS"}, refusal) {
				return name + " was refused with " + refusal
			}
		}
		if len(refusals(v)) == 0 {
			return name + " was not refused"
		}
		return ""
	}
	if edges, ok := v["edges"].([]any); ok {
		if len(edges) > 0 || v["totalCount"] != nil && v["totalCount"] != 0.0 {
			return name + " is not empty"
		}
		return ""
	}
	if v["__typename"] == "UserRolesPlan" {
		if v["planToken"] != nil {
			return name + " can be set"
		}
		return presentObject(name, v, true)
	}
	if rows, ok := v["rows"].([]any); ok && v["__typename"] == "UsageResult" && len(rows) == 0 {
		return ""
	}
	if v["__typename"] == "UserStats" || v["__typename"] == "OrganizationStats" {
		if v["total"] != 0.0 {
			return name + " counts somebody"
		}
		return ""
	}
	if v["__typename"] == nil { // the host of a nested field
		return present(v, mutation)
	}
	return name + " was found"
}

// refusals are the codes of a payload and of its results.
func refusals(payload map[string]any) []string {
	var codes []string
	lists, _ := payload["results"].([]any)
	for _, list := range append(lists, payload) {
		errors, _ := list.(map[string]any)["errors"].([]any)
		for _, e := range errors {
			codes = append(codes, e.(map[string]any)["code"].(string))
		}
	}
	return codes
}

// TestNothingForeignShows calls every field as it is meant to be called and
// looks for foreign words: lists, and changes that are carried out.
func TestNothingForeignShows(t *testing.T) {
	t.Parallel()
	for _, who := range strangers() {
		t.Run(who.persona, func(t *testing.T) {
			t.Parallel()
			a := newAPI(t)
			c := newCaller(a)
			_, key, err := schema.ParseGlobalID(a.names["res.rival.root"])
			if err != nil {
				t.Fatal(err)
			}
			before := a.digests(key.String())
			a.save()
			for _, f := range c.roots() {
				call := c.make(f, "", "", 3)
				w := a.do(who.persona, call.query, call.variables)
				if w.Code != 200 && !strings.Contains(w.Body.String(), "FORBIDDEN") {
					t.Errorf("%s: status %d: %.500s", f.Name, w.Code, w.Body)
				}
				a.leaks(who, allowedWords(f.Name, w.Body.String()), func(format string, args ...any) {
					t.Errorf("%s: %s: %s\n%.600s", who.persona, f.Name, fmt.Sprintf(format, args...), w.Body)
				})
				if diff := cmp.Diff(before, a.digests(key.String())); diff != "" {
					t.Fatalf("%s changed rows of the rival (-before +after):\n%s", f.Name, diff)
				}
				if c.isMutation(f) {
					a.restore()
				}
			}
		})
	}
}

// TestStrangersAreTurnedAway: without a session every field but the public
// ones answers UNAUTHENTICATED.
func TestStrangersAreTurnedAway(t *testing.T) {
	t.Parallel()
	a := newAPI(t)
	c := newCaller(a)
	for _, f := range c.roots() {
		call, before := c.make(f, "", "", 1), a.digests("")
		w := a.do("anonymous", call.query, call.variables)
		turnedAway := strings.Contains(w.Body.String(), `"UNAUTHENTICATED"`)
		if public := f.Directives.ForName("public") != nil; turnedAway == public {
			t.Errorf("%s: public is %v, but the answer is %d %.300s", f.Name, public, w.Code, w.Body)
		}
		if turnedAway && (w.Code != 401 || strings.Contains(w.Body.String(), `"data"`)) {
			t.Errorf("%s: the answer is %d %.300s, want 401 without data", f.Name, w.Code, w.Body)
		}
		if diff := cmp.Diff(before, a.digests("")); turnedAway && diff != "" {
			t.Errorf("%s changed rows (-before +after):\n%s", f.Name, diff)
		}
	}
}

// TestGuardsFollowThePolicy calls every guarded field as every persona and
// expects FORBIDDEN exactly where the policy gives the roles none of the
// permissions that the schema names.
func TestGuardsFollowThePolicy(t *testing.T) {
	t.Parallel()
	a := newAPI(t)
	c := newCaller(a)
	a.save()
	for _, persona := range a.personas() {
		held := a.permissions(persona)
		for _, f := range c.roots() {
			guard := f.Directives.ForName("hasPermission")
			if guard == nil {
				continue
			}
			allowed := slices.ContainsFunc(guard.Arguments.ForName("anyOf").Value.Children, func(v *ast.ChildValue) bool {
				return slices.Contains(held, v.Value.Raw)
			})
			// An id that nobody has keeps the data as it is; what has none is put back.
			call := c.make(f, "", "", 1)
			if len(c.idPaths(f)) > 0 && c.isMutation(f) {
				call = c.make(f, c.idPaths(f)[0], "none", 1)
			}
			w := a.do(persona, call.query, call.variables)
			if forbidden := strings.Contains(w.Body.String(), `"FORBIDDEN"`); forbidden == allowed {
				t.Errorf("%s %s: the policy allows it: %v, but the answer is %.300s", persona, f.Name, allowed, w.Body)
			}
			if c.isMutation(f) && allowed && len(c.idPaths(f)) == 0 {
				a.restore()
			}
		}
	}
}

// permissions are what the policy gives the roles of a persona.
func (a *api) permissions(persona string) []string {
	a.Helper()
	rules, err := policy()
	if err != nil {
		a.Fatal(err)
	}
	var answer struct {
		Data struct {
			Viewer struct {
				User struct{ Roles []struct{ Key string } }
			}
		}
	}
	body := a.do(persona, `query { viewer { user { roles { key } } } }`, nil).Body
	if err := json.Unmarshal(body.Bytes(), &answer); err != nil {
		a.Fatal(err)
	}
	var keys []string
	for _, r := range answer.Data.Viewer.User.Roles {
		keys = append(keys, r.Key)
	}
	if len(keys) == 0 {
		a.Fatalf("%s has no roles: %s", persona, body)
	}
	var names []string
	for _, p := range rules.Allowed(keys...).List() {
		names = append(names, p.Name())
	}
	if persona == "client_user" { // he was given a sub-account
		names = append(names, authz.SubAccountRead.Name(), authz.SubAccountAccess.Name())
	}
	return names
}

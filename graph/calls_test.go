package graph_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"tenantry/graph/generated"
)

// caller makes operations from the schema alone, so that a field added later
// is called without a line of test being written.
type caller struct {
	testing.TB
	schema *ast.Schema
	names  map[string]string // of the world
	done   map[string]int    // how often a mutation was carried out, see take
}

func newCaller(a *api) *caller {
	a.business()
	return &caller{TB: a.T, schema: generated.NewExecutableSchema(generated.Config{}).Schema(), names: a.names, done: map[string]int{}}
}

// call is an operation to send.
type call struct {
	field     string // "Mutation.userUpdate"
	at        string // where the foreign id stands, "" for nowhere
	id        string // that id
	query     string
	variables map[string]any
}

// roots lists the fields of Query and Mutation.
func (c *caller) roots() []*ast.FieldDefinition {
	return slices.DeleteFunc(slices.Concat(c.schema.Query.Fields, c.schema.Mutation.Fields),
		func(f *ast.FieldDefinition) bool { return strings.HasPrefix(f.Name, "__") })
}

func (c *caller) isMutation(f *ast.FieldDefinition) bool {
	return c.schema.Mutation.Fields.ForName(f.Name) == f
}

// hosts are the objects through which a field of a type is reached when it
// takes ids itself.
var hosts = map[string]string{
	"Viewer":       "viewer { %s }",
	"Organization": `organization(id: "${org.harbor}") { %s }`,
}

// nested lists the fields of objects that take ids, by the name of their type.
// One whose type has no host fails the test.
func (c *caller) nested() map[string][]*ast.FieldDefinition {
	found := map[string][]*ast.FieldDefinition{}
	entries := []*ast.Definition{c.schema.Query, c.schema.Mutation, c.schema.Subscription} // TestLiveForeign looks at the last
	for name, def := range c.schema.Types {
		if def.Kind != ast.Object || strings.HasPrefix(name, "__") || slices.Contains(entries, def) {
			continue
		}
		for _, f := range def.Fields {
			if len(c.idPaths(f)) == 0 {
				continue
			}
			if hosts[name] == "" {
				c.Errorf("%s.%s takes ids, but how to get at a %s is not known; add it to hosts", name, f.Name, name)
			}
			found[name] = append(found[name], f)
		}
	}
	return found
}

// idPaths are the places in the arguments of a field where an id can stand:
// "input.items.roleIds". Inputs within themselves are opened once.
func (c *caller) idPaths(f *ast.FieldDefinition) []string {
	var paths []string
	var walk func(t *ast.Type, path string, within []string)
	walk = func(t *ast.Type, path string, within []string) {
		def := c.schema.Types[t.Name()]
		switch {
		case def.Name == "ID":
			paths = append(paths, path)
		case def.Kind == ast.InputObject && count(within, def.Name) < 2:
			for _, field := range def.Fields {
				walk(field.Type, path+"."+field.Name, append(slices.Clone(within), def.Name))
			}
		}
	}
	for _, a := range f.Arguments {
		walk(a.Type, a.Name, nil)
	}
	return paths
}

func count(list []string, s string) (n int) {
	for _, x := range list {
		if x == s {
			n++
		}
	}
	return n
}

// own are ids that an id argument may have so that nothing stands against the
// call but what is tested. They are found by the last word of the path, for
// "id" by the field's name.
func (c *caller) own(f *ast.FieldDefinition, path string) string {
	last := path[strings.LastIndexByte(path, '.')+1:]
	if last == "id" || last == "ids" {
		last = f.Name
	}
	for _, at := range []struct{ begins, name string }{
		{"subAccount", "org.harbor.north"}, {"organization", "org.harbor"}, {"on", "org.harbor"}, {"role", "role.harbor.helpdesk"},
		{"primaryTenant", "org.harbor"},
		{"user", "user.harbor_agent"}, {"member", "mem.supervisor"}, {"passkey", "pk.root"}, {"deadMail", "mail.harbor"}, {"node", "user.harbor_agent"}, {"loginAs", "imp.harbor"}, {"impersonation", "imp.harbor"}, {"actor", "user.admin"}, {"invitation", "inv.harbor_pending"}, {"session", "ses.admin"},
		{"job", "job.root"},
		{"customModel", "cmod.harbor"}, {"storageAccount", "sto.harbor"}, {"webhookEndpoint", "whk.harbor"}, {"apiCredential", "key.harbor"},
		{"serviceIncident", "sinc.root"}, {"releaseNote", "rel.root"},
		{"plan", "plan.root"}, {"billingSubscription", "bsub.harbor"}, {"invoice", "bill.harbor"}, {"reportSchedule", "rsch.root"}, {"recipient", "user.support"},
		{"creditReverse", "cred.harbor_initial"}, {"creditLowMark", "org.harbor"}, {"branding", "org.harbor"}, {"parentId", "org.root"},
	} {
		if strings.HasPrefix(last, at.begins) {
			return c.names[at.name]
		}
	}
	c.Errorf("%s(%s): which id to send is not known; teach caller.own", f.Name, path)
	return ""
}

// make builds the call of a field with the least arguments and, when at names
// a place, with id there. Depth says how many objects within objects to select.
func (c *caller) make(f *ast.FieldDefinition, at, id string, depth int) call {
	out := call{at: at, id: id, variables: map[string]any{}}
	var declared, passed []string
	for _, a := range f.Arguments {
		value, given := c.value(f, a.Type, a.DefaultValue, a.Name, at, id, nil)
		if !given {
			continue
		}
		out.variables[a.Name] = value
		declared = append(declared, "$"+a.Name+": "+a.Type.String())
		passed = append(passed, a.Name+": $"+a.Name)
	}
	text := f.Name
	if len(passed) > 0 {
		text += "(" + strings.Join(passed, ", ") + ")"
	}
	text += c.selection(f.Type, depth, false)
	kind := "query"
	if c.isMutation(f) {
		kind = "mutation"
	}
	if len(declared) > 0 {
		kind += " (" + strings.Join(declared, ", ") + ")"
	}
	out.field, out.query = f.Name, kind+" { "+text+" }"
	return out
}

// within puts the call of an object's field behind its host.
func (c *caller) within(host string, call call) call {
	head, body, _ := strings.Cut(call.query, "{")
	body = strings.TrimSuffix(strings.TrimSpace(body), "}")
	for name, value := range c.names {
		host = strings.ReplaceAll(host, "${"+name+"}", value)
	}
	call.query = head + "{ " + fmt.Sprintf(host, body) + " }"
	return call
}

// value is what to send for an argument or an input field; given is false for
// what can be left out and does not lead to the place.
func (c *caller) value(f *ast.FieldDefinition, t *ast.Type, preset *ast.Value, path, at, id string, within []string) (v any, given bool) {
	leads := at == path || strings.HasPrefix(at, path+".")
	if !leads && !c.needed(f, path, at) && (!t.NonNull || preset != nil) {
		return nil, false
	}
	if t.Elem != nil {
		item, _ := c.value(f, &ast.Type{NamedType: t.Elem.NamedType, Elem: t.Elem.Elem, NonNull: true}, nil, path, at, id, within)
		return []any{item}, true
	}
	def := c.schema.Types[t.NamedType]
	switch {
	case at == path:
		return id, true
	case def.Name == "ID":
		return c.own(f, path), true
	case def.Name == "ReportKind":
		return "USAGE_BY_ORGANIZATION", true // the others take more than a permission for reports
	case def.Kind == ast.Enum:
		return def.EnumValues[0].Name, true
	case def.Kind == ast.InputObject:
		object := map[string]any{}
		// Of some inputs exactly one field is sent: the one that leads to the
		// place, else the first.
		oneOf := def.Directives.ForName("oneOf") != nil && !strings.HasPrefix(at, path+".")
		for i, field := range def.Fields {
			if oneOf && i == 0 {
				field = &ast.FieldDefinition{Name: field.Name, Type: &ast.Type{NamedType: field.Type.NamedType, Elem: field.Type.Elem, NonNull: true}}
			}
			if value, given := c.value(f, field.Type, field.DefaultValue, path+"."+field.Name, at, id, within); given {
				object[field.Name] = value
			}
		}
		return object, true
	}
	return c.scalar(f, def, path), true
}

// needed are values that can be left out as far as the schema goes.
func (c *caller) needed(f *ast.FieldDefinition, path, at string) bool {
	pasted := strings.HasPrefix(at, "input.each.") // for those in a text
	return slices.Contains(map[string][]string{
		"userCreate":        {"input.firstName", "input.lastName", "input.userType", "input.access"},
		"invitationsCreate": {map[bool]string{true: "input.text", false: "input.items"}[pasted]},
		"usageRecord":       map[bool][]string{true: {"input.csv", "input.metric", "input.day"}, false: {"input.records"}}[at == "input.organizationId"],
	}[f.Name], path)
}

// scalar is a plausible value.
func (c *caller) scalar(f *ast.FieldDefinition, def *ast.Definition, path string) any {
	switch def.Name {
	case "Int":
		return 1
	case "Boolean":
		return false
	case "Date":
		return "2026-03-01"
	case "DateTime":
		return "2026-03-01T12:00:00Z"
	case "BigInt":
		if strings.HasSuffix(path, "Bytes") {
			return "1073741824"
		}
		return "1"
	case "Decimal":
		return "1"
	case "JSON":
		return map[string]any{}
	case "String", "Cursor", "LongText":
		switch last := strings.ToLower(path[strings.LastIndexByte(path, '.')+1:]); {
		case strings.Contains(path, ".items.") || f.Name == "invitationsCreate" && last == "text" || f.Name == "userCreate" && last == "email": // somebody new
			return "somebody@harbor.test"
		case strings.Contains(last, "email"):
			return "nina@harbor.test"
		case strings.Contains(last, "password"):
			return password
		case strings.Contains(last, "terms"):
			return "2"
		case f.Name == "usageRecord" && last == "csv":
			return "quantity,key\n1,one"
		case last == "metric":
			return "SMS_SENT"
		case last == "csv":
			return "email,firstName,lastName\nsomebody@harbor.test,Some,Body"
		case last == "contenttype":
			return "image/png"
		case last == "domain":
			return "portal.example.com"
		case last == "code":
			return "000000"
		case last == "url":
			return "https://hooks.partner.test/in"
		case last == "events":
			return "user.created"
		}
		return "text"
	}
	c.Errorf("%s: a value of type %s is not known; teach caller.scalar", path, def.Name)
	return nil
}

// selection asks for everything of a type, objects to a depth. Fields of the
// types behind an interface are kept apart by names of their own.
func (c *caller) selection(t *ast.Type, depth int, apart bool) string {
	def := c.schema.Types[t.Name()]
	switch def.Kind {
	case ast.Scalar, ast.Enum:
		return ""
	case ast.Interface, ast.Union:
		parts := []string{"__typename"}
		for _, possible := range c.schema.GetPossibleTypes(def) {
			parts = append(parts, "... on "+possible.Name+c.selection(&ast.Type{NamedType: possible.Name}, depth-1, true))
		}
		return " { " + strings.Join(parts, " ") + " }"
	}
	parts := []string{"__typename"}
	for _, f := range def.Fields {
		required := slices.ContainsFunc(f.Arguments, func(a *ast.ArgumentDefinition) bool { return a.Type.NonNull && a.DefaultValue == nil })
		kind := c.schema.Types[f.Type.Name()].Kind
		if required || kind != ast.Scalar && kind != ast.Enum && depth == 0 {
			continue
		}
		args := ""
		if f.Arguments.ForName("first") != nil {
			args = "(first: 2)"
		}
		alias := ""
		if apart && f.Name != "id" {
			alias = strings.ToLower(def.Name) + "_" + f.Name + ": "
		}
		parts = append(parts, alias+f.Name+args+c.selection(f.Type, depth-1, false))
	}
	return " { " + strings.Join(parts, " ") + " }"
}

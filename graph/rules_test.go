package graph

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	gql "github.com/vektah/gqlparser/v2/ast"

	"tenantry/graph/generated"
)

// anySignedIn are the root fields that any signed-in caller may use. What they
// answer is decided with the object. A new line here is a visible decision.
var anySignedIn = []string{
	"Query.node", "Query.nodes", "Query.sessions", "Query.permissionMatrix",
	"Query.modules", "Query.features", "Query.job", "Query.jobs", "Subscription.jobChanged", "Mutation.jobCancel",
	"Mutation.sessionDelete", "Mutation.sessionRevoke", "Mutation.sessionsRevokeOthers",
	"Mutation.sessionStepUp", "Mutation.sessionStepUpPasskeyBegin",
	"Mutation.userUpdate", "Mutation.userEmailChange", "Mutation.userEmailChangeCancel", "Mutation.passwordChange",
	"Mutation.totpEnroll", "Mutation.totpConfirm", "Mutation.totpRemove", "Mutation.recoveryCodesRenew",
	"Mutation.passkeyRegistrationBegin", "Mutation.passkeyRegister", "Mutation.passkeyRename", "Mutation.passkeyRemove",
}

// sensitive are the mutations that take a fresh proof of identity: changes of
// roles, removals, and whatever makes or removes a secret of somebody.
var sensitive = []string{
	"roleCreate", "roleUpdate", "roleDelete", "roleTwoFactorSet", "userRolesSet", "userDelete",
	"userPasswordReset", "userTwoFactorReset", "organizationTwoFactorSet", "userEmailChange",
	"memberUpdate", "memberRemove",
	"totpEnroll", "totpRemove", "recoveryCodesRenew", "passkeyRegistrationBegin", "passkeyRemove",
	"storageAccountDelete", "webhookEndpointCreate", "webhookEndpointSecretRotate",
	"apiCredentialCreate", "apiCredentialUpdate", "apiServiceConfigure",
	"organizationDelete", "organizationSsoTokenRotate", "organizationSsoTokenRemove", "loginAs", "loginAsStart",
}

// unpaged are lists of objects that are short by nature and so have no pages.
var unpaged = []string{
	"User.roles", "User.memberships", "Membership.subAccounts", "AuditEvent.changes",
	"Query.nodes", "Query.permissionMatrix", "Query.modules", "InvitationsCreatePayload.results",
	"User.grants", "AccessExplanation.rules", "UserRolesPlan.added", "UserRolesPlan.removed", "TwoFactor.passkeys",
	"ServiceIncident.updates", "Query.webhookEvents", "ApiCredential.roles", "UsersBulkPayload.results", "UsersImportPayload.results", "InvitationItemsParsed.items",
	"Query.features", "Viewer.features", "Organization.features", "Viewer.modules", "Organization.ancestors", "Query.brandings", "Organization.brandings",
	"Plan.usagePrices", "PlanTerms.usagePrices", "Invoice.lines", "Invoice.payments", "CreditUsagePayload.results",
	"Query.usageMetrics", "UsageResult.rows", "Organization.usage", "Query.reports", "Report.columns", "ReportSchedule.organizations", "ReportSchedule.recipients",
}

// unsaid are lists that are null for another reason than a guard: for who may
// not see them, and where nothing was said.
var unsaid = []string{"Organization.features", "ReportSchedule.organizations"}

func sdl(t testing.TB) *gql.Schema {
	t.Helper()
	return generated.NewExecutableSchema(generated.Config{}).Schema()
}

// own calls see for every type that is ours, in order of names.
func own(s *gql.Schema, see func(*gql.Definition)) {
	var names []string
	for name, def := range s.Types {
		if !def.BuiltIn && !strings.HasPrefix(name, "__") {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for _, name := range names {
		see(s.Types[name])
	}
}

func roots(s *gql.Schema, see func(name string, f *gql.FieldDefinition)) {
	for _, def := range []*gql.Definition{s.Query, s.Mutation, s.Subscription} {
		for _, f := range def.Fields {
			if !strings.HasPrefix(f.Name, "__") {
				see(def.Name+"."+f.Name, f)
			}
		}
	}
}

func TestEveryEntryIsGuarded(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	roots(sdl(t), func(name string, f *gql.FieldDefinition) {
		seen[name] = true
		guards := 0
		for _, directive := range []string{"hasPermission", "public"} {
			guards += len(f.Directives.ForNames(directive))
		}
		if slices.Contains(anySignedIn, name) {
			guards++
		}
		if guards != 1 {
			t.Errorf("%s needs exactly one of @hasPermission, @public and a line in anySignedIn; it has %d", name, guards)
		}
	})
	for _, name := range anySignedIn {
		if !seen[name] {
			t.Errorf("anySignedIn names %s, which is gone", name)
		}
	}
}

func TestSensitiveChangesTakeAFreshProof(t *testing.T) {
	t.Parallel()
	for _, f := range sdl(t).Mutation.Fields {
		if marked := f.Directives.ForName("stepUp") != nil; marked != slices.Contains(sensitive, f.Name) {
			t.Errorf("%s: @stepUp is %v; the list of sensitive mutations must say so", f.Name, marked)
		}
	}
}

func TestEntriesNameTheirPermission(t *testing.T) {
	t.Parallel()
	roots(sdl(t), func(name string, f *gql.FieldDefinition) {
		text := f.Description
		switch {
		case f.Directives.ForName("public") != nil:
			if !strings.HasSuffix(text, "Public.") {
				t.Errorf("%s is public and its description does not end with \"Public.\"", name)
			}
		case slices.Contains(anySignedIn, name):
			if !strings.Contains(text, "Any signed-in caller.") && !strings.Contains(text, "_") && !strings.Contains(text, "Oneself") {
				t.Errorf("%s: the description says neither \"Any signed-in caller.\" nor a permission", name)
			}
		case !slices.ContainsFunc(permissionsOf(f), func(p string) bool { return strings.Contains(text, p) }) &&
			!strings.Contains(text, "ermission of ") && !strings.Contains(text, "ermissions as in "):
			t.Errorf("%s: the description names none of its permissions", name)
		}
	})
}

func permissionsOf(f *gql.FieldDefinition) []string {
	var out []string
	for _, d := range f.Directives.ForNames("hasPermission") {
		for _, child := range d.Arguments.ForName("anyOf").Value.Children {
			out = append(out, child.Value.Raw)
		}
	}
	return out
}

func TestEverythingIsDescribed(t *testing.T) {
	t.Parallel()
	s := sdl(t)
	described := func(name, text string) {
		if len(strings.TrimSpace(text)) < 3 {
			t.Errorf("%s has no description", name)
		}
	}
	own(s, func(def *gql.Definition) {
		described(def.Name, def.Description)
		for _, f := range def.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			described(def.Name+"."+f.Name, f.Description)
			for _, a := range f.Arguments {
				described(def.Name+"."+f.Name+"("+a.Name+")", a.Description)
			}
		}
		for _, v := range def.EnumValues {
			described(def.Name+"."+v.Name, v.Description)
		}
	})
	for _, name := range []string{"hasPermission", "public", "cost"} {
		d := s.Directives[name]
		described("@"+name, d.Description)
		for _, a := range d.Arguments {
			described("@"+name+"("+a.Name+")", a.Description)
		}
	}
}

func TestConnections(t *testing.T) {
	t.Parallel()
	own(sdl(t), func(def *gql.Definition) {
		for _, f := range def.Fields {
			item := f.Type.Elem
			if def.Kind == gql.Object && strings.HasSuffix(f.Type.Name(), "Connection") {
				for _, arg := range []string{"first", "after", "last", "before"} {
					if f.Arguments.ForName(arg) == nil {
						t.Errorf("%s.%s lacks the argument %s", def.Name, f.Name, arg)
					}
				}
			}
			if def.Kind != gql.Object || item == nil || item.Name() == "MutationError" || strings.HasSuffix(def.Name, "Connection") {
				continue
			}
			if kind := sdl(t).Types[item.Name()].Kind; (kind == gql.Object || kind == gql.Interface) && !slices.Contains(unpaged, def.Name+"."+f.Name) {
				t.Errorf("%s.%s is a list of objects without pages", def.Name, f.Name)
			}
		}
		base, ok := strings.CutSuffix(def.Name, "Connection")
		if !ok {
			return
		}
		for field, want := range map[string]string{"edges": "[" + base + "Edge!]!", "nodes": "[" + base + "!]!", "pageInfo": "PageInfo!"} {
			if f := def.Fields.ForName(field); f == nil || f.Type.String() != want {
				t.Errorf("%s.%s must be %s", def.Name, field, want)
			}
		}
		if f := def.Fields.ForName("totalCount"); f != nil && f.Type.String() != "Int!" {
			t.Errorf("%s.totalCount must be Int!", def.Name)
		}
	})
}

func TestNullability(t *testing.T) {
	t.Parallel()
	s := sdl(t)
	roots(s, func(name string, f *gql.FieldDefinition) {
		if f.Type.NonNull {
			t.Errorf("%s: a root field is nullable, so that its refusal does not blank the page", name)
		}
	})
	own(s, func(def *gql.Definition) {
		for _, f := range def.Fields {
			if len(permissionsOf(f)) > 0 && f.Type.NonNull {
				t.Errorf("%s.%s is guarded and must be nullable", def.Name, f.Name)
			}
			if def.Kind == gql.Object && f.Type.Elem != nil && !f.Type.NonNull && len(permissionsOf(f)) == 0 &&
				def.Name != "MutationError" && !slices.Contains([]string{"Query", "Mutation"}, def.Name) && !slices.Contains(unsaid, def.Name+"."+f.Name) {
				t.Errorf("%s.%s: a list is never null because it is empty", def.Name, f.Name)
			}
		}
	})
}

func TestPayloads(t *testing.T) {
	t.Parallel()
	s := sdl(t)
	for _, f := range s.Mutation.Fields {
		payload := s.Types[f.Type.Name()]
		if !strings.HasSuffix(payload.Name, "Payload") {
			t.Errorf("Mutation.%s answers %s, not a payload", f.Name, payload.Name)
		}
		if e := payload.Fields.ForName("errors"); e == nil || e.Type.String() != "[MutationError!]!" {
			t.Errorf("%s.errors must be [MutationError!]!", payload.Name)
		}
	}
}

// TestResolversAreThin keeps resolvers at parse, call, wrap.
func TestResolversAreThin(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("*.resolvers.go")
	if err != nil || len(files) == 0 {
		t.Fatalf("no resolvers: %v", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		set := token.NewFileSet()
		tree, err := parser.ParseFile(set, file, text, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range tree.Decls {
			f, ok := decl.(*ast.FuncDecl)
			if !ok || f.Body == nil {
				continue
			}
			if lines := set.Position(f.Body.Rbrace).Line - set.Position(f.Body.Lbrace).Line - 1; lines > 10 {
				t.Errorf("%s: %s has %d lines, at most 10", file, f.Name.Name, lines)
			}
			ast.Inspect(f, func(n ast.Node) bool {
				if id, ok := n.(*ast.Ident); ok && slices.Contains([]string{"Tx", "WithTx", "BeginTx"}, id.Name) {
					t.Errorf("%s: %s opens a transaction; that is the capability's business", file, f.Name.Name)
				}
				return true
			})
		}
	}
}

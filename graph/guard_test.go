package graph

import (
	"net/http"
	"strings"
	"testing"

	"tenantry/authz"
)

func TestGuard(t *testing.T) {
	t.Parallel()
	const users, legal = `{ users { nodes { id } } }`, `{ organization(id: "ID") { name legalName } }`
	for name, c := range map[string]struct {
		who    *authz.Viewer
		query  string
		status int
		want   string // part of the body
	}{
		"anonymous, closed":            {nil, users, 401, `{"errors":[{"message":"Sign in first.","extensions":{"code":"UNAUTHENTICATED"}}]}`},
		"anonymous, public":            {nil, `{ viewer { id } }`, 200, `"data":{"viewer":null}`},
		"anonymous, typename":          {nil, `{ __typename }`, 200, `"data":{"__typename":"Query"}`},
		"anonymous, mutation":          {nil, `mutation { sessionDelete { errors { code } } }`, 401, "UNAUTHENTICATED"},
		"anonymous, no directive":      {nil, `{ node(id: "x") { id } }`, 401, "UNAUTHENTICATED"},
		"anonymous, public and closed": {nil, `{ viewer { id } u: users { nodes { id } } }`, 200, `"path":["u"],"locations":[{"line":1,"column":17}],"extensions":{"code":"UNAUTHENTICATED"}}],"data":{"viewer":null,"u":null}`},
		"anonymous, in a fragment":     {nil, `{ ...F } fragment F on Query { ... on Query { users { nodes { id } } } }`, 401, "UNAUTHENTICATED"},
		"without the permission":       {caller("agent"), `mutation { organizationCreate(input: {name: "n"}) { errors { code } } }`, 200, `"code":"FORBIDDEN","requiredPermission":["ORGANIZATION_CREATE"]}`},
		"no role":                      {caller(), users, 200, `"requiredPermission":["RESELLER_USER_READ","TENANT_USER_READ","MEMBER_READ"]`},
		"with the permission":          {caller("tenant_admin"), users, 200, `"data":{"users":{"nodes":[]}}`},
		"field without the permission": {caller("client_admin"), strings.Replace(legal, "ID", "own", 1), 200, `"data":{"organization":{"name":"Own","legalName":null}}`},
		"field with the permission":    {staff("reseller_admin"), strings.Replace(legal, "ID", "own", 1), 200, `"legalName":"Own Ltd"`},
		"field below the root":         {staff("reseller_admin"), strings.Replace(legal, "ID", "other", 1), 200, `"legalName":"Own Ltd"`},
		"field of another reseller":    {staff("reseller_admin"), strings.Replace(legal, "ID", "foreign", 1), 200, `"legalName":null`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := ask(t, edge{who: c.who}.handler(t), c.query, nil)
			if got.Code != c.status || !strings.Contains(got.Body.String(), c.want) {
				t.Errorf("status %d: %s\nwant %d: %s", got.Code, got.Body, c.status, c.want)
			}
			if c.status == http.StatusUnauthorized && got.hasData() {
				t.Errorf("a refused request carries data")
			}
		})
	}
}

// staff is a member of the reseller's own organization.
func staff(roles ...string) *authz.Viewer {
	v := caller(roles...)
	v.OrganizationID, v.AccountID = v.RootID, v.RootID
	for i := range v.Assignments {
		v.Assignments[i].Domain = v.RootID
	}
	return v
}

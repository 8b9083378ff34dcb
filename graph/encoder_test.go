package graph

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"tenantry/authz"
	"tenantry/ent/db/organization"
	"tenantry/ent/schema"
	"tenantry/internal/database"
)

// dataOf is the JSON of an operation, as it leaves.
func dataOf(t *testing.T, e *executor.Executor, v *authz.Viewer, query string) string {
	t.Helper()
	ctx := graphql.StartOperationTrace(authz.NewContext(t.Context(), v))
	op, errs := e.CreateOperationContext(ctx, &graphql.RawParams{Query: query})
	if errs != nil {
		t.Fatalf("%s\n%v", query, errs)
	}
	next, ctx := e.DispatchOperation(ctx, op)
	response := next(ctx)
	if len(response.Errors) > 0 {
		t.Fatalf("%s\n%v", query, response.Errors)
	}
	return string(response.Data)
}

// TestEncoderAgreesWithGqlgen draws selections and compares the compiled
// answer with gqlgen's, byte by byte.
func TestEncoderAgreesWithGqlgen(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	viewers := []*authz.Viewer{w.north.asAdmin(), w.north.asBoss()}
	rapid.Check(t, func(rt *rapid.T) {
		v := rapid.SampledFrom(viewers).Draw(rt, "viewer")
		args := fmt.Sprintf("first: %d", rapid.IntRange(0, 40).Draw(rt, "first"))
		query := "{ users(" + args + ")" + drawConnection(rt) + " }"
		if rapid.IntRange(0, 4).Draw(rt, "nested") == 0 {
			query = "{ organizations(first: 3) { nodes { name users(" + args + ")" + drawConnection(rt) + " } } }"
		}
		want, got := dataOf(t, w.exec, v, query), dataOf(t, w.quick, v, query)
		if diff := cmp.Diff(want, got); diff != "" {
			rt.Fatalf("%s\n(-gqlgen +compiled):\n%s", query, diff)
		}
	})
}

// TestEncoderAgreesOnOrganizations does the same for the list of customers,
// for viewers who read all of it, a part of it, and little of each.
func TestEncoderAgreesOnOrganizations(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.trade(t)
	viewers := []*authz.Viewer{w.north.asAdmin(), w.north.asBoss(), w.north.viewerOf(w.north.admin, w.north.root, authz.RoleResellerSupport),
		w.north.viewerOf(w.north.admin, w.north.root, authz.RoleCustomerAdmin)}
	rapid.Check(t, func(rt *rapid.T) {
		v := rapid.SampledFrom(viewers).Draw(rt, "viewer")
		args := fmt.Sprintf("first: %d", rapid.IntRange(0, 6).Draw(rt, "first"))
		query := "{ organizations(" + args + ")" + drawPage(rt, drawOrganization) + " }"
		if rapid.IntRange(0, 4).Draw(rt, "nested") == 0 {
			query = "{ organizations(first: 3) { nodes { name children(" + args + ")" + drawPage(rt, drawOrganization) + " } } }"
		}
		want, got := dataOf(t, w.exec, v, query), dataOf(t, w.quick, v, query)
		if diff := cmp.Diff(want, got); diff != "" {
			rt.Fatalf("%s\n(-gqlgen +compiled):\n%s", query, diff)
		}
	})
	if w.compiled.Load() == 0 {
		t.Error("no list was compiled")
	}
}

// trade gives the first customer of the north what the list of customers
// shows of its business.
func (w *world) trade(t *testing.T) {
	t.Helper()
	n := w.north
	ctx := database.WithReseller(t.Context(), n.id)
	basic := w.Plan.Create().SetID(schema.NewID()).SetAccountID(n.root.ID).SetName("Basic").SetSortName("basic").SetCurrency("EUR").
		SetInterval("MONTH").SetBasePrice(decimal.NewFromInt(10)).SetSeatPrice(decimal.NewFromInt(1)).
		SetCreatedAt(moment).SetUpdatedAt(moment).SaveX(ctx)
	w.BillingSubscription.Create().SetID(schema.NewID()).SetAccountID(n.acme.ID).SetOrganizationID(n.acme.ID).SetPlanID(basic.ID).
		SetStatus("ACTIVE").SetAnchor(moment).SetPeriodStart(moment).SetPeriodEnd(moment.AddDate(0, 1, 0)).SetTerms(schema.PlanTerms{}).
		SetCreatedAt(moment).SetUpdatedAt(moment).ExecX(ctx)
	w.Organization.Update().Where(organization.IDIn(n.acme.ID, n.root.ID)).SetFeatures([]string{"SMS", "CALLS"}).
		SetHiddenFeatures([]string{"CALLS"}).SetTags([]string{"a", "b"}).SetSeatLimit(50).SetCreditLowMark(7).
		SetLastActivityAt(moment).SetPhone("+493012345").SetPlanID(basic.ID).ExecX(ctx)
}

func drawOrganization(rt *rapid.T) string {
	sel := strings.TrimSuffix(drawFields(rt, "__typename", "id", "version", "name", "kind", "status", "createdAt", "updatedAt",
		"legalName", "address", "contactName", "contactEmail", "phone", "tags", "locale", "timezone", "userCount", "lastActivityAt",
		"creditBalance", "creditLowMark", "viewerActions"), "}")
	for _, edge := range [][]string{
		{"parent", "id", "name", "kind", "__typename"}, {"plan", "id", "version", "name", "currency", "interval", "__typename"},
		{"subscription", "id", "version", "status", "currentPeriodStart", "currentPeriodEnd", "cancelAtPeriodEnd"},
		{"seats", "limit", "used", "__typename"},
	} {
		if rapid.Bool().Draw(rt, edge[0]) {
			sel += " " + edge[0] + drawFields(rt, edge[1:]...)
		}
	}
	switch rapid.IntRange(0, 4).Draw(rt, "more") {
	case 0: // what the plan does not know goes through gqlgen
		sel += " twoFactorRequired ancestors { id }"
	case 1, 2:
		sel += " features { feature" + drawFields(rt, "key", "name", "description", "__typename") +
			strings.Trim(drawFields(rt, "enabled", "switchedOn", "entitled", "hidden", "__typename"), " {}") + " }"
	}
	return sel + " }"
}

// drawConnection draws a selection of a connection of users.
func drawConnection(rt *rapid.T) string { return drawPage(rt, drawUser) }

// drawPage draws a selection of a connection whose nodes draw draws.
func drawPage(rt *rapid.T, draw func(*rapid.T) string) string {
	parts := []string{}
	for range rapid.IntRange(1, 4).Draw(rt, "parts") {
		switch rapid.IntRange(0, 4).Draw(rt, "part") {
		case 0:
			parts = append(parts, alias(rt, "totalCount"))
		case 1:
			parts = append(parts, "pageInfo"+drawFields(rt, "hasNextPage", "hasPreviousPage", "startCursor", "endCursor", "__typename"))
		case 2:
			parts = append(parts, alias(rt, "nodes")+draw(rt))
		case 3:
			parts = append(parts, "edges { cursor node"+draw(rt)+" }")
		case 4:
			parts = append(parts, "edges { "+alias(rt, "node")+draw(rt)+" __typename }", "__typename")
		}
	}
	return " { " + strings.Join(parts, " ") + " }"
}

func drawUser(rt *rapid.T) string {
	fields := []string{
		"__typename", "id", "version", "displayName", "firstName", "lastName", "email", "phone", "avatarUrl", "initials",
		"status", "userType", "resellerRole", "timezone", "locale", "externalId", "lastLoginAt", "lastActivityAt",
		"createdAt", "updatedAt", "viewerActions", "primaryTenant", "twoFactorEnabled", "mustChangePassword",
	}
	sel := strings.TrimSuffix(drawFields(rt, fields...), "}")
	if rapid.Bool().Draw(rt, "organization") {
		sel += " organization" + drawFields(rt, "id", "version", "name", "kind", "status", "createdAt", "updatedAt", "__typename")
	}
	if rapid.Bool().Draw(rt, "roles") {
		sel += " roles" + drawFields(rt, "id", "key", "name", "description", "family", "system", "__typename")
	}
	switch rapid.IntRange(0, 7).Draw(rt, "more") {
	case 0: // what the plan does not know goes through gqlgen
		sel += " memberships { id access }"
	case 1:
		sel += " ... on User { last: lastName } ... on Node { id }"
	case 2:
		sel += " email @skip(if: true) phone @include(if: true)"
	}
	return sel + " }"
}

func drawFields(rt *rapid.T, names ...string) string {
	drawn := rapid.SliceOfNDistinct(rapid.SampledFrom(names), 1, len(names), rapid.ID[string]).Draw(rt, "fields")
	for i, f := range drawn {
		drawn[i] = alias(rt, f)
	}
	return " { " + strings.Join(drawn, " ") + " }"
}

func alias(rt *rapid.T, field string) string {
	if rapid.IntRange(0, 5).Draw(rt, "alias") == 0 {
		return "a_" + field + ": " + field
	}
	return field
}

// TestEncoderKnowsTheHotList makes sure that the page every console opens with
// does not fall back to gqlgen unnoticed.
func TestEncoderKnowsTheHotList(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	query := `{ users(first: 20) { edges { cursor node { id displayName email status userType lastLoginAt createdAt
		organization { id name } roles { id name } viewerActions } } pageInfo { hasNextPage endCursor } totalCount } }`
	dataOf(t, w.quick, w.north.asAdmin(), query)
	dataOf(t, w.quick, w.north.asAdmin(), `{ organizations(first: 20) { nodes { id version name kind status parent { id name }
		seats { limit used } createdAt viewerActions tags plan { id name } subscription { status currentPeriodEnd } userCount
		creditBalance lastActivityAt features { feature { key } enabled } } pageInfo { hasNextPage endCursor } totalCount } }`)
	if n := w.compiled.Load(); n != 2 {
		t.Errorf("%d lists were compiled, want 2", n)
	}
}

func TestAppendTextEqualsGqlgen(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		s := rapid.OneOf(rapid.String(), rapid.StringMatching(`[\x00-\x30"\\<>&é…\x7f]*`)).Draw(rt, "s")
		var want bytes.Buffer
		graphql.MarshalString(s).MarshalGQL(&want)
		got := appendText(nil, s)
		if !bytes.Equal(want.Bytes(), got) {
			rt.Fatalf("gqlgen writes %s, we %s", want.Bytes(), got)
		}
		var back string
		if err := json.Unmarshal(got, &back); err != nil || back != s {
			rt.Fatalf("%s reads back as %q: %v", got, back, err)
		}
	})
}

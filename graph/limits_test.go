package graph

import (
	"encoding/json"
	"fmt"
	"net/http"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"tenantry/internal/fault"
)

func repeat(n int, format string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.ReplaceAll(format, "#", strconv.Itoa(i)))
	}
	return b.String()
}

// bomb is n fragments of which each opens the next twice.
func bomb(n int) string {
	var b strings.Builder
	b.WriteString(`{ ...F0 }`)
	for i := range n {
		fmt.Fprintf(&b, " fragment F%d on Query { ...F%d ...F%d }", i, i+1, i+1)
	}
	fmt.Fprintf(&b, " fragment F%d on Query { __typename }", n)
	return b.String()
}

// wide nests n times the same k fields: k to the power of n comparisons.
func wide(k, n int) string {
	set := "id"
	for range n {
		set = repeat(k, "organization { "+set+" } ")
	}
	return `{ user(id: "x") { ` + set + ` } }`
}

// TestHostile sends documents made to hurt, some of them valid. Each gets a
// coded refusal in bounded time and memory.
func TestHostile(t *testing.T) { // alone, for it measures memory
	h := edge{who: staff("reseller_admin"), cfg: ServerConfig{Introspection: everybody}}.handler(t)
	const complexity, parse, validation, input = "COMPLEXITY_LIMIT_EXCEEDED", "GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED", "BAD_USER_INPUT"
	text := func(n int) string { return strings.Repeat("x", n) }
	search := `query ($s: String) { users(search: $s) { totalCount } }`
	manyNodes := `query ($ids: [ID!]!) { nodes(ids: $ids) { id } }`
	where := `query ($w: UserWhereInput) { users(where: $w) { totalCount } }`
	deepWhere := any(map[string]any{})
	for range 10_000 {
		deepWhere = map[string]any{"not": deepWhere}
	}
	var ids []any
	for i := range 100_000 {
		ids = append(ids, strconv.Itoa(i))
	}
	for name, c := range map[string]struct {
		query     string
		variables map[string]any
		code      string
	}{
		"aliases":                      {`{ ` + repeat(300, `a#: users { totalCount } `) + `}`, nil, complexity},
		"aliases of one cheap field":   {`{ ` + repeat(1000, `a#: __typename `) + `}`, nil, complexity},
		"root fields":                  {`{ ` + repeat(59, `a#: __typename `) + `}`, nil, complexity},
		"fragment bomb":                {bomb(60), nil, complexity},
		"fragment cycle":               {`{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }`, nil, validation},
		"fragment of itself":           {`{ ...A } fragment A on Query { viewer { id } ...A }`, nil, validation},
		"cycle through fields":         {`{ user(id: "x") { ...A } } fragment A on User { organization { users { nodes { ...A } } } }`, nil, validation},
		"unused cycle":                 {`{ __typename } fragment A on Query { ...A }`, nil, validation},
		"many fragments":               {`{ ...F0 }` + repeat(600, ` fragment F# on Query { __typename }`), nil, complexity},
		"deep fields":                  {`{ user(id: "x") { ` + strings.Repeat("organization { users { nodes { ", 10) + "id" + strings.Repeat(" } } }", 10) + ` } }`, nil, complexity},
		"very deep":                    {strings.Repeat("{ a ", 1900) + strings.Repeat("}", 1900), nil, complexity},
		"deep inline fragments":        {strings.Repeat("{ ... ", 900) + "{ __typename }" + strings.Repeat("}", 900), nil, ""},
		"deep introspection":           {`{ __schema { types { fields { type { ` + strings.Repeat("fields { type { ", 10) + "name" + strings.Repeat(" } }", 10) + ` } } } } }`, nil, complexity},
		"braces of a megabyte":         {strings.Repeat("{", 1_000_000), nil, complexity},
		"token of a megabyte":          {`{ ` + text(1_000_000) + ` }`, nil, complexity},
		"text of a megabyte":           {`{ users(search: "` + text(1_000_000) + `") { totalCount } }`, nil, complexity},
		"token of 60 kB":               {`{ ` + text(60_000) + ` }`, nil, validation},
		"type of 60 kB":                {`{ ... on ` + text(60_000) + ` { id } }`, nil, validation},
		"commas of 60 kB":              {`{ __typename` + strings.Repeat(",", 60_000) + `}`, nil, ""},
		"comments of 60 kB":            {strings.Repeat("#\n", 30_000) + `{ __typename }`, nil, complexity},
		"unknown fields":               {`{ user(id: "x") { ` + repeat(1900, `u# `) + `} }`, nil, validation},
		"megabyte in a variable":       {search, map[string]any{"s": text(1_000_000)}, input},
		"NUL in a variable":            {search, map[string]any{"s": "a\x00b"}, input},
		"NUL in a deep variable":       {where, map[string]any{"w": map[string]any{"and": []any{map[string]any{"email": map[string]any{"eq": "\x00"}}}}}, input},
		"NUL in an id":                 {manyNodes, map[string]any{"ids": []any{"\x00"}}, input},
		"NUL in a literal":             {`{ users(search: "a\u0000b") { totalCount } }`, nil, input},
		"NUL in a default":             {`query ($s: String = "\u0000") { users(search: $s) { totalCount } }`, nil, input},
		"NUL in a name":                {"{ us\x00ers { totalCount } }", nil, parse},
		"list of 100,000":              {manyNodes, map[string]any{"ids": ids}, input},
		"list of 1,001":                {manyNodes, map[string]any{"ids": ids[:1001]}, input},
		"list of lists":                {manyNodes, map[string]any{"ids": []any{[]any{[]any{"x"}}}}, input},
		"variable of 10,000 levels":    {where, map[string]any{"w": deepWhere}, input},
		"variable of 31 levels":        {where, map[string]any{"w": json.RawMessage(strings.Repeat(`{"not":`, 29) + "{}" + strings.Repeat("}", 29))}, ""},
		"same field 3,000 times":       {`{ user(id: "x") { ` + strings.Repeat("id ", 3000) + `} }`, nil, complexity},
		"same alias 1,900 times":       {`{ user(id: "x") { ` + strings.Repeat("a: id ", 1300) + `} }`, nil, complexity},
		"overlapping, 15 × 15 × 15":    {wide(14, 3), nil, complexity},
		"overlapping, 2 to the 9th":    {wide(2, 9), nil, complexity},
		"overlapping by fragments":     {`{ ` + repeat(150, `...F# `) + `}` + repeat(150, ` fragment F# on Query { viewer { id can(permission: BOT_READ) user { id } } }`), nil, ""},
		"overlapping in an unused":     {`{ __typename } fragment A on User { ` + strings.Repeat("id ", 3000) + `}`, nil, complexity},
		"directives":                   {`{ __typename ` + strings.Repeat("@skip(if: false) ", 10_000) + `}`, nil, complexity},
		"directives on fields":         {`{ viewer { ` + strings.Repeat("id @include(if: true) ", 300) + `} }`, nil, complexity},
		"@defer":                       {`{ ... @defer { viewer { id } } }`, nil, validation},
		"@stream":                      {`{ users { nodes @stream { id } } }`, nil, validation},
		"pages of 100, three deep":     {`{ organizations(first: 100) { nodes { children(first: 100) { nodes { users(first: 100) { nodes { id } } } } } } }`, nil, complexity},
		"pages by variable":            {`query ($n: Int) { organizations(last: $n) { edges { node { users(first: $n) { edges { node { id } } } } } } }`, map[string]any{"n": 100}, complexity},
		"default pages, four deep":     {`{ organizations { nodes { children { nodes { children { nodes { users { nodes { id } } } } } } } } }`, nil, complexity},
		"number beyond 32 bits":        {`{ users(first: 99999999999) { totalCount } }`, nil, input},
		"number beyond 64 bits":        {`{ node(id: 99999999999999999999999) { id } }`, nil, validation},
		"number beyond floats":         {search, map[string]any{"s": json.Number("1e999999")}, input},
		"variable beyond 32 bits":      {`query ($n: Int) { users(first: $n) { totalCount } }`, map[string]any{"n": 99999999999}, input},
		"date that is none":            {where, map[string]any{"w": map[string]any{"createdAt": map[string]any{"gt": "yesterday"}}}, input},
		"date literal that is none":    {`{ users(where: {createdAt: {gt: "yesterday"}}) { totalCount } }`, nil, input},
		"null for a default":           {`query ($o: [UserOrder!]) { users(orderBy: $o) { totalCount } }`, map[string]any{"o": nil}, input},
		"null within a literal":        {`query ($d: OrderDirection) { users(orderBy: [{field: EMAIL, direction: $d}]) { totalCount } }`, map[string]any{"d": nil}, input},
		"enum in lower case":           {`query ($o: [UserOrder!]!) { users(orderBy: $o) { totalCount } }`, map[string]any{"o": []any{map[string]any{"field": "email"}}}, input},
		"unknown member of an input":   {where, map[string]any{"w": map[string]any{"passwordHash": map[string]any{}}}, input},
		"object for a text":            {search, map[string]any{"s": map[string]any{}}, input},
		"variables nobody declared":    {`{ __typename }`, map[string]any{"x": text(100_000)}, ""},
		"variable declared many times": {`query (` + repeat(500, `$a: Int `) + `) { __typename }`, nil, validation},
		"unused variables":             {`query (` + repeat(500, `$a#: Int `) + `) { __typename }`, nil, validation},
		"list literal":                 {`{ nodes(ids: [` + strings.Repeat(`"x" `, 3000) + `]) { id } }`, nil, ""},
		"deep list literal":            {`{ nodes(ids: ` + strings.Repeat(`[`, 999) + strings.Repeat(`]`, 999) + `) { id } }`, nil, validation},
		"many operations":              {repeat(500, `query Q# { __typename } `), nil, validation},
	} {
		t.Run(name, func(t *testing.T) {
			body, err := json.Marshal(map[string]any{"query": c.query, "variables": c.variables})
			if err != nil {
				t.Fatal(err)
			}
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			started := time.Now()
			r := post(string(body))
			got := send(t, h, r)
			took := time.Since(started)
			runtime.ReadMemStats(&after)
			switch {
			case len(body) > 1<<20:
				if got.Code != http.StatusRequestEntityTooLarge {
					t.Errorf("status %d", got.Code)
				}
			case c.code != "" && (got.hasData() || !strings.HasPrefix(got.codes(), c.code)):
				t.Errorf("status %d, %.300s; want %s", got.Code, got.Body, c.code)
			}
			if got.Code >= 500 {
				t.Errorf("status %d: %.300s", got.Code, got.Body)
			}
			if took > time.Second {
				t.Errorf("took %s", took)
			}
			if used := after.TotalAlloc - before.TotalAlloc; used > 64<<20 {
				t.Errorf("allocated %d MB", used>>20)
			}
			if got.Body.Len() > 100<<10 {
				t.Errorf("the answer has %d bytes", got.Body.Len())
			}
			if testing.Verbose() {
				t.Logf("%s: %d %.60s %s %d kB", name, got.Code, got.codes(), took.Round(time.Microsecond), (after.TotalAlloc-before.TotalAlloc)>>10)
			}
		})
	}
}

// TestHarmless sends what Relay, Apollo and urql make of ordinary screens.
func TestHarmless(t *testing.T) {
	t.Parallel()
	h := edge{who: staff("reseller_admin"), cfg: ServerConfig{Introspection: everybody}}.handler(t)
	for name, c := range map[string]struct {
		query     string
		variables map[string]any
	}{
		"introspection": {standardIntrospection, nil},
		"Relay": {`query UsersPageQuery($count: Int = 25, $cursor: Cursor, $where: UserWhereInput) {
			...Users_list_query_1G22uz
		  }
		  fragment Users_list_query_1G22uz on Query {
			users(first: $count, after: $cursor, where: $where) {
			  edges { cursor node { __typename id ...UserRow_user ...UserMenu_user } }
			  pageInfo { endCursor hasNextPage } totalCount
			}
		  }
		  fragment UserRow_user on User { id displayName email ...UserAvatar_user organization { id name } roles { id key name } }
		  fragment UserMenu_user on User { id viewerActions ...UserAvatar_user }
		  fragment UserAvatar_user on User { id initials avatarUrl }`,
			map[string]any{"count": 50, "cursor": nil, "where": map[string]any{"status": map[string]any{"in": []any{"ACTIVE"}}, "createdAt": map[string]any{"gte": "2026-01-01T00:00:00+02:00"}}}},
		"Apollo": {`query Users($first: Int!, $search: String) { users(first: $first, search: $search) { __typename nodes { __typename id ...Row } pageInfo { __typename endCursor } } stats: userStats { __typename total } }
		  fragment Row on User { __typename id displayName organization { __typename id name parent { __typename id } } }`, map[string]any{"first": 20, "search": "mül"}},
		"urql, depth 10":   {`{ users(first: 2) { __typename nodes { __typename organization { __typename parent { __typename children(first: 2) { __typename nodes { __typename users(first: 2) { __typename nodes { __typename organization { __typename id } } } } } } } } } }`, nil},
		"tables in tables": {`{ users(first: 100) { nodes { id roles { name } memberships { organization { name } } organization { name } } totalCount } }`, nil},
		"a default":        {`query ($o: [UserOrder!], $d: OrderDirection) { users(orderBy: $o) { totalCount } more: users(orderBy: [{field: EMAIL, direction: $d}]) { totalCount } }`, nil},
		"filters":          {`query ($w: UserWhereInput, $o: [UserOrder!]!) { users(where: $w, orderBy: $o) { totalCount } }`, map[string]any{"o": map[string]any{"field": "EMAIL"}, "w": map[string]any{"or": []any{map[string]any{"email": map[string]any{"contains": "a"}}, map[string]any{"not": map[string]any{"roleId": map[string]any{"in": []any{"x", 5}}}}}}}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := ask(t, h, c.query, c.variables); got.Code != 200 || got.codes() != "" {
				t.Errorf("status %d: %.400s", got.Code, got.Body)
			}
		})
	}
}

func TestOneOf(t *testing.T) {
	t.Parallel()
	schema := gqlparser.MustLoadSchema(&ast.Source{Input: `
		type Query { pick(by: By!): Int }
		input By @oneOf { id: ID name: String more: [By!] }`})
	doc, err := gqlparser.LoadQueryWithRules(schema, `query ($by: By!) { pick(by: $by) }`, nil)
	if err != nil {
		t.Fatal(err)
	}
	limits := Limits{}.withDefaults()
	for text, ok := range map[string]bool{
		`{"id": "x"}`: true, `{"name": ""}`: true, `{"more": [{"id": 1}]}`: true,
		`{}`: false, `{"id": null}`: false, `{"id": "x", "name": "y"}`: false, `{"id": "x", "name": null}`: false, `{"more": [{}]}`: false,
	} {
		var value any
		if err := json.Unmarshal([]byte(strings.ReplaceAll(text, "1", `"1"`)), &value); err != nil {
			t.Fatal(err)
		}
		err := limits.checkVariables(schema, doc.Operations[0], map[string]any{"by": value})
		if (err == nil) != ok || err != nil && fault.KindOf(err) != fault.BadUserInput {
			t.Errorf("%s: %v", text, err)
		}
	}
}

package graph

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

func TestNegotiate(t *testing.T) {
	t.Parallel()
	for accept, want := range map[string]string{
		"":                                  "legacy",
		"*/*":                               "legacy",
		"application/*":                     "legacy",
		"application/json":                  "legacy",
		"application/graphql-response+json": "modern",
		"application/graphql-response+json, application/json":       "modern",
		"application/json, application/graphql-response+json":       "legacy",
		"application/json;q=0.9, application/graphql-response+json": "modern",
		"application/graphql-response+json;q=0.5, application/json": "legacy",
		"application/graphql-response+json, */*;q=0.1":              "modern",
		"application/graphql-response+json;q=0, */*":                "legacy",
		"application/graphql-response+json; charset=UTF-8":          "modern",
		"application/graphql-response+json; charset=latin1":         "none",
		"application/graphql+json, application/json":                "legacy",
		"text/html":                         "none",
		"application/json;q=0":              "none",
		"nonsense,,;;":                      "none",
		"application/json;q=abc":            "none",
		"APPLICATION/GRAPHQL-RESPONSE+JSON": "modern",
		"multipart/mixed;deferSpec=20220824, application/json":         "legacy",
		"application/graphql-response+json, multipart/mixed, text/any": "modern",
	} {
		got := "none"
		if a, ok := negotiate([]string{accept}); ok {
			got = map[bool]string{true: "legacy", false: "modern"}[a.legacy]
		}
		if got != want {
			t.Errorf("Accept %q: %s, want %s", accept, got, want)
		}
	}
}

// TestStatus is the table of what HTTP says in each case.
func TestStatus(t *testing.T) {
	t.Parallel()
	h := edge{who: caller("tenant_admin"), cfg: ServerConfig{Limits: Limits{Body: 2000}}}.handler(t)
	for name, c := range map[string]struct {
		body           string
		modern, legacy int
		code           string
	}{
		"ok":                     {`{"query":"{ __typename }"}`, 200, 200, ""},
		"nulls are absent":       {`{"query":"{ __typename }","variables":null,"operationName":null,"extensions":null}`, 200, 200, ""},
		"unknown member":         {`{"query":"{ __typename }","other":[1]}`, 200, 200, ""},
		"no body":                {``, 400, 400, "BAD_USER_INPUT"},
		"not JSON":               {`{"query": "hunter2`, 400, 400, "BAD_USER_INPUT"},
		"two values":             {`{"query":"{ __typename }"} {}`, 400, 400, "BAD_USER_INPUT"},
		"not UTF-8":              {"{\"query\":\"{ __typename } \xff\"}", 400, 400, "BAD_USER_INPUT"},
		"an array":               {`[{"query":"{ __typename }"}]`, 422, 400, "BAD_USER_INPUT"},
		"null":                   {`null`, 422, 400, "BAD_USER_INPUT"},
		"no query":               {`{}`, 422, 400, "BAD_USER_INPUT"},
		"query is a number":      {`{"query":1}`, 422, 400, "BAD_USER_INPUT"},
		"variables are a list":   {`{"query":"{ __typename }","variables":[]}`, 422, 400, "BAD_USER_INPUT"},
		"variables are a text":   {`{"query":"{ __typename }","variables":"{}"}`, 422, 400, "BAD_USER_INPUT"},
		"extensions are a text":  {`{"query":"{ __typename }","extensions":""}`, 422, 400, "BAD_USER_INPUT"},
		"operationName a bool":   {`{"query":"{ __typename }","operationName":false}`, 422, 400, "BAD_USER_INPUT"},
		"does not parse":         {`{"query":"{"}`, 400, 400, "GRAPHQL_PARSE_FAILED"},
		"NUL in the document":    {`{"query":"{ \u0000 }"}`, 400, 400, "GRAPHQL_PARSE_FAILED"},
		"only a comment":         {`{"query":"# nothing"}`, 422, 200, "GRAPHQL_VALIDATION_FAILED"},
		"unknown field":          {`{"query":"{ hunter2 }"}`, 422, 200, "GRAPHQL_VALIDATION_FAILED"},
		"unknown operation":      {`{"query":"query A { __typename }","operationName":"B"}`, 422, 200, "GRAPHQL_VALIDATION_FAILED"},
		"no operation chosen":    {`{"query":"query A { __typename } query B { __typename }"}`, 422, 200, "GRAPHQL_VALIDATION_FAILED"},
		"subscription":           {`{"query":"subscription { x }"}`, 422, 200, "GRAPHQL_VALIDATION_FAILED"},
		"variable missing":       {`{"query":"query ($id: ID!) { node(id: $id) { id } }"}`, 422, 200, "BAD_USER_INPUT"},
		"variable null":          {`{"query":"query ($id: ID!) { node(id: $id) { id } }","variables":{"id":null}}`, 422, 200, "BAD_USER_INPUT"},
		"variable of other type": {`{"query":"query ($n: Int) { users(first: $n) { totalCount } }","variables":{"n":"5"}}`, 422, 200, "BAD_USER_INPUT"},
		"body too large":         {`{"query":"{ __typename }","x":"` + strings.Repeat("a", 2000) + `"}`, 413, 413, "BAD_USER_INPUT"},
	} {
		for accept, want := range map[string]int{mediaGraphQL: c.modern, mediaJSON: c.legacy, "": c.legacy} {
			r := post(c.body)
			r.Header.Set("Accept", accept)
			got := send(t, h, r)
			if got.Code != want || got.codes() != c.code {
				t.Errorf("%s, Accept %q: %d %s, want %d %s", name, accept, got.Code, got.codes(), want, c.code)
			}
			if got.hasData() == (c.code != "") {
				t.Errorf("%s: data key %v: %s", name, got.hasData(), got.Body)
			}
			if name == "not JSON" && strings.Contains(got.Body.String(), "hunter2") {
				t.Errorf("the body is echoed: %s", got.Body)
			}
			media := mediaJSON
			if accept == mediaGraphQL {
				media = mediaGraphQL
			}
			if got.Header().Get("Content-Type") != media+"; charset=utf-8" {
				t.Errorf("%s: Content-Type %s", name, got.Header().Get("Content-Type"))
			}
		}
	}
}

func TestRequestHeaders(t *testing.T) {
	t.Parallel()
	h := edge{who: caller("tenant_admin")}.handler(t)
	const query, mutation = `{ __typename }`, `mutation { sessionDelete { errors { code } } }`
	get := func(text string, headers ...string) *http.Request {
		r := httptest.NewRequest(http.MethodGet, "/graphql?query="+url.QueryEscape(text), nil)
		for i := 0; i < len(headers); i += 2 {
			r.Header.Set(headers[i], headers[i+1])
		}
		return r
	}
	typed := func(contentType string) *http.Request {
		r := post(`{"query":"{ __typename }"}`)
		r.Header.Set("Content-Type", contentType)
		return r
	}
	method := func(name string) *http.Request { return httptest.NewRequest(name, "/graphql", nil) }
	html := post(`{"query":"{ __typename }"}`)
	html.Header.Set("Accept", "text/html")
	zipped := typed("application/json")
	zipped.Header.Set("Content-Encoding", "gzip")
	for name, c := range map[string]struct {
		r      *http.Request
		status int
		allow  string
	}{
		"GET":                         {get(query), 200, ""},
		"GET with a cookie":           {get(query, "Cookie", "tenantry_session=x"), 403, ""},
		"GET, cookie and header":      {get(query, "Cookie", "tenantry_session=x", "GraphQL-Require-Preflight", "1"), 200, ""},
		"GET, cookie, Apollo":         {get(query, "Cookie", "tenantry_session=x", "Apollo-Require-Preflight", "true"), 200, ""},
		"GET, cookie and bearer":      {get(query, "Cookie", "other=x", "Authorization", "Bearer x"), 200, ""},
		"mutation by GET":             {get(mutation), 405, "POST"},
		"GET of nothing":              {method("GET"), 400, ""},
		"GET, bad variables":          {httptest.NewRequest("GET", "/graphql?query=%7B__typename%7D&variables=%7B", nil), 400, ""},
		"GET, not UTF-8":              {httptest.NewRequest("GET", "/graphql?query=%FF", nil), 400, ""},
		"PUT":                         {method("PUT"), 405, "GET, POST"},
		"HEAD":                        {method("HEAD"), 405, "GET, POST"},
		"charset":                     {typed("application/json; charset=UTF-8"), 200, ""},
		"other charset":               {typed("application/json; charset=latin1"), 415, ""},
		"text":                        {typed("text/plain"), 415, ""},
		"form":                        {typed("application/x-www-form-urlencoded"), 415, ""},
		"multipart":                   {typed("multipart/form-data; boundary=x"), 415, ""},
		"application/graphql":         {typed("application/graphql"), 415, ""},
		"no content type":             {typed(""), 415, ""},
		"compressed":                  {zipped, 415, ""},
		"an answer that is not there": {html, 406, ""},
	} {
		got := send(t, h, c.r)
		if got.Code != c.status || got.Header().Get("Allow") != c.allow {
			t.Errorf("%s: %d, Allow %q, want %d, %q: %s", name, got.Code, got.Header().Get("Allow"), c.status, c.allow, got.Body)
		}
		if got.Header().Get("Cache-Control") != "no-store" || !strings.Contains(got.Header().Get("Vary"), "Accept") {
			t.Errorf("%s: headers %v", name, got.Header())
		}
	}
}

func TestTrustedDocuments(t *testing.T) {
	t.Parallel()
	const text = `query Known { __typename }`
	sum := sha256.Sum256([]byte(text))
	hash := hex.EncodeToString(sum[:])
	known, unknown := ServerConfig{Manifest: map[string]string{hash: text}}, strings.Repeat("0", 64)
	only := known
	only.TrustedOnly = true
	for name, c := range map[string]struct {
		cfg  ServerConfig
		body string
		code string
	}{
		"id":                    {known, `{"documentId":"` + hash + `"}`, ""},
		"id with its algorithm": {known, `{"documentId":"sha256:` + hash + `"}`, ""},
		"persisted query":       {known, `{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"` + hash + `"}}}`, ""},
		"hash and text":         {known, `{"query":"` + text + `","extensions":{"persistedQuery":{"sha256Hash":"` + hash + `"}}}`, ""},
		"hash of other text":    {known, `{"query":"{ a: __typename }","extensions":{"persistedQuery":{"sha256Hash":"` + unknown + `"}}}`, ""},
		"unknown id":            {known, `{"documentId":"` + unknown + `"}`, "PERSISTED_DOCUMENT_NOT_FOUND"},
		"unknown persisted":     {known, `{"extensions":{"persistedQuery":{"sha256Hash":"` + unknown + `"}}}`, "PERSISTED_DOCUMENT_NOT_FOUND"},
		"hash of a wrong type":  {known, `{"extensions":{"persistedQuery":{"sha256Hash":1}}}`, "BAD_USER_INPUT"},
		"id of a wrong type":    {known, `{"documentId":1}`, "BAD_USER_INPUT"},
		"text, trusted only":    {only, `{"query":"{ __typename }"}`, "PERSISTED_DOCUMENT_REQUIRED"},
		"both, trusted only":    {only, `{"query":"{ __typename }","documentId":"` + hash + `"}`, "PERSISTED_DOCUMENT_REQUIRED"},
		"its text":              {only, `{"query":"` + text + `"}`, ""},
		"id, trusted only":      {only, `{"documentId":"` + hash + `"}`, ""},
		"no manifest":           {ServerConfig{TrustedOnly: true}, `{"query":"{ __typename }"}`, "PERSISTED_DOCUMENT_REQUIRED"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var seen Observation
			c.cfg.Observe = func(_ context.Context, o Observation) { seen = o }
			h := edge{cfg: c.cfg}.handler(t)
			for range 2 { // the second time from the cache
				got := send(t, h, post(c.body))
				if got.codes() != c.code || got.hasData() == (c.code != "") {
					t.Errorf("codes %q, want %q: %s", got.codes(), c.code, got.Body)
				}
				if seen.Trusted != (seen.Operation == "Known") {
					t.Errorf("trusted %v for %q", seen.Trusted, seen.Operation)
				}
			}
		})
	}
}

func TestIntrospection(t *testing.T) {
	t.Parallel()
	closed, open := edge{}.handler(t), edge{cfg: ServerConfig{Introspection: everybody}}.handler(t)
	if got := ask(t, open, standardIntrospection, nil); got.Code != 200 || got.codes() != "" || !strings.Contains(got.Body.String(), `"InviteOutcome"`) {
		t.Errorf("open: %d %s", got.Code, got.codes())
	}
	for _, query := range []string{standardIntrospection, `{ __type(name: "User") { name } }`, `{ ...F } fragment F on Query { t: __schema { queryType { name } } }`} {
		if got := ask(t, closed, query, nil); got.Code != 422 || got.codes() != "GRAPHQL_VALIDATION_FAILED" || got.hasData() {
			t.Errorf("closed: %d %s", got.Code, got.Body)
		}
	}
	for _, query := range []string{`{ usrs { id } }`, `{ users(firts: 1) { totalCount } }`, `{ users { nodes } }`,
		`{ users(where: {emial: {}}) { totalCount } }`, `{ users(orderBy: [{field: EMAILL}]) { totalCount } }`, `{ users { nodes { ...F } } } fragment F on Organisation { id }`} {
		if got := ask(t, closed, query, nil); got.Code != 422 || strings.Contains(got.Body.String(), "Did you mean") {
			t.Errorf("a suggestion without introspection: %s", got.Body)
		}
		if got := ask(t, open, query, nil); !strings.Contains(got.Body.String(), "Did you mean") {
			t.Errorf("no suggestion with introspection: %s", got.Body)
		}
	}
}

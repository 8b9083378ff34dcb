package graph

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/organization"
	"tenantry/graph/generated"
	"tenantry/graph/model"
	"tenantry/internal/fault"
)

// scripted answers with fixed values, so that the edge is tested without a
// database. What is not scripted panics, which is a case of its own.
type scripted struct {
	generated.ResolverRoot
	fail error
}

func (s scripted) Query() generated.QueryResolver       { return scriptedQuery{fail: s.fail} }
func (s scripted) Mutation() generated.MutationResolver { return scriptedMutation{fail: s.fail} }
func (s scripted) Organization() generated.OrganizationResolver {
	return scriptedOrganization{}
}

type scriptedQuery struct {
	generated.QueryResolver
	fail error
}

func (q scriptedQuery) Viewer(ctx context.Context) (*model.Viewer, error) {
	v := authz.FromContext(ctx)
	if v == nil {
		return nil, q.fail
	}
	return &model.Viewer{ID: "ses_1"}, q.fail
}

func (q scriptedQuery) Nodes(context.Context, []string) ([]model.Node, error) {
	return []model.Node{}, q.fail
}

func (q scriptedQuery) Organization(ctx context.Context, id string) (*db.Organization, error) {
	if q.fail != nil {
		return nil, q.fail
	}
	v := authz.FromContext(ctx)
	own := &db.Organization{ID: v.OrganizationID, AccountID: v.AccountID, ResellerID: v.ResellerID, Name: "Own", LegalName: "Own Ltd", Kind: organization.KindCUSTOMER, Status: organization.StatusACTIVE}
	switch id {
	case "other":
		own.ID, own.AccountID = uuid.New(), uuid.New()
	case "foreign":
		own.ResellerID = uuid.New()
	}
	return own, nil
}

func (q scriptedQuery) Users(context.Context, *int, *string, *int, *string, *int, *string, *model.UserWhereInput, []*model.UserOrder) (*model.UserConnection, error) {
	if q.fail != nil {
		return nil, q.fail
	}
	return &model.UserConnection{Edges: []*model.UserEdge{}, Nodes: []*db.User{}, PageInfo: &model.PageInfo{}}, nil
}

func (q scriptedQuery) UserStats(context.Context, *string, *model.UserWhereInput) (*model.UserStats, error) {
	return &model.UserStats{}, q.fail
}

type scriptedMutation struct {
	generated.MutationResolver
	fail error
}

func (m scriptedMutation) SessionDelete(context.Context) (*model.SessionDeletePayload, error) {
	errs, err := refusals(m.fail)
	return &model.SessionDeletePayload{Errors: errs}, err
}

type scriptedOrganization struct{ generated.OrganizationResolver }

func (scriptedOrganization) LegalName(_ context.Context, o *db.Organization) (*string, error) {
	return orNull(o.LegalName), nil
}

// edge is a server with a scripted schema; who is the caller, if any.
type edge struct {
	who  *authz.Viewer
	fail error
	cfg  ServerConfig
	logs io.Writer
}

func (e edge) handler(t testing.TB) http.Handler {
	t.Helper()
	policy, err := authz.Load()
	if err != nil {
		t.Fatal(err)
	}
	logs := e.logs
	if logs == nil {
		logs = io.Discard
	}
	cfg := e.cfg
	cfg.Authorizer, cfg.Logger = authz.New(policy), slog.New(slog.NewJSONHandler(logs, nil))
	h := newServer(cfg, scripted{fail: e.fail})
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if e.who != nil {
			r = r.WithContext(authz.NewContext(r.Context(), e.who))
		}
		h.ServeHTTP(w, r)
	})
}

// everybody opens introspection.
func everybody(context.Context) bool { return true }

// caller is a signed-in user of one customer with the given roles there.
func caller(roles ...string) *authz.Viewer {
	v := &authz.Viewer{UserID: uuid.New(), SessionID: uuid.New(), ResellerID: uuid.New(), RootID: uuid.New(), OrganizationID: uuid.New()}
	v.AccountID = v.OrganizationID
	for _, r := range roles {
		v.Assignments = append(v.Assignments, authz.Assignment{Role: r, Domain: v.OrganizationID})
	}
	return v
}

// reply is an answer with its body decoded.
type reply struct {
	*httptest.ResponseRecorder
	body map[string]any
}

func (r reply) codes() string {
	var out []string
	list, _ := r.body["errors"].([]any)
	for _, e := range list {
		extensions, _ := e.(map[string]any)["extensions"].(map[string]any)
		code, _ := extensions["code"].(string)
		out = append(out, code)
	}
	return strings.Join(out, " ")
}

func (r reply) hasData() bool { _, ok := r.body["data"]; return ok }

func send(t testing.TB, h http.Handler, r *http.Request) reply {
	t.Helper()
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	out := reply{ResponseRecorder: w}
	if err := json.Unmarshal(w.Body.Bytes(), &out.body); err != nil {
		t.Fatalf("the answer is not JSON: %v: %.200s", err, w.Body)
	}
	return out
}

// post sends a JSON body as a modern client does.
func post(body string) *http.Request {
	r := httptest.NewRequest(http.MethodPost, "/graphql", strings.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Accept", mediaGraphQL)
	return r
}

// ask posts a document with variables.
func ask(t testing.TB, h http.Handler, query string, variables map[string]any) reply {
	t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		t.Fatal(err)
	}
	return send(t, h, post(string(body)))
}

var errBroken = errors.New(`pq: relation "secret" does not exist`)

func TestErrorsOnTheWire(t *testing.T) {
	t.Parallel()
	forbidden := fault.New(fault.Forbidden, "No.")
	forbidden.Permission = []string{"ORGANIZATION_READ"}
	slow := fault.New(fault.RateLimited, "Slow down.")
	slow.RetryAfter = 1500e6
	for name, c := range map[string]struct {
		fail error
		want string // JSON of the first error's extensions
	}{
		"input":     {fault.Input([]string{"first"}, "At most 100."), `{"code":"BAD_USER_INPUT","path":["first"]}`},
		"forbidden": {forbidden, `{"code":"FORBIDDEN","requiredPermission":["ORGANIZATION_READ"]}`},
		"limited":   {slow, `{"code":"RATE_LIMITED","retryAfter":2}`},
		"wrapped":   {errors.Join(errBroken, fault.New(fault.NotFound, "None.")), `{"code":"NOT_FOUND"}`},
		"refused":   {fault.Refuse(fault.Stale, "input.version", "Changed."), `{"code":"BAD_USER_INPUT","path":["input","version"]}`},
		"unknown":   {errBroken, `{"code":"INTERNAL","requestId":""}`},
		"cancelled": {context.Canceled, `{"code":"UNAVAILABLE"}`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := ask(t, edge{who: caller("tenant_admin"), fail: c.fail}.handler(t), `{ viewer { id } }`, nil)
			if got.Code != http.StatusOK || !got.hasData() {
				t.Errorf("status %d, data %v", got.Code, got.hasData())
			}
			first := got.body["errors"].([]any)[0].(map[string]any)
			if extensions, _ := json.Marshal(first["extensions"]); string(extensions) != c.want {
				t.Errorf("extensions %s, want %s", extensions, c.want)
			}
			if path, _ := json.Marshal(first["path"]); string(path) != `["viewer"]` {
				t.Errorf("path %s", path)
			}
			if strings.Contains(got.Body.String(), "secret") {
				t.Errorf("the cause leaked: %s", got.Body)
			}
		})
	}
}

func TestPanicIsInternal(t *testing.T) {
	t.Parallel()
	var logs strings.Builder
	got := ask(t, edge{who: caller("tenant_admin"), logs: &logs}.handler(t), `{ permissionMatrix { roleKey } }`, nil)
	if got.Code != http.StatusOK || got.codes() != "INTERNAL" {
		t.Errorf("status %d, codes %s", got.Code, got.codes())
	}
	if !strings.Contains(logs.String(), "operation panicked") || !strings.Contains(logs.String(), "stack") {
		t.Errorf("log: %s", logs.String())
	}
}

func TestRefusals(t *testing.T) {
	t.Parallel()
	id := uuid.MustParse("01890a5d-ac96-774b-bcce-b302099a8057")
	list, err := refusals(errors.Join(fault.Refusals{
		{Code: fault.AlreadyMember, Message: "Known.", Path: []string{"input", "items", "2", "email"}, Related: []fault.Ref{{Kind: "user", ID: id}, {Kind: "organization", ID: id}}},
	}))
	if err != nil || len(list) != 1 || list[0].Code != fault.AlreadyMember || strings.Join(list[0].Path, ".") != "input.items.2.email" {
		t.Fatalf("%+v, %v", list, err)
	}
	if got := strings.Join(list[0].RelatedIds, " "); !strings.HasPrefix(got, "user_01h4") || !strings.Contains(got, " org_01h4") {
		t.Errorf("related %s", got)
	}
	if list, err = refusals(errBroken); err != errBroken || list == nil {
		t.Errorf("%v, %v", list, err)
	}
	if list, err = refusals(nil); err != nil || list == nil || len(list) != 0 {
		t.Errorf("%v, %v", list, err)
	}
	got := ask(t, edge{who: caller("agent"), fail: fault.Refuse(fault.WrongState, "id", "No.")}.handler(t), `mutation { sessionDelete { errors { code path relatedIds } } }`, nil)
	if want := `{"sessionDelete":{"errors":[{"code":"WRONG_STATE","path":["id"],"relatedIds":null}]}}`; !strings.Contains(got.Body.String(), want) {
		t.Errorf("got %s", got.Body)
	}
}

func TestObserve(t *testing.T) {
	t.Parallel()
	var seen Observation
	e := edge{who: caller("tenant_admin"), fail: errBroken, cfg: ServerConfig{Observe: func(_ context.Context, o Observation) { seen = o }}}
	ask(t, e.handler(t), `query People { users { nodes { id } } }`, nil)
	if seen.Operation != "People" || seen.Kind != "query" || seen.Status != 200 || seen.Cost != 26 || strings.Join(seen.Codes, " ") != "INTERNAL" || seen.Duration <= 0 {
		t.Errorf("%+v", seen)
	}
}

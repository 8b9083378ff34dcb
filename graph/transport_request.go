package graph

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"strings"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"

	"tenantry/internal/fault"
)

// preflightHeaders are headers no other site can send without asking first.
var preflightHeaders = [...]string{"GraphQL-Require-Preflight", "Apollo-Require-Preflight", "X-Requested-With"}

// read takes the parameters of an operation out of a request, without running
// or repeating any of it.
func (t *transport) read(w http.ResponseWriter, r *http.Request) (*graphql.RawParams, *refusal) {
	var fields map[string]json.RawMessage
	var refused *refusal
	switch r.Method {
	case http.MethodPost:
		fields, refused = t.readBody(w, r)
	case http.MethodGet:
		fields, refused = t.readQuery(r)
	default:
		return nil, notAllowed("Send operations by POST, or queries by GET.", http.MethodGet, http.MethodPost)
	}
	if refused != nil {
		return nil, refused
	}
	params := &graphql.RawParams{Headers: r.Header}
	if refused = t.decode(fields, params); refused != nil {
		return nil, refused
	}
	return params, nil
}

// readBody takes JSON alone: a form or a text could be posted by any page.
func (t *transport) readBody(w http.ResponseWriter, r *http.Request) (map[string]json.RawMessage, *refusal) {
	media, params, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	charset := params["charset"]
	if err != nil || media != mediaJSON || charset != "" && !strings.EqualFold(charset, "utf-8") || r.Header.Get("Content-Encoding") != "" {
		return nil, refuseStatus(http.StatusUnsupportedMediaType, fault.BadUserInput, "The body must be application/json in UTF-8, not compressed.")
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, t.Limits.Body))
	if _, tooLarge := errors.AsType[*http.MaxBytesError](err); tooLarge {
		return nil, refuseStatus(http.StatusRequestEntityTooLarge, fault.BadUserInput, "The body is larger than %d bytes.", t.Limits.Body)
	}
	if err != nil {
		return nil, refuseStatus(http.StatusBadRequest, fault.BadUserInput, "The body could not be read to its end.")
	}
	if !utf8.Valid(body) || !t.Limits.shapely(body) || !json.Valid(body) {
		return nil, refuseStatus(http.StatusBadRequest, fault.BadUserInput, "The body is not JSON in UTF-8, or holds too many values or levels.")
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(body, &fields); err != nil || fields == nil {
		return nil, refuseStatus(malformed(r), fault.BadUserInput, "The body must be one JSON object with the text of the operation in query.")
	}
	return fields, nil
}

// readQuery takes the parameters of a GET. With a cookie the request acts for
// somebody, so it must carry a header that another site cannot send.
func (t *transport) readQuery(r *http.Request) (map[string]json.RawMessage, *refusal) {
	if r.Header.Get("Cookie") != "" && !preflighted(r) {
		return nil, refuseStatus(http.StatusForbidden, fault.Forbidden, "A GET with a cookie needs the header GraphQL-Require-Preflight.")
	}
	if int64(len(r.URL.RawQuery)) > t.Limits.Body {
		return nil, refuseStatus(http.StatusRequestURITooLong, fault.BadUserInput, "The address is too long; send the operation by POST.")
	}
	values, fields := r.URL.Query(), map[string]json.RawMessage{}
	for _, name := range [...]string{"query", "operationName", "documentId"} {
		if !values.Has(name) {
			continue
		}
		text, err := json.Marshal(values.Get(name))
		if err != nil || !utf8.ValidString(values.Get(name)) {
			return nil, refuseStatus(http.StatusBadRequest, fault.BadUserInput, "%s is not UTF-8.", name)
		}
		fields[name] = text
	}
	for _, name := range [...]string{"variables", "extensions"} {
		text := []byte(values.Get(name))
		if len(text) == 0 {
			continue
		}
		if !utf8.Valid(text) || !t.Limits.shapely(text) || !json.Valid(text) {
			return nil, refuseStatus(http.StatusBadRequest, fault.BadUserInput, "%s is not JSON.", name)
		}
		fields[name] = text
	}
	return fields, nil
}

func preflighted(r *http.Request) bool {
	for _, name := range preflightHeaders {
		if r.Header.Get(name) != "" {
			return true
		}
	}
	return strings.HasPrefix(r.Header.Get("Authorization"), "Bearer ")
}

// malformed is the status of JSON that is no GraphQL request.
func malformed(r *http.Request) int {
	if a, _ := negotiate(r.Header.Values("Accept")); a.legacy {
		return http.StatusBadRequest
	}
	return http.StatusUnprocessableEntity
}

// decode reads the members of a request by their types. Unknown members are
// left alone, as the specification asks; null counts as absent.
func (t *transport) decode(fields map[string]json.RawMessage, params *graphql.RawParams) *refusal {
	status := http.StatusUnprocessableEntity
	if params.Headers != nil {
		status = malformed(&http.Request{Header: params.Headers})
	}
	wrong := func(name, kind string) *refusal {
		return refuseStatus(status, fault.BadUserInput, "%s must be %s.", name, kind)
	}
	var id string
	for name, into := range map[string]*string{"query": &params.Query, "operationName": &params.OperationName, "documentId": &id} {
		if raw, ok := fields[name]; ok && json.Unmarshal(raw, into) != nil {
			return wrong(name, "a string")
		}
	}
	for name, into := range map[string]*map[string]any{"variables": &params.Variables, "extensions": &params.Extensions} {
		raw, ok := fields[name]
		if !ok {
			continue
		}
		decoder := json.NewDecoder(bytes.NewReader(raw))
		decoder.UseNumber()
		if decoder.Decode(into) != nil {
			return wrong(name, "an object")
		}
	}
	if persisted, ok := params.Extensions["persistedQuery"].(map[string]any); ok && id == "" {
		if id, ok = persisted["sha256Hash"].(string); !ok {
			return wrong("extensions.persistedQuery.sha256Hash", "a string")
		}
	}
	if params.Query == "" && id == "" {
		return wrong("query", "the text of an operation, or documentId the hash of a trusted document")
	}
	return t.documents.lookUp(params, id)
}

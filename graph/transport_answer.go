package graph

import (
	"bytes"
	"encoding/json"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"tenantry/internal/fault"
)

const (
	maxErrors  = 20  // errors told of one bad document
	maxMessage = 300 // bytes of one message: names in it are the caller's own text
)

// refusal is why a whole request failed. Its answer has no data key.
type refusal struct {
	status int // zero: by the code of the first error
	errors gqlerror.List
	allow  string // Allow header of a 405
}

// refuse makes a refusal whose status follows from its code.
func refuse(kind fault.Kind, format string, args ...any) *refusal {
	return &refusal{errors: gqlerror.List{wireError(fault.New(kind, format, args...))}}
}

// refuseStatus makes a refusal that HTTP has a word of its own for.
func refuseStatus(status int, kind fault.Kind, format string, args ...any) *refusal {
	r := refuse(kind, format, args...)
	r.status = status
	return r
}

func notAllowed(message string, methods ...string) *refusal {
	r := refuseStatus(http.StatusMethodNotAllowed, fault.BadUserInput, "%s", message)
	r.allow = strings.Join(methods, ", ")
	return r
}

// requestErrors makes a refusal of errors found in the document or its
// variables: their number and their texts are bounded.
func requestErrors(list gqlerror.List) *refusal {
	out := make(gqlerror.List, 0, min(len(list), maxErrors))
	for _, e := range list[:min(len(list), maxErrors)] {
		extensions := e.Extensions
		if extensions["code"] == nil {
			extensions = map[string]any{"code": string(codeValidation)}
		}
		out = append(out, &gqlerror.Error{Message: shorten(e.Message), Path: e.Path, Locations: e.Locations, Extensions: extensions})
	}
	return &refusal{errors: out}
}

// shorten cuts a message at a character.
func shorten(s string) string {
	if len(s) <= maxMessage {
		return s
	}
	cut := maxMessage
	for cut > 0 && !utf8.RuneStart(s[cut]) {
		cut--
	}
	return s[:cut] + "…"
}

// answer is what is written, once, at the end of a request.
type answer struct {
	legacy      bool // application/json
	events      bool // text/event-stream for a subscription
	onlyEvents  bool // text/event-stream for everything
	response    *graphql.Response
	refused     *refusal
	cost, limit int
}

func (a *answer) refuse(r *refusal) { a.refused, a.response = r, nil }

// write sends the answer. The data was encoded by the executor and is copied
// as it is.
func (a *answer) write(w http.ResponseWriter, seen *Observation) {
	header := w.Header()
	if a.onlyEvents && (a.refused == nil || a.refused.status == 0) {
		a.writeEvents(w, seen)
		return
	}
	header.Set("Content-Type", mediaGraphQL+"; charset=utf-8")
	if a.legacy {
		header.Set("Content-Type", mediaJSON+"; charset=utf-8")
	}
	header.Set("Cache-Control", "no-store")
	header.Add("Vary", "Accept")

	status, errs := http.StatusOK, gqlerror.List(nil)
	if a.refused != nil {
		errs = a.refused.errors
		status = a.refused.status
		kind, _ := errs[0].Extensions["code"].(string)
		if status == 0 {
			status = statusOf(fault.Kind(kind), a.legacy)
		}
		if a.refused.allow != "" {
			header.Set("Allow", a.refused.allow)
		}
		if after, ok := errs[0].Extensions["retryAfter"].(int); ok {
			header.Set("Retry-After", strconv.Itoa(after))
		}
	} else if a.response != nil {
		errs = a.response.Errors
	}
	seen.Status = status
	seen.note(errs)
	body := a.encode(errs)
	header.Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(status)
	_, _ = w.Write(body) // the client may be gone; nobody is left to tell
}

// writeEvents sends the answer as a stream of one. What HTTP has no word of its
// own for is told there: not every client of streams reads other answers.
func (a *answer) writeEvents(w http.ResponseWriter, seen *Observation) {
	var errs gqlerror.List
	if a.refused != nil {
		errs = a.refused.errors
	} else if a.response != nil {
		errs = a.response.Errors
	}
	seen.Status = http.StatusOK
	seen.note(errs)
	out := openSSE(w)
	_ = out.next(a.encode(errs)) // the client may be gone; nobody is left to tell
	out.complete()
}

// note keeps the codes of errors, each once.
func (o *Observation) note(errs gqlerror.List) {
	for _, e := range errs {
		if code, _ := e.Extensions["code"].(string); !slices.Contains(o.Codes, code) {
			o.Codes = append(o.Codes, code)
		}
	}
}

func (a *answer) encode(errs gqlerror.List) []byte {
	var buf bytes.Buffer
	sep := byte('{')
	key := func(name string) {
		buf.WriteByte(sep)
		buf.WriteString(`"` + name + `":`)
		sep = ','
	}
	if len(errs) > 0 {
		key("errors")
		encodeJSON(&buf, errs)
	}
	if a.response != nil {
		key("data")
		if len(a.response.Data) == 0 {
			buf.WriteString("null")
		} else {
			buf.Write(a.response.Data)
		}
		extensions := map[string]any{"cost": map[string]int{"requested": a.cost, "limit": a.limit}}
		for name, value := range a.response.Extensions {
			extensions[name] = value
		}
		key("extensions")
		encodeJSON(&buf, extensions)
	}
	buf.WriteByte('}')
	return buf.Bytes()
}

// encodeJSON appends v, which holds nothing that JSON cannot express.
func encodeJSON(buf *bytes.Buffer, v any) {
	enc := json.NewEncoder(buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		buf.WriteString("null")
		return
	}
	buf.Truncate(buf.Len() - 1) // the encoder's line end
}

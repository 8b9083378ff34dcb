package graph_test

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"
	"github.com/pquerna/otp/totp"
	"golang.org/x/tools/txtar"

	"tenantry/ent/schema"
	"tenantry/internal/database"
	"tenantry/internal/mail"
)

var update = flag.Bool("update", false, "write what is answered as what is wanted")

// TestScenarios plays testdata/<noun>_<state>.txtar: one scenario a file, on a
// world of its own (see world_test.go), each step through the HTTP handler.
//
// The sections of a step bear its number, which a scenario of one step leaves
// out: "2.operation.graphql". They are
//
//	as                 who asks, see api.do; as in the step before when left out
//	operation.graphql  what is asked, as in the step before when left out
//	variables.json     with which variables
//	want.json          the answer
//	want.status        the HTTP status, when it is not 200
//	after              a duration by which the clock moves before the step
//	later              the same, and who is signed in stays so
//	suspended          the name of an organization that is suspended before it
//	factor             before it, all sessions have shown a second factor
//	holds              before it, the user of the first word holds the roles of
//	                   the others, whether or not the product would give them
//	mail               instead of an operation: wait for the mail to an address,
//	                   of several for the one with the words behind it in its
//	                   subject; the token of its link is known as ${mailed}
//	want.mail          its subject
//
// At the end, "audit" lists the lines the audit log has got, "jobs" the jobs.
//
// Ids and tokens stand as ${name}: those of the world by their name there, new
// ones as ${inv_1} in the order in which they are first seen. Names can be used
// in "as", in variables and in "mail". ${code_1} is what an authenticator app
// shows that was set up with ${secret_1}.
//
// Whatever a scenario is about, a mutation that answers errors must not have
// changed a row.
func TestScenarios(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no scenarios: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			t.Parallel()
			newScenario(t, file).play()
		})
	}
}

// scenario is one file on its way.
type scenario struct {
	*api
	file    string
	archive *txtar.Archive
	as      string            // who asked last
	query   string            // and what
	values  map[string]string // ${name} → what it stands for
	words   map[string]string // and back
	serial  map[string]int    // new names given, by prefix
}

func newScenario(t *testing.T, file string) *scenario {
	t.Helper()
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	s := &scenario{api: newAPI(t), file: file, archive: archive, values: map[string]string{}, words: map[string]string{}, serial: map[string]int{}}
	for name, value := range s.names {
		s.learn("${"+name+"}", value)
	}
	return s
}

func (s *scenario) learn(word, value string) { s.values[word], s.words[value] = value, word }

// section is the text of a section, with its names opened.
func (s *scenario) section(name string) (text string, ok bool) {
	for _, f := range s.archive.Files {
		if f.Name == name {
			return s.open(strings.TrimSpace(string(f.Data))), true
		}
	}
	return "", false
}

var word = regexp.MustCompile(`\$\{[a-zA-Z0-9_.]+\}`)

func (s *scenario) open(text string) string {
	return word.ReplaceAllStringFunc(text, func(w string) string {
		value, ok := s.values[w]
		if secret, of := strings.CutPrefix(w, "${code_"); of {
			code, err := totp.GenerateCode(s.values["${secret_"+secret], s.clock.now())
			value, ok = code, err == nil
		}
		if !ok {
			s.Errorf("%s: nothing is called %s", s.file, w)
		}
		return value
	})
}

func (s *scenario) play() {
	steps := []string{""}
	if _, ok := s.raw("operation.graphql"); !ok {
		steps = nil
		for i := 1; s.has(i); i++ {
			steps = append(steps, strconv.Itoa(i)+".")
		}
	}
	if len(steps) == 0 {
		s.Fatalf("%s holds neither operation.graphql nor 1.operation.graphql", s.file)
	}
	for _, n := range steps {
		s.step(n)
	}
	if want, ok := s.raw("audit"); ok {
		s.compare("audit", want, s.audit())
	}
	if want, ok := s.raw("jobs"); ok {
		s.compare("jobs", want, s.jobs())
	}
	s.unknownSections(steps)
	s.countersAgree()
	if *update {
		if err := os.WriteFile(s.file, txtar.Format(s.archive), 0o600); err != nil {
			s.Fatal(err)
		}
	}
}

// countersAgree holds the kept numbers of users and organizations to their
// count, whatever the scenario did.
func (s *scenario) countersAgree() {
	for _, key := range s.resellers() {
		if drift, err := database.Drift(s.Context(), s.owner, key); err != nil || drift != 0 {
			s.Errorf("%d counters differ from the count (%v)", drift, err)
		}
	}
}

// resellers are those of the world.
func (s *scenario) resellers() []uuid.UUID {
	var keys []uuid.UUID
	for name, id := range s.names {
		if !strings.HasPrefix(name, "res.") {
			continue
		}
		_, key, err := schema.ParseGlobalID(id)
		if err != nil {
			s.Fatal(err)
		}
		keys = append(keys, key)
	}
	return keys
}

// has tells whether there is a step of this number.
func (s *scenario) has(i int) bool {
	return slices.ContainsFunc(s.archive.Files, func(f txtar.File) bool { return strings.HasPrefix(f.Name, strconv.Itoa(i)+".") })
}

// raw is a section as it is written.
func (s *scenario) raw(name string) (string, bool) {
	for _, f := range s.archive.Files {
		if f.Name == name {
			return strings.TrimSpace(string(f.Data)), true
		}
	}
	return "", false
}

func (s *scenario) step(n string) {
	for _, name := range []string{"after", "later"} {
		text, ok := s.section(n + name)
		if !ok {
			continue
		}
		d, err := time.ParseDuration(text)
		if err != nil {
			s.Fatal(err)
		}
		s.clock.advance(d)
		if name == "later" {
			by := fmt.Sprintf(" + interval '%d seconds'", int(d.Seconds()))
			s.exec([]string{"UPDATE sessions SET last_seen_at = last_seen_at" + by + ", proven_at = proven_at" + by + ", expires_at = expires_at" + by})
		}
		for _, sweep := range []func(context.Context) (int, error){s.directory.SweepSuspensions, s.directory.PurgeOrganizations, s.billing.IssueInvoices, s.billing.MarkPastDue} {
			if _, err := sweep(s.Context()); err != nil { // as the clock asks for
				s.Fatal(err)
			}
		}
	}
	if name, ok := s.section(n + "suspended"); ok {
		s.exec([]string{"UPDATE organizations SET status = 'SUSPENDED' WHERE name = '" + name + "'"})
		for _, key := range s.resellers() { // that went past the counters
			if err := database.Recount(s.Context(), s.owner, key, s.clock.now()); err != nil {
				s.Fatal(err)
			}
		}
	}
	if _, ok := s.section(n + "factor"); ok {
		s.exec([]string{"UPDATE sessions SET two_factor = true"})
	}
	if text, ok := s.section(n + "holds"); ok {
		s.hold(strings.Fields(text))
	}
	if text, ok := s.section(n + "mail"); ok {
		to, about, _ := strings.Cut(text, " ")
		m := s.letter(to, about)
		for _, link := range mail.Links(m) {
			if _, token, ok := strings.Cut(link, "#token="); ok {
				s.learn("${mailed}", token)
			}
		}
		s.want(n+"want.mail", m.Subject)
		return
	}
	if as, ok := s.section(n + "as"); ok {
		s.as = as
	}
	if query, ok := s.section(n + "operation.graphql"); ok {
		s.query = query
	}
	var variables map[string]any
	if text, ok := s.section(n + "variables.json"); ok {
		if err := json.Unmarshal([]byte(text), &variables); err != nil {
			s.Fatalf("%s%s: %v", n, "variables.json", err)
		}
	}
	before := s.digests("")
	w := s.do(s.as, s.query, variables)
	if strings.HasPrefix(s.query, "mutation") && refused(w.Body.Bytes()) {
		if diff := cmp.Diff(before, s.digests("")); diff != "" {
			s.Errorf("step %q was refused and yet changed rows (-before +after):\n%s", n, diff)
		}
	}
	status := ""
	if w.Code != http.StatusOK {
		status = strconv.Itoa(w.Code)
	}
	s.want(n+"want.status", status)
	s.want(n+"want.json", s.close(w.Body.Bytes()))
}

// hold gives a user roles at home, behind the back of the product.
func (s *scenario) hold(words []string) {
	s.Helper()
	for _, role := range words[1:] {
		s.insert(`INSERT INTO role_assignments (id, reseller_id, account_id, created_at, user_id, role_id, organization_id)
			SELECT $1, reseller_id, account_id, created_at, id, $2, organization_id FROM users WHERE id = $3`,
			schema.NewID(), s.key("role."+role), s.key("user."+words[0]))
	}
}

// refused tells whether every field of an answer was refused: by an error of
// the request, an error of its own or errors in its payload.
func refused(body []byte) bool {
	var answer struct {
		Data map[string]json.RawMessage `json:"data"`
	}
	if json.Unmarshal(body, &answer) != nil {
		return true
	}
	for _, field := range answer.Data {
		var payload struct {
			Errors []any `json:"errors"`
		}
		if string(field) != "null" && (json.Unmarshal(field, &payload) != nil || len(payload.Errors) == 0) {
			return false
		}
	}
	return true
}

var (
	newID  = regexp.MustCompile(`\b(user|org|inv|role|ses|aud|mem|res|job|pk|mail|cred|ctx|rsch|imp|cmod|sto|whk|key|sinc|rel|plan|bsub|bacc|bill)_[0-9a-hjkmnp-tv-z]{26}\b`)
	opaque = regexp.MustCompile(`"(cursor|startCursor|endCursor|token|planToken|temporaryPassword|secret|uri|qrCode)": "([^"$]+)"`)
	// recovery codes are random, too.
	recovery = regexp.MustCompile(`\b[a-z2-7]{4}(-[a-z2-7]{4}){3}\b`)
)

// settled is an answer without what other tests look at, costs and places in
// the document, and with errors in a fixed order: fields fail side by side.
func settled(body []byte) ([]byte, error) {
	type problem struct {
		Message    string          `json:"message"`
		Path       []any           `json:"path,omitempty"`
		Extensions json.RawMessage `json:"extensions,omitempty"`
	}
	var answer struct {
		Errors []problem       `json:"errors,omitempty"`
		Data   json.RawMessage `json:"data,omitempty"`
	}
	if err := json.Unmarshal(body, &answer); err != nil {
		return nil, err
	}
	slices.SortStableFunc(answer.Errors, func(a, b problem) int { return strings.Compare(fmt.Sprint(a.Path), fmt.Sprint(b.Path)) })
	var pretty bytes.Buffer
	enc := json.NewEncoder(&pretty)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(answer)
	return pretty.Bytes(), err
}

// close writes an answer with names instead of ids, tokens and cursors.
func (s *scenario) close(body []byte) string {
	pretty, err := settled(body)
	if err != nil {
		s.Errorf("the answer is not JSON: %v: %.300s", err, body)
	}
	text := newID.ReplaceAllStringFunc(string(pretty), func(id string) string {
		prefix, _, _ := strings.Cut(id, "_")
		return s.wordFor(prefix, id)
	})
	text = recovery.ReplaceAllStringFunc(text, func(code string) string { return s.wordFor("recovery", code) })
	return opaque.ReplaceAllStringFunc(text, func(pair string) string {
		m := opaque.FindStringSubmatch(pair)
		prefix := m[1]
		if strings.HasSuffix(strings.ToLower(prefix), "cursor") {
			prefix = "cursor"
		}
		return `"` + m[1] + `": "` + s.wordFor(prefix, m[2]) + `"`
	})
}

// wordFor is the name of a value, a new one when it has none.
func (s *scenario) wordFor(prefix, value string) string {
	if known, ok := s.words[value]; ok {
		return known
	}
	s.serial[prefix]++
	w := fmt.Sprintf("${%s_%d}", prefix, s.serial[prefix])
	s.learn(w, value)
	return w
}

// want compares a section with what came; an absent section wants nothing.
func (s *scenario) want(name, got string) {
	s.Helper()
	want, _ := s.raw(name)
	s.compare(name, want, got)
}

func (s *scenario) compare(name, want, got string) {
	s.Helper()
	got = strings.TrimSpace(got)
	if *update {
		s.write(name, got)
		return
	}
	if diff := cmp.Diff(strings.Split(want, "\n"), strings.Split(got, "\n")); diff != "" {
		s.Errorf("%s: %s (-want +got):\n%s", s.file, name, diff)
	}
}

// write puts a section where it was, or behind the others of its step.
func (s *scenario) write(name, text string) {
	at := slices.IndexFunc(s.archive.Files, func(f txtar.File) bool { return f.Name == name })
	switch {
	case text == "" && at >= 0 && strings.Contains(name, "want."):
		s.archive.Files = slices.Delete(s.archive.Files, at, at+1)
	case text == "" && at < 0:
	case at >= 0:
		s.archive.Files[at].Data = []byte(text + "\n")
	default:
		step, _, _ := strings.Cut(name, "want.")
		last := len(s.archive.Files)
		for i, f := range s.archive.Files {
			if strings.HasPrefix(f.Name, step) && (step != "" || (f.Name != "audit" && f.Name != "jobs")) {
				last = i + 1
			}
		}
		s.archive.Files = slices.Insert(s.archive.Files, last, txtar.File{Name: name, Data: []byte(text + "\n")})
	}
}

// unknownSections finds names with slips of the pen.
func (s *scenario) unknownSections(steps []string) {
	known := map[string]bool{"audit": true, "jobs": true}
	for _, n := range steps {
		for _, name := range []string{"as", "operation.graphql", "variables.json", "want.json", "want.status", "after", "later", "suspended", "factor", "holds", "mail", "want.mail"} {
			known[n+name] = true
		}
	}
	for _, f := range s.archive.Files {
		if !known[f.Name] {
			s.Errorf("%s: no such section: %s", s.file, f.Name)
		}
	}
}

// audit lists what the audit log has got: action, actor and for whom, target,
// changes, reason.
func (s *scenario) audit() string {
	lines := s.pairs(`SELECT created_at::text || id::text,
		concat_ws(' | ', action, CASE actor_name WHEN '' THEN '-' ELSE actor_name END || CASE on_behalf_of_name WHEN '' THEN '' ELSE ' for ' || on_behalf_of_name END, target_type || ' ' || target_name,
			nullif((SELECT string_agg(concat(c->>'field', ': ', c->>'before', ' -> ', c->>'after'), ', ')
				FROM jsonb_array_elements(changes) c), ''), reason)
		FROM audit_events WHERE action <> 'world.made'`)
	var out []string
	for _, key := range slices.Sorted(maps.Keys(lines)) {
		out = append(out, lines[key])
	}
	return strings.Join(out, "\n")
}

// jobs counts the jobs by kind.
func (s *scenario) jobs() string {
	kinds := s.pairs(`SELECT kind, count(*)::text FROM river_job GROUP BY kind`)
	var out []string
	for _, kind := range slices.Sorted(maps.Keys(kinds)) {
		out = append(out, kind+" "+kinds[kind])
	}
	return strings.Join(out, "\n")
}

package main

import (
	"bytes"
	"fmt"
	"iter"
	"regexp"
	"slices"
	"strings"
	"sync"
)

// statement is one that the server sent: its text and its parameters.
type statement struct {
	SQL    string
	Params []param
}

// param is the text form of a value; nil means NULL.
type param *string

// linePrefix is the log_line_prefix that parseLog expects: process and role.
const linePrefix = "@%p %u "

// recorder keeps what PostgreSQL logs while it is on.
type recorder struct {
	mu   sync.Mutex
	text bytes.Buffer
}

// Write takes a part of the log.
func (r *recorder) Write(p []byte) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.text.Write(p)
}

// take gives what was written since the last time.
func (r *recorder) take() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	defer r.text.Reset()
	return r.text.String()
}

// lines are the lines of a text without their ends.
func lines(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for line := range strings.Lines(text) {
			if !yield(strings.TrimRight(line, "\r\n")) {
				return
			}
		}
	}
}

type patterns struct{ entry, execute *regexp.Regexp }

func newPatterns() patterns {
	return patterns{
		entry:   regexp.MustCompile(`^@(\d+) (\S*) (LOG|DETAIL):  (.*)$`),
		execute: regexp.MustCompile(`^(?:execute [^:]*|statement): `),
	}
}

// parseLog finds the statements of one role in a log written with
// log_statement=all, in their order.
func parseLog(text, role string) ([]statement, error) {
	type entry struct{ sql, params string }
	p := newPatterns()
	var entries []*entry
	latest := map[string]*entry{} // by process: parameters follow their statement
	var into *string              // where a continued line belongs
	for line := range lines(text) {
		m := p.entry.FindStringSubmatch(line)
		if m == nil {
			if rest, ok := strings.CutPrefix(line, "\t"); ok && into != nil {
				*into += "\n" + rest
			}
			continue
		}
		into = nil
		if m[2] != role {
			continue
		}
		if at := p.execute.FindStringIndex(m[4]); m[3] == "LOG" && at != nil {
			e := &entry{sql: m[4][at[1]:]}
			entries, latest[m[1]], into = append(entries, e), e, &e.sql
		} else if rest, ok := strings.CutPrefix(m[4], "parameters: "); ok && m[3] == "DETAIL" {
			if e := latest[m[1]]; e != nil { // else its statement came before this piece of the log
				e.params, into = rest, &e.params
			}
		}
	}
	out := make([]statement, len(entries))
	for i, e := range entries {
		params, err := parseParams(e.params)
		if err != nil {
			return nil, fmt.Errorf("parameters of %.80q: %w", e.sql, err)
		}
		out[i] = statement{SQL: e.sql, Params: params}
	}
	return out, nil
}

// parseParams reads "$1 = 'a', $2 = NULL".
func parseParams(text string) ([]param, error) {
	var out []param
	for rest := text; rest != ""; {
		sign := fmt.Sprintf("$%d = ", len(out)+1)
		tail, ok := strings.CutPrefix(rest, sign)
		if !ok {
			return nil, fmt.Errorf("%q expected at %.40q", sign, rest)
		}
		if after, null := strings.CutPrefix(tail, "NULL"); null {
			out, rest = append(out, nil), strings.TrimPrefix(after, ", ")
			continue
		}
		value, after, ok := unquote(tail)
		if !ok {
			return nil, fmt.Errorf("no quoted value at %.40q", tail)
		}
		out, rest = append(out, &value), strings.TrimPrefix(after, ", ")
	}
	return out, nil
}

// unquote reads a text in single quotes, in which a quote is doubled.
func unquote(s string) (value, rest string, ok bool) {
	if !strings.HasPrefix(s, "'") {
		return "", s, false
	}
	var b strings.Builder
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] != '\'':
			b.WriteByte(s[i])
		case i+1 < len(s) && s[i+1] == '\'':
			b.WriteByte('\'')
			i++
		default:
			return b.String(), s[i+1:], true
		}
	}
	return "", s, false
}

// ofOperation drops what runs beside any operation: the job workers' own
// statements, and the words that frame a transaction.
func ofOperation(all []statement) []statement {
	return slices.DeleteFunc(slices.Clone(all), func(s statement) bool {
		return isFrame(s.SQL) || background(s.SQL)
	})
}

func isFrame(sql string) bool {
	word, _, _ := strings.Cut(strings.ToUpper(strings.TrimSpace(sql)), " ")
	switch strings.TrimSuffix(word, ";") {
	case "BEGIN", "COMMIT", "ROLLBACK", "START", "SET", "DEALLOCATE", "LISTEN":
		return true
	}
	return false
}

// background tells the job workers' statements from an operation that only
// inserts jobs.
func background(sql string) bool {
	return strings.Contains(sql, "river_") && !strings.Contains(strings.ToUpper(sql), "INSERT INTO") ||
		strings.Contains(sql, "river_leader") || strings.Contains(sql, "river_queue")
}

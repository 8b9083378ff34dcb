package directory

import (
	"encoding/csv"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"tenantry/internal/fault"
)

// MaxPasted is how many characters a pasted list has at most.
const MaxPasted = 200_000

// ParsedPerson is somebody read from a pasted text.
type ParsedPerson struct {
	Line                int // of the text, from 1
	Email               string
	FirstName, LastName *string
}

// ParsePeople reads a text that was pasted to invite people: addresses between
// commas, semicolons, tabs or lines, "Name <address>", or a table with a header
// row. The problem is one of the text as a whole. [003]
func ParsePeople(text string) (people []ParsedPerson, problem string) {
	switch {
	case !utf8.ValidString(text) || strings.ContainsRune(text, 0):
		return nil, "The text holds what is no text."
	case utf8.RuneCountInString(text) > MaxPasted:
		return nil, "The text is too long; paste it in parts."
	}
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.TrimPrefix(text, "\uFEFF"))
	if columns, delimiter := header(text); columns != nil && len(columns.unread) > 0 {
		return nil, unreadColumns(columns.unread)
	} else if columns != nil {
		people, problem = parseTable(text, columns, delimiter)
	} else {
		people = parseList(text)
	}
	if len(people) == 0 && problem == "" {
		problem = "The text names nobody."
	}
	return people, problem
}

// problem tells what is wrong with a person of a text, by itself and beside
// those before; empty when nothing is.
func (s *Service) problem(p ParsedPerson, seen map[string]bool) string {
	var errs fault.Refusals
	at := func(field string) string { return field }
	who := checkPerson(&errs, at, NewUser{NewInvitation: NewInvitation{Email: p.Email, FirstName: p.FirstName, LastName: p.LastName}})
	switch {
	case len(errs) > 0:
		return errs[0].Message
	case seen[who.address.key]:
		return "The address was named before."
	case s.Disposable.Contains(who.address.domain):
		return "The address belongs to a provider of throw-away mailboxes."
	}
	seen[who.address.key] = true
	return ""
}

// PastedPerson is a ParsedPerson with what is wrong with him; empty: nothing.
type PastedPerson struct {
	ParsedPerson
	Problem string
}

// InvitationItemsParse reads a text as ParsePeople does and judges each person
// as far as that needs no organization.
func (s *Service) InvitationItemsParse(text string) (people []PastedPerson, problem string) {
	parsed, problem := ParsePeople(text)
	if len(parsed) > MaxInvitations {
		problem = "The text names more than 500 people; invite them in parts."
	}
	seen := map[string]bool{}
	for _, p := range parsed {
		people = append(people, PastedPerson{p, s.problem(p, seen)})
	}
	return people, problem
}

// parseList reads people between separators.
func parseList(text string) []ParsedPerson {
	var people []ParsedPerson
	for _, e := range split(text) {
		if name, address, ok := angled(e.text); ok {
			p := ParsedPerson{Line: e.line, Email: address}
			p.FirstName, p.LastName = splitName(name)
			people = append(people, p)
			continue
		}
		// Addresses with nothing but blanks between them are several.
		parts := strings.Fields(e.text)
		for _, part := range parts {
			if len(parts) == 1 || !strings.Contains(part, "@") {
				parts = []string{e.text}
				break
			}
		}
		for _, part := range parts {
			people = append(people, ParsedPerson{Line: e.line, Email: part})
		}
	}
	return people
}

type entry struct {
	line int
	text string
}

// split cuts a list where a separator stands outside quotes and brackets. Both
// end with their line at the latest: one slip must not swallow the rest.
func split(text string) []entry {
	var out []entry
	for i, row := range strings.Split(text, "\n") {
		quoted, bracket, start := false, false, 0
		cut := func(end int) {
			if part := strings.TrimSpace(row[start:end]); part != "" {
				out = append(out, entry{i + 1, part})
			}
		}
		whole := strings.Count(row, `"`)%2 == 0
		for at, r := range row {
			switch {
			case r == '"' && whole:
				quoted = !quoted
			case r == '<':
				bracket = strings.ContainsRune(row[at:], '>')
			case r == '>':
				bracket = false
			case !quoted && !bracket && (r == ',' || r == ';' || r == '\t'):
				cut(at)
				start = at + 1
			}
		}
		cut(len(row))
	}
	return out
}

// angled reads "Name <address>".
func angled(s string) (name, address string, ok bool) {
	open := strings.LastIndexByte(s, '<')
	if open < 0 || !strings.HasSuffix(s, ">") {
		return "", "", false
	}
	name = strings.TrimSpace(strings.Trim(strings.TrimSpace(s[:open]), `"'`))
	return name, strings.TrimSpace(s[open+1 : len(s)-1]), true
}

// splitName takes the last word for the family name, or what stands before a
// comma.
func splitName(name string) (first, last *string) {
	part := func(s string) *string {
		if s = strings.TrimSpace(s); s == "" {
			return nil
		}
		return &s
	}
	if family, given, ok := strings.Cut(name, ","); ok {
		return part(given), part(family)
	}
	if at := strings.LastIndexFunc(name, unicode.IsSpace); at >= 0 {
		return part(name[:at]), part(name[at:])
	}
	return part(name), nil
}

// columns says where in a table what stands; -1: nowhere.
type columns struct {
	email, first, last, name int
	unread                   []string // titles of what would be lost
}

// unreadColumns refuses a table that says more than is read: who pasted a
// column of modules must not believe that they were given.
func unreadColumns(titles []string) string {
	const most = 10
	named := make([]string, 0, most)
	for _, title := range titles[:min(len(titles), most)] {
		named = append(named, strconv.Quote(truncate(title, 40)))
	}
	if len(titles) > most {
		named = append(named, "…")
	}
	return "The table has columns that are not read here: " + strings.Join(named, ", ") + ". Remove them."
}

// header reads the first row that is not empty as the titles of a table; nil
// when it is none.
func header(text string) (c *columns, delimiter rune) {
	row := ""
	for row == "" {
		line, rest, more := strings.Cut(text, "\n")
		if strings.TrimSpace(line) != "" {
			row = line
		} else if !more {
			return nil, 0
		}
		text = rest
	}
	if strings.Contains(row, "@") {
		return nil, 0
	}
	delimiter = ','
	for _, d := range []rune{';', '\t'} {
		if strings.Count(row, string(d)) > strings.Count(row, string(delimiter)) {
			delimiter = d
		}
	}
	c = &columns{email: -1, first: -1, last: -1, name: -1}
	for i, said := range strings.Split(row, string(delimiter)) {
		title := strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) {
				return unicode.ToLower(r)
			}
			return -1
		}, said)
		var at *int
		switch title {
		case "email", "mail", "emailaddress", "address":
			at = &c.email
		case "firstname", "first", "givenname":
			at = &c.first
		case "lastname", "last", "familyname", "surname":
			at = &c.last
		case "name", "fullname", "displayname":
			at = &c.name
		}
		if said = strings.Trim(strings.TrimSpace(said), `"`); at != nil && *at < 0 {
			*at = i
		} else if said != "" {
			c.unread = append(c.unread, said)
		}
	}
	if c.email < 0 {
		return nil, 0
	}
	return c, delimiter
}

// parseTable reads the rows below the titles.
func parseTable(text string, c *columns, delimiter rune) (people []ParsedPerson, problem string) {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = delimiter, -1, true
	for title := true; ; title = false {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return people, ""
		} else if err != nil {
			return nil, "The table cannot be read: a quotation mark is missing."
		}
		if title {
			continue
		}
		cell := func(i int) *string {
			if i < 0 || i >= len(row) || strings.TrimSpace(row[i]) == "" {
				return nil
			}
			return new(strings.TrimSpace(row[i]))
		}
		line, _ := r.FieldPos(0)
		p := ParsedPerson{Line: line, FirstName: cell(c.first), LastName: cell(c.last)}
		if address := cell(c.email); address != nil {
			p.Email = *address
		}
		if name := cell(c.name); name != nil && p.FirstName == nil && p.LastName == nil {
			p.FirstName, p.LastName = splitName(*name)
		}
		if p.Email != "" || p.FirstName != nil || p.LastName != nil {
			people = append(people, p)
		}
	}
}

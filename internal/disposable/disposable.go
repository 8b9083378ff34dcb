// Package disposable answers whether an e-mail domain belongs to a provider of
// throw-away mailboxes, by a list that others maintain (see NOTICE.md).
package disposable

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"fmt"
	"io"
	"sort"
	"strings"
)

//go:embed domains.txt.gz
var packed []byte

// List is the set of domains, kept as one sorted text: a map of 120,000 short
// strings would take several times the memory.
type List struct {
	text  string
	lines []uint32 // where each line begins
}

// Load unpacks the list that ships with the program.
func Load() (*List, error) {
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, fmt.Errorf("unpack disposable domains: %w", err)
	}
	text, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("unpack disposable domains: %w", err)
	}
	return Parse(string(text)), nil
}

// Parse makes a list from sorted lower-case domains, one a line.
func Parse(text string) *List {
	l := &List{text: text}
	for at := 0; at < len(text); {
		l.lines = append(l.lines, uint32(at))
		end := strings.IndexByte(text[at:], '\n')
		if end < 0 {
			break
		}
		at += end + 1
	}
	return l
}

// Contains tells whether the domain or one above it is listed. Case does not
// matter.
func (l *List) Contains(domain string) bool {
	domain = strings.ToLower(strings.TrimSuffix(domain, "."))
	for strings.Contains(domain, ".") {
		if l.has(domain) {
			return true
		}
		_, domain, _ = strings.Cut(domain, ".")
	}
	return false
}

func (l *List) has(domain string) bool {
	i := sort.Search(len(l.lines), func(i int) bool { return l.line(i) >= domain })
	return i < len(l.lines) && l.line(i) == domain
}

func (l *List) line(i int) string {
	rest := l.text[l.lines[i]:]
	if end := strings.IndexByte(rest, '\n'); end >= 0 {
		return rest[:end]
	}
	return rest
}

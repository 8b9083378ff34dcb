package mail

import (
	"embed"
	"fmt"
	html "html/template"
	"io/fs"
	"path"
	"strings"
	"sync"
	text "text/template"
)

// fallback is the language every mail exists in.
const fallback = "en"

// templateFiles has the two layouts and a folder per language with the words
// all mails use and two files per mail. A language is added as one more folder
// and, if its dates are not to be figures, a line in clock.go.
//
//go:embed templates
var templateFiles embed.FS

// set is one mail in one language.
type set struct {
	text *text.Template
	html *html.Template
}

// library has all sets by "language/kind".
type library map[string]set

// templates parses the embedded files at the first use; the tests parse them
// too, so a mistake is found there.
var templates = sync.OnceValues(func() (library, error) { return parseAll(templateFiles) })

// pick finds a mail in the wanted language ("de-AT", then "de"), else in
// English, and answers which language it is.
func (l library) pick(locale, kind string) (set, string, error) {
	locale = strings.ToLower(strings.ReplaceAll(locale, "_", "-"))
	base, _, _ := strings.Cut(locale, "-")
	for _, lang := range []string{locale, base, fallback} {
		if s, ok := l[lang+"/"+kind]; ok {
			return s, lang, nil
		}
	}
	return set{}, "", fmt.Errorf("no templates for %s", kind)
}

func parseAll(files fs.FS) (library, error) {
	found, err := fs.Glob(files, "templates/*/*.txt")
	if err != nil {
		return nil, fmt.Errorf("list templates: %w", err)
	}
	l := make(library)
	for _, file := range found {
		dir, kind := path.Dir(file), strings.TrimSuffix(path.Base(file), ".txt")
		lang := path.Base(dir)
		funcs := map[string]any{"button": newButton}
		t, err := text.New(kind).Funcs(funcs).ParseFS(files, "templates/layout.txt", dir+"/words.tmpl", file)
		if err != nil {
			return nil, fmt.Errorf("parse %s: %w", file, err)
		}
		h, err := html.New(kind).Funcs(funcs).ParseFS(files, "templates/layout.html", dir+"/words.tmpl", dir+"/"+kind+".html")
		if err != nil {
			return nil, fmt.Errorf("parse %s.html: %w", dir+"/"+kind, err)
		}
		l[lang+"/"+kind] = set{t, h}
	}
	return l, nil
}

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
	"time"
)

// fallback is the language every mail exists in.
const fallback = "en"

// templateFiles has the two layouts and a folder per language with common
// phrases and two files per mail. A language is added as one more folder.
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
var templates = sync.OnceValues(func() (library, error) { return parse(templateFiles) })

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

func parse(files fs.FS) (library, error) {
	found, err := fs.Glob(files, "templates/*/*.txt")
	if err != nil {
		return nil, fmt.Errorf("list templates: %w", err)
	}
	l := make(library)
	for _, file := range found {
		dir, kind := path.Dir(file), strings.TrimSuffix(path.Base(file), ".txt")
		if kind == "common" {
			continue
		}
		lang := path.Base(dir)
		funcs := map[string]any{"time": clockFace(lang), "button": newButton}
		t, err := text.New(kind).Funcs(funcs).ParseFS(files, "templates/layout.txt", dir+"/common.txt", file)
		if err != nil {
			return nil, fmt.Errorf("parse %s: %w", file, err)
		}
		h, err := html.New(kind).Funcs(funcs).ParseFS(files, "templates/layout.html", dir+"/common.html", dir+"/"+kind+".html")
		if err != nil {
			return nil, fmt.Errorf("parse %s.html: %w", dir+"/"+kind, err)
		}
		l[lang+"/"+kind] = set{t, h}
	}
	return l, nil
}

// clockFace writes an instant for readers of a language, in UTC and saying
// so: nobody told us where they are. Go knows English names only; a language
// without a line here gets figures.
func clockFace(lang string) func(time.Time) string {
	layout := "2006-01-02 15:04 UTC"
	if lang == "en" {
		layout = "Monday, 2 January 2006 at 15:04 UTC"
	}
	return func(t time.Time) string { return t.UTC().Format(layout) }
}

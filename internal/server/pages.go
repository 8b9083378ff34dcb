package server

import (
	"bytes"
	"embed"
	"html/template"
	"net/http"
	"regexp"
)

//go:embed pages
var pages embed.FS

// pagePolicy lets a page of ours load its style sheet and frame its own parts.
const pagePolicy = "default-src 'none'; style-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// render writes one of the pages. A page that does not render is a mistake in
// the binary, so the request fails as a whole.
func render(w http.ResponseWriter, t *template.Template, name string, data any) {
	var buf bytes.Buffer
	if err := t.ExecuteTemplate(&buf, name, data); err != nil {
		http.Error(w, "the page could not be rendered", http.StatusInternalServerError)
		return
	}
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Security-Policy", pagePolicy)
	h.Set("Cache-Control", "no-store")
	_, _ = w.Write(buf.Bytes())
}

func templates() *template.Template {
	return template.Must(template.New("").Funcs(template.FuncMap{"linked": linked}).ParseFS(pages, "pages/*.html"))
}

// index is the page of the bare address.
func index(cfg Config) http.Handler {
	t := templates()
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { render(w, t, "index.html", cfg.Dev) })
}

// piece is a part of a text; with an address it is a link.
type piece struct{ Text, URL string }

// linked cuts a text at the addresses in it.
func linked(text string) []piece {
	var out []piece
	from := 0
	for _, at := range regexp.MustCompile(`https?://[^\s<>"]+[^\s<>".,;:!?)]`).FindAllStringIndex(text, -1) {
		out = append(out, piece{Text: text[from:at[0]]}, piece{Text: text[at[0]:at[1]], URL: text[at[0]:at[1]]})
		from = at[1]
	}
	return append(out, piece{Text: text[from:]})
}

package server

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"html/template"
	"net/http"
	"regexp"
	"time"

	"tenantry/console"
)

//go:embed pages
var pages embed.FS

// served are the files that our pages load, with their content types; what
// else lies in the folder are templates.
func served() map[string]string {
	return map[string]string{
		"style.css":     "text/css; charset=utf-8",
		"icon.svg":      "image/svg+xml",
		"invitation.js": "text/javascript; charset=utf-8",
		"link.js":       "text/javascript; charset=utf-8",
		"password.js":   "text/javascript; charset=utf-8",
		"email.js":      "text/javascript; charset=utf-8",
		"sso.js":        "text/javascript; charset=utf-8",
	}
}

// assets answers the files that our pages load. They are small and change with
// the binary, so a browser asks each time whether its copy still holds.
func assets() http.Handler {
	type asset struct {
		body              []byte
		contentType, mark string
	}
	files := map[string]asset{}
	for name, contentType := range served() {
		body, err := pages.ReadFile("pages/" + name)
		if err != nil {
			panic(fmt.Sprintf("server: %s is not in the binary: %v", name, err))
		}
		sum := sha256.Sum256(body)
		files[name] = asset{body, contentType, `"` + hex.EncodeToString(sum[:8]) + `"`}
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		f, ok := files[r.PathValue("file")]
		if !ok {
			http.NotFound(w, r)
			return
		}
		h := w.Header()
		h.Set("Content-Type", f.contentType)
		h.Set("Cache-Control", "no-cache")
		h.Set("ETag", f.mark)
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(f.body))
	})
}

// pagePolicy lets a page of ours load its style sheet and frame its own parts.
const pagePolicy = "default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// render writes one of the pages. A page that does not render is a mistake in
// the binary, so the request fails as a whole.
func render(w http.ResponseWriter, t *template.Template, name, policy string, data any) {
	var buf bytes.Buffer
	if err := t.ExecuteTemplate(&buf, name, data); err != nil {
		http.Error(w, "the page could not be rendered", http.StatusInternalServerError)
		return
	}
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Security-Policy", policy)
	h.Set("Cache-Control", "no-store")
	_, _ = w.Write(buf.Bytes())
}

func templates() *template.Template {
	return template.Must(template.New("").Funcs(template.FuncMap{"linked": linked}).ParseFS(pages, "pages/*.html"))
}

// index is the page of the bare address. Outside development people who come
// there want the console.
func index(cfg Config) http.Handler {
	if cfg.Console && !cfg.Dev {
		return http.RedirectHandler(console.Path+"/", http.StatusSeeOther)
	}
	t := templates()
	shown := struct{ Console, Dev, Mailbox bool }{cfg.Console, cfg.Dev, cfg.Dev && cfg.Mailbox != nil}
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { render(w, t, "index.html", pagePolicy, shown) })
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

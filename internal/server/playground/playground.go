// Package playground answers how a person tries the API in a browser without
// any other server: GraphiQL with a sign-in bar, built beforehand and carried
// in the binary. Rebuild with "npm ci && npm run build" in this folder.
package playground

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"time"
)

//go:embed dist
var dist embed.FS

// Path is where the page expects to be mounted, with and without a slash
// behind it.
const Path = "/playground"

// policy lets the page load its own files and talk to its own server, and
// nothing else. Inline data is allowed for small icons and typefaces only.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
	"font-src 'self' data:; connect-src 'self'; worker-src 'self'; base-uri 'none'; " +
	"form-action 'none'; frame-ancestors 'none'"

// file is one file of the bundle with the headers it is answered with.
type file struct {
	body        []byte
	plain       []byte // the body unpacked, when it is kept as gzip
	contentType string
	caching     string
	tag         string
}

// Handler serves the page at /playground and /playground/ and its files below.
// Mount it at both paths without stripping the prefix. It panics when the
// embedded bundle is not whole, which only a broken build can cause.
func Handler() http.Handler {
	files, err := load()
	if err != nil {
		panic(err)
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		header := w.Header()
		header.Set("X-Content-Type-Options", "nosniff")
		header.Set("Content-Security-Policy", policy)
		header.Set("Referrer-Policy", "no-referrer")
		header.Set("Cross-Origin-Opener-Policy", "same-origin")
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			header.Set("Allow", "GET, HEAD")
			http.Error(w, "method not allowed", http.StatusMethodNotAllowed)
			return
		}
		name := strings.TrimPrefix(strings.TrimPrefix(r.URL.Path, Path), "/")
		if name == "" {
			name = "index.html"
		}
		f, ok := files[name]
		if !ok {
			http.NotFound(w, r)
			return
		}
		header.Set("Content-Type", f.contentType)
		header.Set("Cache-Control", f.caching)
		if f.plain != nil {
			header.Set("Vary", "Accept-Encoding")
			if !strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
				http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(f.plain))
				return
			}
			header.Set("Content-Encoding", "gzip")
		}
		header.Set("ETag", f.tag)
		http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(f.body))
	})
}

// load reads the bundle once. Types are listed here rather than asked of the
// machine, whose tables differ.
func load() (map[string]file, error) {
	types := map[string]string{
		".html": "text/html; charset=utf-8",
		".js":   "text/javascript; charset=utf-8",
		".css":  "text/css; charset=utf-8",
		".svg":  "image/svg+xml",
		".txt":  "text/plain; charset=utf-8",
	}
	files := map[string]file{}
	err := fs.WalkDir(dist, "dist", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		body, err := dist.ReadFile(name)
		if err != nil {
			return err
		}
		short, zipped := strings.CutSuffix(strings.TrimPrefix(name, "dist/"), ".gz")
		contentType, ok := types[path.Ext(short)]
		if !ok {
			return fmt.Errorf("%s: no content type for this extension", name)
		}
		caching := "no-cache"
		if strings.HasPrefix(short, "assets/") {
			// The name holds a hash of the content.
			caching = "public, max-age=31536000, immutable"
		}
		var plain []byte
		if zipped {
			if plain, err = unzip(body); err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
		}
		sum := sha256.Sum256(body)
		tag := `"` + hex.EncodeToString(sum[:8]) + `"`
		files[short] = file{body, plain, contentType, caching, tag}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("playground: read the bundle: %w", err)
	}
	if _, ok := files["index.html"]; !ok {
		return nil, fmt.Errorf("playground: read the bundle: index.html is missing")
	}
	return files, nil
}

// unzip serves the rare client that takes no gzip, such as a bare curl.
func unzip(body []byte) ([]byte, error) {
	reader, err := gzip.NewReader(bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(reader)
}

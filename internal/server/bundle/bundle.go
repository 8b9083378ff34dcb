// Package bundle answers the files of a front end that was built beforehand and
// is carried in the binary: compressed, cached by name, under one policy.
package bundle

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"sync"
	"time"
)

// ErrNotBuilt says that a bundle has no index.html.
var ErrNotBuilt = errors.New("index.html is missing")

// Config is a bundle and how it is served.
type Config struct {
	// Files are those of the build. One whose name ends in .gz is served under
	// its name without it, unpacked for whoever takes no gzip.
	Files fs.FS
	// Path is where the bundle expects to be mounted, without a slash at the end.
	Path string
	// Policy is its Content-Security-Policy.
	Policy string
	// SinglePage answers index.html for paths that name no file, but for those
	// below assets/.
	SinglePage bool
}

// file is one file of the bundle with the headers it is answered with.
type file struct {
	body        []byte
	zipped      func() []byte // nil: not worth it
	contentType string
	caching     string
	tag         string
}

// zipFrom is the size in bytes from which on a file is compressed.
const zipFrom = 1024

// Handler serves a bundle at its path and below. Mount it at both without
// stripping the prefix.
func Handler(cfg Config) (http.Handler, error) {
	files, err := load(cfg.Files)
	if err != nil {
		return nil, fmt.Errorf("read the bundle of %s: %w", cfg.Path, err)
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		header := w.Header()
		header.Set("X-Content-Type-Options", "nosniff")
		header.Set("Content-Security-Policy", cfg.Policy)
		header.Set("Referrer-Policy", "no-referrer")
		header.Set("Cross-Origin-Opener-Policy", "same-origin")
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			header.Set("Allow", "GET, HEAD")
			http.Error(w, "method not allowed", http.StatusMethodNotAllowed)
			return
		}
		name := strings.TrimPrefix(strings.TrimPrefix(r.URL.Path, cfg.Path), "/")
		f, ok := files[name]
		if !ok && (name == "" || cfg.SinglePage && !strings.HasPrefix(name, "assets/")) {
			f, ok = files["index.html"]
		}
		if !ok {
			header.Set("Cache-Control", "no-store") // the next build may have it
			http.NotFound(w, r)
			return
		}
		f.serve(w, r)
	}), nil
}

func (f file) serve(w http.ResponseWriter, r *http.Request) {
	header := w.Header()
	header.Set("Content-Type", f.contentType)
	header.Set("Cache-Control", f.caching)
	body := f.body
	if f.zipped != nil {
		header.Set("Vary", "Accept-Encoding")
		if strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
			header.Set("Content-Encoding", "gzip")
			header.Set("ETag", `"`+f.tag+`-gz"`)
			body = f.zipped()
		}
	}
	if header.Get("ETag") == "" {
		header.Set("ETag", `"`+f.tag+`"`)
	}
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(body))
}

// load reads the bundle once. Types are listed here rather than asked of the
// machine, whose tables differ.
func load(files fs.FS) (map[string]file, error) {
	types := map[string]string{
		".html": "text/html; charset=utf-8",
		".js":   "text/javascript; charset=utf-8",
		".css":  "text/css; charset=utf-8",
		".svg":  "image/svg+xml",
		".txt":  "text/plain; charset=utf-8",
	}
	found := map[string]file{}
	err := fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || strings.HasPrefix(entry.Name(), ".") {
			return err
		}
		body, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		short, packed := strings.CutSuffix(name, ".gz")
		contentType, ok := types[path.Ext(short)]
		if !ok {
			return fmt.Errorf("%s: no content type for this extension", name)
		}
		f := file{body: body, contentType: contentType, caching: "no-cache"}
		if strings.HasPrefix(short, "assets/") {
			// The name holds a hash of the content.
			f.caching = "public, max-age=31536000, immutable"
		}
		if packed {
			f.zipped = func() []byte { return body }
			if f.body, err = unzip(body); err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
		} else if len(body) >= zipFrom {
			// When it is asked for: all at once would delay the start.
			f.zipped = sync.OnceValue(func() []byte { return zip(body) })
		}
		sum := sha256.Sum256(f.body)
		f.tag = hex.EncodeToString(sum[:8])
		found[short] = f
		return nil
	})
	if err != nil {
		return nil, err
	}
	if _, ok := found["index.html"]; !ok {
		return nil, ErrNotBuilt
	}
	return found, nil
}

// zip cannot fail: the level is one there is, and memory takes every byte.
func zip(body []byte) []byte {
	var buf bytes.Buffer
	w, err := gzip.NewWriterLevel(&buf, gzip.BestCompression)
	if err != nil {
		panic(err)
	}
	_, err = w.Write(body)
	if err := errors.Join(err, w.Close()); err != nil {
		panic(err)
	}
	return buf.Bytes()
}

func unzip(body []byte) ([]byte, error) {
	reader, err := gzip.NewReader(bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(reader)
}

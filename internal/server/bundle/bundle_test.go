package bundle_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"

	"tenantry/internal/server/bundle"
)

var script = strings.Repeat("console.log(1);", 200)

func packed(t *testing.T, text string) []byte {
	t.Helper()
	var buf bytes.Buffer
	w := gzip.NewWriter(&buf)
	if _, err := io.WriteString(w, text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func handler(t *testing.T, singlePage bool) http.Handler {
	t.Helper()
	h, err := bundle.Handler(bundle.Config{
		Files: fstest.MapFS{
			".keep":                 {},
			"index.html":            {Data: []byte("<!doctype html>")},
			"icon.svg":              {Data: []byte("<svg/>")},
			"assets/app-1a2b.js":    {Data: []byte(script)},
			"assets/big-3c4d.js.gz": {Data: packed(t, script+script)},
		},
		Path: "/console", Policy: "default-src 'none'", SinglePage: singlePage,
	})
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func ask(t *testing.T, h http.Handler, method, path string, headers ...string) *http.Response {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), method, path, http.NoBody)
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result()
}

func body(t *testing.T, res *http.Response) string {
	t.Helper()
	data, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestFilesAreServedUnderThePolicy(t *testing.T) {
	h := handler(t, true)
	for path, want := range map[string]struct{ contentType, caching string }{
		"/console":                    {"text/html; charset=utf-8", "no-cache"},
		"/console/":                   {"text/html; charset=utf-8", "no-cache"},
		"/console/users?status=x":     {"text/html; charset=utf-8", "no-cache"},
		"/console/icon.svg":           {"image/svg+xml", "no-cache"},
		"/console/assets/app-1a2b.js": {"text/javascript; charset=utf-8", "public, max-age=31536000, immutable"},
	} {
		res := ask(t, h, http.MethodGet, path)
		if res.StatusCode != http.StatusOK || res.Header.Get("Content-Type") != want.contentType || res.Header.Get("Cache-Control") != want.caching {
			t.Errorf("%s: %d %v", path, res.StatusCode, res.Header)
		}
		if res.Header.Get("Content-Security-Policy") != "default-src 'none'" || res.Header.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: headers %v", path, res.Header)
		}
	}
}

// An old page asks for assets that a newer build no longer has: an HTML page in
// their place would be taken for a program.
func TestWhatIsMissingIsNotFound(t *testing.T) {
	for path, singlePage := range map[string]bool{
		"/console/assets/old-9f.js": true,
		"/console/users":            false,
	} {
		if res := ask(t, handler(t, singlePage), http.MethodGet, path); res.StatusCode != http.StatusNotFound || res.Header.Get("Cache-Control") != "no-store" {
			t.Errorf("%s, single page %t: %d %v", path, singlePage, res.StatusCode, res.Header)
		}
	}
	if res := ask(t, handler(t, false), http.MethodGet, "/console/.keep"); res.StatusCode != http.StatusNotFound {
		t.Errorf("a hidden file: %d", res.StatusCode)
	}
	if res := ask(t, handler(t, true), http.MethodPost, "/console/"); res.StatusCode != http.StatusMethodNotAllowed || res.Header.Get("Allow") != "GET, HEAD" {
		t.Errorf("POST: %d, %v", res.StatusCode, res.Header)
	}
}

func TestCompressedForWhoeverTakesIt(t *testing.T) {
	h := handler(t, true)
	for path, want := range map[string]string{"/console/assets/app-1a2b.js": script, "/console/assets/big-3c4d.js": script + script} {
		plain := ask(t, h, http.MethodGet, path)
		if got := body(t, plain); got != want || plain.Header.Get("Content-Encoding") != "" || plain.Header.Get("Vary") != "Accept-Encoding" {
			t.Errorf("%s plain: %d bytes, %v", path, len(got), plain.Header)
		}
		zipped := ask(t, h, http.MethodGet, path, "Accept-Encoding", "gzip, br")
		if zipped.Header.Get("Content-Encoding") != "gzip" || zipped.Header.Get("ETag") == plain.Header.Get("ETag") {
			t.Errorf("%s zipped: %v", path, zipped.Header)
		}
		r, err := gzip.NewReader(zipped.Body)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := io.ReadAll(r); err != nil || string(got) != want {
			t.Errorf("%s unzipped: %d bytes, %v", path, len(got), err)
		}
		again := ask(t, h, http.MethodGet, path, "If-None-Match", plain.Header.Get("ETag"))
		if again.StatusCode != http.StatusNotModified {
			t.Errorf("%s again: %d", path, again.StatusCode)
		}
	}
}

func TestABundleMustBeWhole(t *testing.T) {
	_, err := bundle.Handler(bundle.Config{Files: fstest.MapFS{".keep": {}}, Path: "/console"})
	if !errors.Is(err, bundle.ErrNotBuilt) {
		t.Errorf("without index.html: %v", err)
	}
	_, err = bundle.Handler(bundle.Config{Files: fstest.MapFS{"index.html": {}, "a.exe": {}}, Path: "/console"})
	if err == nil || !strings.Contains(err.Error(), "a.exe") {
		t.Errorf("a file of no known type: %v", err)
	}
	_, err = bundle.Handler(bundle.Config{Files: fstest.MapFS{"index.html": {}, "a.js.gz": {Data: []byte("no gzip")}}, Path: "/console"})
	if err == nil || !strings.Contains(err.Error(), "a.js.gz") {
		t.Errorf("a file that is not packed: %v", err)
	}
}

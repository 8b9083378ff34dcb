package playground_test

import (
	"compress/gzip"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"tenantry/internal/server/playground"
)

func get(t *testing.T, method, path string, header http.Header) *httptest.ResponseRecorder {
	t.Helper()
	request := httptest.NewRequest(method, path, nil)
	for name, values := range header {
		request.Header[name] = values
	}
	recorder := httptest.NewRecorder()
	playground.Handler().ServeHTTP(recorder, request)
	return recorder
}

func TestPage(t *testing.T) {
	t.Parallel()
	for _, path := range []string{"/playground", "/playground/", "/playground/index.html"} {
		answer := get(t, http.MethodGet, path, nil)
		if answer.Code != http.StatusOK || answer.Header().Get("Content-Type") != "text/html; charset=utf-8" {
			t.Fatalf("%s: %d %s", path, answer.Code, answer.Header().Get("Content-Type"))
		}
		if got := answer.Header().Get("Cache-Control"); got != "no-cache" {
			t.Errorf("%s: Cache-Control %q", path, got)
		}
		again := get(t, http.MethodGet, path, http.Header{"If-None-Match": {answer.Header().Get("ETag")}})
		if again.Code != http.StatusNotModified {
			t.Errorf("%s: unchanged page answered %d", path, again.Code)
		}
	}
}

func TestEveryReferencedFileIsServed(t *testing.T) {
	t.Parallel()
	page := get(t, http.MethodGet, "/playground", nil).Body.String()
	links := regexp.MustCompile(`(?:src|href)="([^"]*)"`).FindAllStringSubmatch(page, -1)
	if len(links) < 3 {
		t.Fatalf("the page names %d files, want script, style and icon", len(links))
	}
	for _, link := range links {
		answer := get(t, http.MethodGet, link[1], nil)
		if answer.Code != http.StatusOK {
			t.Errorf("%s: %d", link[1], answer.Code)
		}
		if answer.Header().Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: no nosniff", link[1])
		}
		hashed := strings.Contains(link[1], "/assets/")
		if immutable := strings.Contains(answer.Header().Get("Cache-Control"), "immutable"); immutable != hashed {
			t.Errorf("%s: Cache-Control %q", link[1], answer.Header().Get("Cache-Control"))
		}
	}
}

func TestPolicyHasNoException(t *testing.T) {
	t.Parallel()
	policy := get(t, http.MethodGet, "/playground", nil).Header().Get("Content-Security-Policy")
	if !strings.HasPrefix(policy, "default-src 'none'; ") {
		t.Errorf("policy %q", policy)
	}
	for _, bad := range []string{"unsafe", "http", "*", "blob:"} {
		if strings.Contains(policy, bad) {
			t.Errorf("the policy contains %q", bad)
		}
	}
	if page := get(t, http.MethodGet, "/playground", nil).Body.String(); strings.Contains(page, "//") {
		t.Error("the page names another origin or carries an inline script")
	}
}

func TestAssetsAreServedZippedAndPlain(t *testing.T) {
	t.Parallel()
	page := get(t, http.MethodGet, "/playground", nil).Body.String()
	script := regexp.MustCompile(`src="([^"]*\.js)"`).FindStringSubmatch(page)
	if script == nil {
		t.Fatal("the page names no script")
	}
	plain := get(t, http.MethodGet, script[1], nil)
	zipped := get(t, http.MethodGet, script[1], http.Header{"Accept-Encoding": {"gzip, br"}})
	if zipped.Header().Get("Content-Encoding") != "gzip" || plain.Header().Get("Content-Encoding") != "" {
		t.Fatalf("encodings %q and %q", zipped.Header().Get("Content-Encoding"), plain.Header().Get("Content-Encoding"))
	}
	if plain.Header().Get("Vary") != "Accept-Encoding" || zipped.Header().Get("Vary") != "Accept-Encoding" {
		t.Error("caches are not told about the two forms")
	}
	reader, err := gzip.NewReader(zipped.Body)
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(reader)
	if err != nil {
		t.Fatal(err)
	}
	if string(body) != plain.Body.String() {
		t.Error("the two forms differ")
	}
}

func TestOthersAreRefused(t *testing.T) {
	t.Parallel()
	if got := get(t, http.MethodGet, "/playground/assets/none.js", nil).Code; got != http.StatusNotFound {
		t.Errorf("missing asset: %d", got)
	}
	post := get(t, http.MethodPost, "/playground", nil)
	if post.Code != http.StatusMethodNotAllowed || post.Header().Get("Allow") == "" {
		t.Errorf("POST: %d, Allow %q", post.Code, post.Header().Get("Allow"))
	}
}

func TestBundleIsSmallAndNamesItsAuthors(t *testing.T) {
	t.Parallel()
	var size int64
	err := fs.WalkDir(os.DirFS("dist"), ".", func(_ string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		info, err := entry.Info()
		if err == nil {
			size += info.Size()
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if size >= 1_000_000 {
		t.Errorf("the bundle has %d bytes, want less than 1 MB", size)
	}
	notices := get(t, http.MethodGet, "/playground/THIRD-PARTY-NOTICES.txt", nil).Body.String()
	for _, name := range []string{"graphiql 4", "react 19", "codemirror 5", "graphql 16"} {
		if !strings.Contains(notices, "\n"+name) {
			t.Errorf("the notices do not name %s", name)
		}
	}
}

// The examples in the bundle are those of the contract, as far as that can be
// told without building: every line of every operation is in there.
func TestBundleHoldsTheContractsOperations(t *testing.T) {
	t.Parallel()
	names, err := filepath.Glob("../../../frontend-contract/operations/*.graphql")
	if err != nil || len(names) == 0 {
		t.Fatalf("no operations: %v", err)
	}
	found := regexp.MustCompile(`/playground/(assets/[^"]+\.js)`).FindStringSubmatch(get(t, http.MethodGet, "/playground", nil).Body.String())
	if found == nil {
		t.Fatal("the page loads no script")
	}
	script := get(t, http.MethodGet, "/playground/"+found[1], nil).Body.String()
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			line = strings.TrimSpace(line)
			if strings.ContainsAny(line, "\"'`\\") {
				continue // the bundler may write it in another way
			}
			if !strings.Contains(script, line) {
				t.Fatalf("%s: the bundle lacks %q; run npm ci && npm run build in internal/server/playground", filepath.Base(name), line)
			}
		}
	}
}

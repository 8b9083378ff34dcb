package console

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"
)

func ask(t *testing.T, h http.Handler, path string) *httptest.ResponseRecorder {
	t.Helper()
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, path, http.NoBody))
	return w
}

func TestEveryPageStandsUnderThePolicy(t *testing.T) {
	t.Parallel()
	h := handler(fstest.MapFS{".keep": {}, "index.html": {Data: []byte("<!doctype html>")}})
	w := ask(t, h, "/console/users")
	policy := w.Header().Get("Content-Security-Policy")
	if w.Code != http.StatusOK || strings.Contains(policy, "unsafe") {
		t.Errorf("%d %s", w.Code, policy)
	}
	for _, part := range []string{"default-src 'none'", "script-src 'self'", "connect-src 'self'", "base-uri 'none'", "frame-ancestors 'none'",
		"require-trusted-types-for 'script'", "trusted-types 'none'"} {
		if !strings.Contains(policy, part) {
			t.Errorf("%s lacks %s", policy, part)
		}
	}
}

func TestWithoutABuildTheServerSaysHowToGetOne(t *testing.T) {
	t.Parallel()
	w := ask(t, handler(fstest.MapFS{".keep": {}}), "/console/")
	if w.Code != http.StatusNotFound || !strings.Contains(w.Body.String(), "make console") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

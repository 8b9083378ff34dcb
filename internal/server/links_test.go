package server_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"os"
	"regexp"
	"strings"
	"testing"

	"tenantry/internal/server"
)

func TestLinkPages(t *testing.T) {
	t.Parallel()
	for _, path := range []string{"/password", "/email", "/sso"} {
		for _, dev := range []bool{true, false} {
			cfg := config(func(c *server.Config) { c.Dev = dev })
			got := get(t, cfg, http.MethodGet, path)
			body := got.Body.String()
			if got.Code != 200 || strings.Contains(body, `href="/playground"`) != dev {
				t.Errorf("%s, dev %v: %d %s", path, dev, got.Code, body)
			}
			policy := got.Header().Get("Content-Security-Policy")
			if !strings.Contains(policy, "script-src 'self'") || strings.Contains(policy, "unsafe") || got.Header().Get("Cache-Control") != "no-store" {
				t.Errorf("%s: %s, %v", path, policy, got.Header())
			}
			// What the policy would block must not be there in the first place.
			if found := regexp.MustCompile(`(?i)<script>|<style|\son[a-z]+=|\sstyle=|https?://`).FindString(body); found != "" {
				t.Errorf("%s holds %q", path, found)
			}
			for _, found := range regexp.MustCompile(`(?:src|href)="(/pages/[^"]+)"`).FindAllStringSubmatch(body, -1) {
				if file := get(t, cfg, http.MethodGet, found[1]); file.Code != 200 {
					t.Errorf("%s loads %s: %d", path, found[1], file.Code)
				}
			}
		}
	}
}

func TestLinkPagesHoldWhatTheirScriptsName(t *testing.T) {
	t.Parallel()
	cfg := config(nil)
	for _, path := range []string{"/invitation", "/password", "/email", "/sso"} {
		body := get(t, cfg, http.MethodGet, path).Body.String()
		scripts := regexp.MustCompile(`src="(/pages/[^"]+)"`).FindAllStringSubmatch(body, -1)
		if len(scripts) != 2 {
			t.Errorf("%s: %d scripts", path, len(scripts))
		}
		for _, script := range scripts {
			text := get(t, cfg, http.MethodGet, script[1]).Body.String()
			for _, id := range regexp.MustCompile(`\b(?:at|say|show|blame)\('([a-zA-Z-]+)'`).FindAllStringSubmatch(text, -1) {
				if !strings.Contains(body, `id="`+id[1]+`"`) {
					t.Errorf("%s names %q, which %s lacks", script[1], id[1], path)
				}
			}
		}
	}
}

// Scripts write text, never markup, set no styles or addresses of images that
// the policy would block, and keep nothing of a token in the browser.
func TestLinkPagesKeepToTheirPolicy(t *testing.T) {
	t.Parallel()
	for _, file := range []string{"link.js", "invitation.js", "password.js", "email.js", "sso.js"} {
		script := get(t, config(nil), http.MethodGet, "/pages/"+file).Body.String()
		if found := regexp.MustCompile(`innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|\.style\b|localStorage|sessionStorage|\.src\b`).FindString(script); found != "" {
			t.Errorf("%s uses %s", file, found)
		}
	}
}

// The ids of the documents that the pages send must be those of the contract.
func TestLinkPagesSendTrustedDocuments(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("../../frontend-contract/documents.json")
	if err != nil {
		t.Fatal(err)
	}
	var manifest map[string]string
	if err := json.Unmarshal(text, &manifest); err != nil {
		t.Fatal(err)
	}
	want := map[string]string{}
	for _, document := range manifest {
		sum := sha256.Sum256([]byte(document))
		want[regexp.MustCompile(`^\w+ (\w+)`).FindStringSubmatch(document)[1]] = hex.EncodeToString(sum[:])
	}
	for file, documents := range map[string]int{"password.js": 2, "email.js": 1, "sso.js": 2} {
		script := get(t, config(nil), http.MethodGet, "/pages/"+file).Body.String()
		found := regexp.MustCompile(`(\w+): '([0-9a-f]{64})'`).FindAllStringSubmatch(script, -1)
		if len(found) != documents {
			t.Fatalf("%s: %d documents", file, len(found))
		}
		for _, document := range found {
			if want[document[1]] != document[2] {
				t.Errorf("pages/%s: the id of %s is now %s", file, document[1], want[document[1]])
			}
		}
	}
}

func TestLinksOfMailsLeadIntoTheConsole(t *testing.T) {
	t.Parallel()
	cfg := config(func(c *server.Config) { c.Console = true })
	for _, path := range []string{"/invitation", "/password", "/email", "/sso"} {
		got := get(t, cfg, http.MethodGet, path)
		if got.Code != http.StatusSeeOther || got.Header().Get("Location") != "/console"+path {
			t.Errorf("%s: %d %v", path, got.Code, got.Header())
		}
	}
}

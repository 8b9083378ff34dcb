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

func TestInvitationPage(t *testing.T) {
	t.Parallel()
	for _, dev := range []bool{true, false} {
		got := get(t, config(func(c *server.Config) { c.Dev = dev }), http.MethodGet, "/invitation")
		body := got.Body.String()
		if got.Code != 200 || !strings.Contains(body, `id="password"`) {
			t.Fatalf("dev %v: %d %s", dev, got.Code, body)
		}
		if signIn := strings.Contains(body, `data-sign-in="/playground"`); signIn != dev {
			t.Errorf("dev %v: a link to the Playground: %v", dev, signIn)
		}
		policy := got.Header().Get("Content-Security-Policy")
		for _, part := range []string{"default-src 'none'", "script-src 'self'", "connect-src 'self'", "form-action 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'"} {
			if !strings.Contains(policy, part+";") && !strings.HasSuffix(policy, part) {
				t.Errorf("the policy lacks %s: %s", part, policy)
			}
		}
		if strings.Contains(policy, "unsafe") {
			t.Errorf("the policy has an exception: %s", policy)
		}
		if got.Header().Get("Cache-Control") != "no-store" || got.Header().Get("Referrer-Policy") != "no-referrer" {
			t.Errorf("dev %v: %v", dev, got.Header())
		}
		// What the policy would block must not be there in the first place.
		if found := regexp.MustCompile(`(?i)<script>|<style|\son[a-z]+=|\sstyle=|https?://`).FindString(body); found != "" {
			t.Errorf("the page holds %q", found)
		}
	}
}

func TestPagesLoadWhatIsServed(t *testing.T) {
	t.Parallel()
	cfg := config(nil)
	for _, page := range []string{"/", "/invitation", "/dev/mailbox", "/dev/mailbox/" + letter().ID} {
		for _, found := range regexp.MustCompile(`(?:src|href)="(/pages/[^"]+)"`).FindAllStringSubmatch(get(t, cfg, http.MethodGet, page).Body.String(), -1) {
			first := get(t, cfg, http.MethodGet, found[1])
			if first.Code != 200 || first.Header().Get("Content-Type") == "" {
				t.Errorf("%s loads %s: %d %v", page, found[1], first.Code, first.Header())
			}
			if again := get(t, cfg, http.MethodGet, found[1], "If-None-Match", first.Header().Get("ETag")); again.Code != http.StatusNotModified {
				t.Errorf("%s: %d with the mark it gave", found[1], again.Code)
			}
		}
	}
	for _, path := range []string{"/pages/index.html", "/pages/none", "/pages/"} {
		if got := get(t, cfg, http.MethodGet, path); got.Code != http.StatusNotFound {
			t.Errorf("%s: %d", path, got.Code)
		}
	}
}

// The page sends trusted documents, so that it works where no others are
// taken: their ids must be those of the contract.
func TestInvitationPageSendsTrustedDocuments(t *testing.T) {
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
		name := regexp.MustCompile(`^\w+ (\w+)`).FindStringSubmatch(document)[1]
		want[name] = hex.EncodeToString(sum[:])
	}
	script := get(t, config(nil), http.MethodGet, "/pages/invitation.js").Body.String()
	found := regexp.MustCompile(`(\w+): '([0-9a-f]{64})'`).FindAllStringSubmatch(script, -1)
	if len(found) != 3 {
		t.Fatalf("%d documents in the script", len(found))
	}
	for _, document := range found {
		if want[document[1]] != document[2] {
			t.Errorf("pages/invitation.js: the id of %s is now %s", document[1], want[document[1]])
		}
	}
}

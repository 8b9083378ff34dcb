package partner

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/uuid"

	"tenantry/internal/fault"
)

func TestWebhookURL(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"https://hooks.partner.test":                 "https://hooks.partner.test",
		" HTTPS://Hooks.Partner.test.:443/In?x=1 ":   "https://hooks.partner.test/In?x=1",
		"https://hooks.partner.test:8443/in":         "https://hooks.partner.test:8443/in",
		"https://bücher.example/":                    "https://xn--bcher-kva.example/",
		"https://93.184.216.34/in":                   "https://93.184.216.34/in",
		"https://[2606:2800:220:1:248:1893:25c8:1]/": "https://[2606:2800:220:1:248:1893:25c8:1]/",
	} {
		var errs fault.Refusals
		if got := webhookURL(&errs, "url", in); got != want || len(errs) > 0 {
			t.Errorf("%q: %q %v, want %q", in, got, errs, want)
		}
	}
	for _, in := range []string{
		"", "hooks.partner.test", "http://hooks.partner.test", "ftp://hooks.partner.test", "https:hooks.partner.test", "https://", "https:///in",
		"https://me@hooks.partner.test", "https://me:pw@hooks.partner.test", "https://hooks.partner.test/#part", "https://hooks.partner.test/#",
		"https://localhost", "https://localhost.localdomain", "https://api.localhost/", "https://printer.local", "https://metadata.internal", "https://intranet",
		"https://127.0.0.1", "https://127.1", "https://2130706433", "https://0x7f.0x1", "https://0177.0.0.1", "https://0.0.0.0", "https://10.1.2.3",
		"https://172.16.0.1", "https://192.168.1.1", "https://169.254.169.254/latest", "https://100.64.0.1", "https://224.0.0.1", "https://255.255.255.255",
		"https://[::1]", "https://[::127.0.0.1]", "https://[::]", "https://[::ffff:127.0.0.1]", "https://[::ffff:10.0.0.1]", "https://[fe80::1]", "https://[fe80::1%25eth0]", "https://[fd00::1]", "https://[64:ff9b::7f00:1]",
		"https://hooks.partner.test:0", "https://hooks.partner.test:99999", "https://hooks.partner.test:", "https://hooks.partner.test\\@10.0.0.1",
		"https://hooks .partner.test", "https://" + strings.Repeat("a", 500) + ".partner.test", "https://-.partner.test", "https://[10.0.0.1]",
	} {
		var errs fault.Refusals
		if got := webhookURL(&errs, "url", in); got != "" || len(errs) != 1 {
			t.Errorf("%q was taken: %q %v", in, got, errs)
		}
	}
}

func TestOriginAndNetwork(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"https://App.partner.test": "https://app.partner.test", "https://app.partner.test:443": "https://app.partner.test",
		"http://localhost:3000": "http://localhost:3000", "https://app.partner.test/": "", "https://app.partner.test?x": "", "*": "", "null": "",
		"https://*.partner.test": "", "https://me@app.partner.test": "", "https://app.partner.test:0": "", "ws://app.partner.test": "", "https://": "",
	} {
		if got, wrong := origin(in); got != want || (wrong == "") == (want == "") {
			t.Errorf("origin %q: %q %q", in, got, wrong)
		}
	}
	for in, want := range map[string]string{
		"198.51.100.0/24": "198.51.100.0/24", "2001:DB8::/32": "2001:db8::/32", "198.51.100.7/32": "198.51.100.7/32", "0.0.0.0/0": "0.0.0.0/0",
		"198.51.100.7/24": "", "198.51.100.7": "", "198.51.100.0/33": "", "::ffff:198.51.100.0/120": "", "": "",
	} {
		if got, wrong := network(in); got != want || (wrong == "") == (want == "") {
			t.Errorf("network %q: %q %q", in, got, wrong)
		}
	}
}

func TestKey(t *testing.T) {
	t.Parallel()
	reseller, credential := uuid.Must(uuid.NewV7()), uuid.Must(uuid.NewV7())
	key, prefix, hash, err := newKey(bytes.NewReader(make([]byte, keySecret)), reseller, credential)
	if err != nil || !strings.HasPrefix(key, prefix) || len(prefix) >= len(key)/2 || !bytes.Equal(hash, HashKey(key)) {
		t.Fatal(key, prefix, err)
	}
	if r, c, ok := ParseKey(key); !ok || r != reseller || c != credential {
		t.Errorf("read %s %s %v", r, c, ok)
	}
	if other, shown, _, err := newKey(bytes.NewReader(make([]byte, keySecret)), reseller, uuid.Must(uuid.NewV7())); err != nil || shown == prefix || other == key {
		t.Errorf("two keys look the same: %s %v", shown, err)
	}
	for _, bad := range []string{"", KeyPrefix, key[:len(key)-1], key + "A", key[5:], key[:len(key)-1] + "\n", "tnts_" + key[5:]} {
		if _, _, ok := ParseKey(bad); ok {
			t.Errorf("%q was taken for a key", bad)
		}
	}
	if _, _, _, err := newKey(bytes.NewReader(nil), reseller, credential); err == nil {
		t.Error("a key without randomness")
	}
}

func TestWebhookSecret(t *testing.T) {
	t.Parallel()
	s := &Service{Secret: bytes.Repeat([]byte("s"), 32)}
	a, b := uuid.Must(uuid.NewV7()), uuid.Must(uuid.NewV7())
	seen := map[string]bool{}
	for _, secret := range []string{s.WebhookSecret(a, b, 1), s.WebhookSecret(a, b, 2), s.WebhookSecret(b, a, 1), (&Service{Secret: []byte("other")}).WebhookSecret(a, b, 1)} {
		if !strings.HasPrefix(secret, SecretPrefix) || len(secret) != len(SecretPrefix)+43 || seen[secret] {
			t.Errorf("secret %q", secret)
		}
		seen[secret] = true
	}
	if !seen[s.WebhookSecret(a, b, 1)] {
		t.Error("a secret cannot be made again")
	}
}

// Every key of the catalogue is a noun and what happened to it, once.
func TestEvents(t *testing.T) {
	t.Parallel()
	for i, e := range Events() {
		noun, verb, ok := strings.Cut(e.Key, ".")
		if !ok || noun == "" || verb == "" || e.Description == "" || placeOf(e.Key) != i {
			t.Errorf("event %q", e.Key)
		}
	}
}

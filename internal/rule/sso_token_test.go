package rule

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/uuid"
)

func TestSSOToken(t *testing.T) {
	t.Parallel()
	reseller, account := uuid.Must(uuid.NewV7()), uuid.Must(uuid.NewV7())
	token, err := NewSSOToken(bytes.NewReader(make([]byte, 32)), reseller, account)
	if err != nil || !strings.HasPrefix(token, SSOTokenPrefix) {
		t.Fatal(token, err)
	}
	if r, a, ok := ParseSSOToken(token); !ok || r != reseller || a != account {
		t.Errorf("read %s %s %v", r, a, ok)
	}
	for _, bad := range []string{"", SSOTokenPrefix, token[:len(token)-1], token + "A", token[5:], token[:len(token)-1] + "\n", "tnts_" + token[5:]} {
		if _, _, ok := ParseSSOToken(bad); ok {
			t.Errorf("%q was taken for a token", bad)
		}
	}
	if bytes.Equal(HashSSOToken(token), HashSSOToken(token[:len(token)-1]+"B")) {
		t.Error("one hash for two tokens")
	}
	if _, err := NewSSOToken(bytes.NewReader(nil), reseller, account); err == nil {
		t.Error("a token without randomness")
	}
}

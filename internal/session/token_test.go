package session

import (
	"bytes"
	"crypto/rand"
	"strings"
	"testing"

	"github.com/google/uuid"
)

func TestToken(t *testing.T) {
	t.Parallel()
	reseller, id := schemaID(), schemaID()
	text, made, err := newToken(rand.Reader, reseller, id)
	if err != nil {
		t.Fatal(err)
	}
	got, err := parseToken(text)
	if err != nil || got != made || got.resellerID != reseller || got.sessionID != id {
		t.Errorf("%q: %+v, %v; want %+v", text, got, err, made)
	}
	if _, _, err := newToken(bytes.NewReader(nil), reseller, id); err == nil {
		t.Error("made without randomness")
	}
	nobody, _, _ := newToken(rand.Reader, uuid.Nil, id)
	for _, bad := range []string{
		"", TokenPrefix, text + "A", text[:len(text)-1], " " + text, strings.ToUpper(text[:5]) + text[5:],
		text[:20] + "\n" + text[21:], text[:20] + "+" + text[21:], text[:len(text)-1] + "_", text + "\n", nobody,
		strings.Repeat("A", 1<<20),
	} {
		if got, err := parseToken(bad); err == nil {
			t.Errorf("%.100q is taken for %+v", bad, got)
		}
	}
}

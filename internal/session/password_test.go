package session

import (
	"context"
	"errors"
	"strings"
	"testing"

	"tenantry/internal/fault"
)

func TestCheckPassword(t *testing.T) {
	t.Parallel()
	personal := []string{"Marguerite", "Li", "Dupont-Aubry", "m.dupont@harbour.test"}
	for password, want := range map[string]fault.Code{
		"":                                   fault.Required,
		"short":                              fault.WeakPassword,
		"ninechars":                          fault.WeakPassword,
		"ten chars!":                         "",
		"tenantry-demo":                      "",
		"all lower case words":               "",
		"пароль длинный":                     "",
		"日本語のパスワードです":                        "",
		strings.Repeat(" ", 12):              fault.WeakPassword,
		strings.Repeat("\u200b", 12):         fault.WeakPassword,
		"abababababab":                       fault.WeakPassword,
		strings.Repeat("vwxy z", 33):         fault.WeakPassword, // one word again and again
		strings.Repeat("vwxy z", 33) + "!!!": fault.TooLong,
		strings.Repeat("日", 201):             fault.TooLong,
		"nul\x00 in the middle":              fault.Invalid,
		"not \xff utf-8 at all":              fault.Invalid,
		"qwertyuiop":                         fault.WeakPassword,
		"QwErTyUiOp":                         fault.WeakPassword,
		"Password123!":                       fault.WeakPassword,
		"2024-welcome":                       fault.WeakPassword,
		"1234567890":                         fault.WeakPassword,
		"correcthorsebatterystaple":          fault.WeakPassword,
		"i am MARGUERITE the first":          fault.WeakPassword,
		"the aubry household":                fault.WeakPassword,
		"my dupont address":                  fault.WeakPassword,
		"a quiet harbour at dawn":            "", // only the part before the @ counts
		"delighted listener":                 "", // "li" is too short to count
	} {
		if got, message := CheckPassword(password, personal...); got != want || (got == "") != (message == "") {
			t.Errorf("%q: %q %q, want %q", password, got, message, want)
		}
	}
}

func TestHasher(t *testing.T) {
	t.Parallel()
	h := cheap()
	hash, err := h.Hash(t.Context(), "caf\u00e9 at the corner")
	if err != nil || !strings.HasPrefix(hash, "$argon2id$v=19$m=8,t=1,p=1$") {
		t.Fatalf("%q, %v", hash, err)
	}
	for password, want := range map[string]bool{
		"caf\u00e9 at the corner":  true,
		"cafe\u0301 at the corner": true, // composed otherwise
		"cafe at the corner":       false,
		"":                         false,
	} {
		if ok, stale, err := h.Verify(t.Context(), password, hash); ok != want || stale || err != nil {
			t.Errorf("%q: %v %v %v", password, ok, stale, err)
		}
	}
	for _, damaged := range []string{"", "x", "$argon2id$v=19$m=8,t=0,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA", "$argon2id$v=19$m=4294967295,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA"} {
		if ok, _, err := h.Verify(t.Context(), "x", damaged); ok || err == nil {
			t.Errorf("%q is taken for a hash", damaged)
		}
	}
	for _, password := range []string{"", "x"} {
		if err := h.Dummy(t.Context(), password); err != nil {
			t.Error(err)
		}
	}
}

func TestHasherIsBounded(t *testing.T) {
	t.Parallel()
	h := cheap()
	for range cap(h.slots) {
		h.slots <- struct{}{}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := h.Hash(ctx, "x"); !errors.Is(err, context.Canceled) {
		t.Errorf("%v, want to give up waiting", err)
	}
}

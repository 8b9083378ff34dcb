package directory

import (
	"strings"
	"testing"

	"tenantry/internal/fault"
)

func TestEmail(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{ // the key, or the refusal
		"ada@harbour.test":                      "ada@harbour.test",
		"  Ada.L+tag@Harbour.TEST ":             "ada.l+tag@harbour.test",
		"zoë@harbour.test":                      "zoë@harbour.test",
		"zoe\u0308@harbour.test":                "zoë@harbour.test", // composed
		"ada@MÜNCHEN.test":                      "ada@xn--mnchen-3ya.test",
		"ada@münchen.test":                      "ada@xn--mnchen-3ya.test",
		"":                                      "REQUIRED",
		"   ":                                   "REQUIRED",
		"ada":                                   "INVALID",
		"ada@localhost":                         "INVALID",
		"@harbour.test":                         "INVALID",
		"ada@":                                  "INVALID",
		"ada@harbour.test.":                     "INVALID",
		"ada lovelace@harbour.test":             "INVALID",
		"ada@har bour.test":                     "INVALID",
		"Ada <ada@harbour.test>":                "INVALID",
		"<ada@harbour.test>":                    "INVALID",
		"ada@harbour.test,eve@harbour.test":     "INVALID",
		"ada@harbour.test\nBcc: x@x.test":       "INVALID",
		"a\x00da@harbour.test":                  "INVALID",
		"ada\u202e@harbour.test":                "INVALID",
		"ada\u200b@harbour.test":                "INVALID",
		"ada\u00a0@harbour.test":                "INVALID",
		"\xff@harbour.test":                     "INVALID",
		`"a b"@harbour.test`:                    "INVALID",
		"ada@[192.0.2.1]":                       "INVALID",
		strings.Repeat("a", 237) + "@harb.test": "TOO_LONG",
		strings.Repeat("a", 190) + "@harb.test": strings.Repeat("a", 190) + "@harb.test",
	} {
		var errs fault.Refusals
		got := email(&errs, "email", in).key
		if len(errs) > 0 {
			got = string(errs[0].Code)
		}
		if got != want {
			t.Errorf("%q: %s, want %s", in, got, want)
		}
	}
}

func TestFold(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"Élodie": "elodie", "STRASSE": "strasse", "Åse": "ase", "": "", "Ｗｉｄｅ": "wide", "Ünal İpek": "unal ipek",
	} {
		if got := Fold(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	if got := UserSearchText("Ada", "Ada", "Lovelace", "ada@harbour.test"); got != "ada ada lovelace ada@harbour.test" {
		t.Errorf("search text %q", got)
	}
}

package disposable_test

import (
	"testing"

	"tenantry/internal/disposable"
)

func TestContains(t *testing.T) {
	t.Parallel()
	list, err := disposable.Load()
	if err != nil {
		t.Fatal(err)
	}
	for domain, want := range map[string]bool{
		"mailinator.com":         true,
		"MAILINATOR.com.":        true,
		"deep.in.mailinator.com": true,
		"demo.test":              false,
		"com":                    false,
		"":                       false,
		"notmailinator.test":     false,
	} {
		if got := list.Contains(domain); got != want {
			t.Errorf("Contains(%q) = %v, want %v", domain, got, want)
		}
	}
}

func TestParse(t *testing.T) {
	t.Parallel()
	list := disposable.Parse("a.test\nb.test\nc.test")
	for _, domain := range []string{"a.test", "b.test", "c.test", "x.b.test"} {
		if !list.Contains(domain) {
			t.Errorf("%s is missing", domain)
		}
	}
	if list.Contains("d.test") || list.Contains("0.test") {
		t.Error("a domain that is not listed was found")
	}
}

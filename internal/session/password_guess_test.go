package session

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"tenantry/internal/fault"
)

func TestCommonPasswords(t *testing.T) {
	t.Parallel()
	list := commonPasswords()
	if len(list) < 10_000 || !slices.IsSorted(list) {
		t.Fatalf("%d passwords, sorted: %v", len(list), slices.IsSorted(list))
	}
	for _, p := range list {
		if p != strings.ToLower(strings.TrimSpace(p)) || p == "" {
			t.Errorf("%q can never match", p)
		}
		if utf8.RuneCountInString(p) < MinPasswordLength {
			continue
		}
		if code, _ := CheckPassword(p); code != fault.WeakPassword {
			t.Errorf("%q: %q", p, code)
		}
	}
}

func TestGuessable(t *testing.T) {
	t.Parallel()
	personal := []string{"Anneliese", "Vogt", "a.vogt@harbour-hotels.test", "@Meridian Telecom"}
	for password, want := range map[string]bool{
		"Tr0ub4dor&3":                  false,
		"meridiantelecom":              true, // the organization's name alone
		"HarbourHotels1":               true,
		"harbour lamps turn quietly":   false, // among others it does no harm
		"P@ssw0rd1234":                 true,
		"ｐａｓｓｗｏｒｄ１２３４":                 true, // in another width
		"pässwörd1234":                 true,
		"zxcvbnm,./":                   true,
		"qwertzuiop":                   true,
		"01011990 01":                  true,
		"пароль длинный":               false,
		"seven purple kettles":         false,
		strings.Repeat("ab12 ", 20):    true,
		strings.Repeat("пароль ", 5):   true,
		"aaaaaaaaaaaaaaaaaaaaaaaaaaaa": true,
	} {
		code, message := CheckPassword(password, personal...)
		if got := code == fault.WeakPassword; got != want {
			t.Errorf("%q: %q %s", password, code, message)
		}
	}
}

// A password is judged where anybody can ask for it, so the worst must be
// bearable.
func TestGuessingIsBounded(t *testing.T) {
	t.Parallel()
	var personal []string
	for range 20 {
		personal = append(personal, strings.Repeat("wort ", 50)+"@"+strings.Repeat("firma ", 50))
	}
	for _, password := range []string{
		strings.Repeat("4@8({[<369&#!1/|0$5+7%2", 8), strings.Repeat("vwxy z", 33), strings.Repeat("日本", 100),
		strings.Repeat("Password1", 22), strings.Repeat("p4$$w0rd", 25), strings.Repeat("1qaz", 50), strings.Repeat("20.12.1999", 20),
	} {
		start := time.Now()
		guessable(password, personal)
		took := time.Since(start)
		t.Logf("%.12s…: %v", password, took)
		if took > 2*time.Second { // a fiftieth of it on an idle machine
			t.Errorf("%.12s… took %v", password, took)
		}
	}
}

func FuzzCheckPassword(f *testing.F) {
	for _, seed := range []string{"", "ten chars!", "日本語のパスワードです", "p4$$w0rd{[(<", "\u0301\u0301\u0301abcdefgh", "ﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺ"} {
		f.Add(seed, "Ada@harbour.test")
	}
	f.Fuzz(func(t *testing.T, password, personal string) {
		code, message := CheckPassword(password, personal)
		if (code == "") != (message == "") {
			t.Errorf("%q: %q %q", password, code, message)
		}
	})
}

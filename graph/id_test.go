package graph

import (
	"testing"

	"tenantry/ent/schema"
)

func TestParseID(t *testing.T) {
	t.Parallel()
	key := schema.NewID()
	good := schema.GlobalID("user", key)
	for id, want := range map[string]bool{
		good: true, schema.GlobalID("org", key): false, "": false, "user_": false, good + "0": false,
		"user_01h455vb4pex5vsknk084sn0u!": false, key.String(): false, "_" + good[5:]: false,
	} {
		if got, ok := parseID("user", id); ok != want || ok && got != key {
			t.Errorf("%q: %v %v, want %v", id, got, ok, want)
		}
	}
	if got, ok := parseID("", good); !ok || got != key {
		t.Error("an empty prefix takes any type")
	}
}

func TestInitials(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"Ada Lovelace": "AL", "ada": "A", "Jean-Luc de la Tour": "JT", "Élodie Ångström": "ÉÅ", "李 小龙": "李小",
		"  ": "M", "123": "M", "O'Neil": "O", "x\xff": "X",
	} {
		if got := initials(name, "mail@acme.test"); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
	if got := initials("", ""); got != "?" {
		t.Errorf("nothing: %q", got)
	}
}

func TestDevice(t *testing.T) {
	t.Parallel()
	const chrome = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36"
	for agent, want := range map[string]string{
		chrome:                "Chrome on Windows",
		chrome + " Edg/130.0": "Edge on Windows",
		"Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0":                                                           "Firefox on Linux",
		"Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile Safari/604.1": "Safari on iPhone",
		"Mozilla/5.0 (Macintosh; Intel Mac OS X 14_6) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15":               "Safari on macOS",
		"Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36":                         "Chrome on Android",
		"curl/8.5.0":         "curl",
		"report-robot/1.2 x": "report-robot",
		"Mozilla/5.0":        "Unknown device",
		"":                   "Unknown device",
	} {
		if got := device(agent); got != want {
			t.Errorf("%q: %q, want %q", agent, got, want)
		}
	}
}

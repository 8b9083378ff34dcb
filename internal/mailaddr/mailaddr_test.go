package mailaddr_test

import (
	"strings"
	"testing"

	"tenantry/internal/mailaddr"
)

func TestKey(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		in, key string // an empty key stands for no address
	}{
		{"Ann@Demo.Test", "ann@demo.test"},
		{"  ann@demo.test ", "ann@demo.test"},
		{"ann@bücher.test", "ann@xn--bcher-kva.test"},
		{"ÉLODIE@demo.test", "élodie@demo.test"},
		{"e\u0301lodie@demo.test", "élodie@demo.test"},
		{"ann+tag@demo.test", "ann+tag@demo.test"},
		{"ann @demo.test", ""},
		{"Ann <ann@demo.test>", ""},
		{"ann@demo", ""},
		{"ann@demo.test.", ""},
		{"ann", ""},
		{"", ""},
		{"ann@demo.test\x00", ""},
		{"ann@demo.test, bob@demo.test", ""},
		{"\xff@demo.test", ""},
		{"ann@" + strings.Repeat("a", 64) + ".test", ""},
	} {
		if key, _, ok := mailaddr.Key(tt.in); key != tt.key || ok != (tt.key != "") {
			t.Errorf("Key(%q) = %q, %v; want %q", tt.in, key, ok, tt.key)
		}
	}
}

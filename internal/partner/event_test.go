package partner

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tenantry/internal/fault"
)

// TestJudgeEvents: an endpoint names events of the catalogue, each once, and gets
// them back in its order.
func TestJudgeEvents(t *testing.T) {
	t.Parallel()
	many := make([]string, maxEvents+1)
	for i := range many {
		many[i] = "user.created"
	}
	for _, c := range []struct {
		keys []string
		want string // codes and paths
	}{
		{[]string{"user.deleted", "user.created"}, ""},
		{nil, "REQUIRED input.events"},
		{[]string{"user.flew"}, "INVALID input.events.0"},
		{[]string{"user.created", "user.created", ""}, "DUPLICATE input.events.1, INVALID input.events.2"},
		{[]string{"User.Created"}, "INVALID input.events.0"},
		{many, "LIMIT_REACHED input.events"},
	} {
		var errs fault.Refusals
		sorted := judgeEvents(&errs, c.keys)
		var got []string
		for _, e := range errs {
			got = append(got, fmt.Sprint(e.Code, " ", strings.Join(e.Path, ".")))
		}
		if text := strings.Join(got, ", "); text != c.want {
			t.Errorf("%.80q: %s, want %s", c.keys, text, c.want)
		}
		if !slices.IsSortedFunc(sorted, func(a, b string) int { return placeOf(a) - placeOf(b) }) {
			t.Errorf("%q are not in the order of the catalogue", sorted)
		}
	}
}

// TestHostOf: the log keeps where an endpoint is, never what may be a secret.
func TestHostOf(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"https://hooks.partner.test/in/s3cret?key=s3cret": "https://hooks.partner.test", "https://hooks.partner.test:8443/": "https://hooks.partner.test:8443", "%": "",
	} {
		if got := hostOf(in); got != want {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
}

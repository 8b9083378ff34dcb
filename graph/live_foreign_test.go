package graph_test

import (
	"slices"
	"strings"
	"testing"
)

// Every field of Subscription that takes an id answers a foreign one as one
// that nobody has, whoever asks, and hears nothing.
func TestLiveForeign(t *testing.T) {
	s := newStage(t)
	c := newCaller(s.api)
	for _, f := range c.schema.Subscription.Fields {
		for _, at := range c.idPaths(f) {
			for _, who := range strangers() {
				for _, name := range slices.Concat(oneOfEachKind(who.foreign), []string{"job.rival", "org.rival.root", "org.rival.part"}) {
					call := c.make(f, at, s.names[name], 1)
					l := s.events(who.persona, "subscription"+strings.TrimPrefix(call.query, "query"), call.variables)
					l.wants("next", `"code":"NOT_FOUND"`)
					l.wants("complete", "")
				}
			}
		}
	}
}

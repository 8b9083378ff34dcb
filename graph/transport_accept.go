package graph

import (
	"mime"
	"strconv"
	"strings"
)

const (
	mediaGraphQL = "application/graphql-response+json"
	mediaJSON    = "application/json"
)

// negotiate picks the media type of the answer. Without a wish, or with a wild
// card, it is application/json, as the specification asks until clients have
// moved on. Who names text/event-stream gets subscriptions so, and everything
// when it is all he takes. It reports false when no range fits; the answer is then JSON.
func negotiate(accept []string) (answer, bool) {
	if strings.TrimSpace(strings.Join(accept, "")) == "" {
		return answer{legacy: true}, true
	}
	graphQL, json, events := ranges(accept)
	streams := events.exact && events.q > 0
	switch {
	case graphQL.q <= 0 && json.q <= 0:
		return answer{legacy: !streams, events: streams, onlyEvents: streams}, streams
	case graphQL.q > json.q:
		return answer{events: streams}, true
	case graphQL.q == json.q && graphQL.exact && (!json.exact || graphQL.place < json.place):
		// Equal wishes: named beats wild card, then the first one wins.
		return answer{events: streams}, true
	default:
		return answer{legacy: true, events: streams}, true
	}
}

// wish is how much a client wants one media type.
type wish struct {
	q     float64
	exact bool
	rank  int // how exactly the range names the type: the best range decides
	place int
}

func ranges(accept []string) (graphQL, json, events wish) {
	place := 0
	for _, line := range accept {
		for part := range strings.SplitSeq(line, ",") {
			place++
			media, params, err := mime.ParseMediaType(part)
			if err != nil || place > 64 {
				continue
			}
			q := 1.0
			if text, ok := params["q"]; ok {
				if q, err = strconv.ParseFloat(text, 64); err != nil || q < 0 || q > 1 {
					continue
				}
			}
			if charset := params["charset"]; charset != "" && !strings.EqualFold(charset, "utf-8") {
				continue
			}
			graphQL.weigh(media, mediaGraphQL, q, place)
			json.weigh(media, mediaJSON, q, place)
			events.weigh(media, mediaEvents, q, place)
		}
	}
	return graphQL, json, events
}

func (w *wish) weigh(media, own string, q float64, place int) {
	kind, _, _ := strings.Cut(own, "/")
	rank := map[string]int{own: 3, kind + "/*": 2, "*/*": 1}[media]
	if rank > w.rank {
		*w = wish{q: q, exact: rank == 3, rank: rank, place: place}
	}
}

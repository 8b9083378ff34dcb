package connection

import (
	"slices"
	"strings"
	"time"

	"pgregory.net/rapid"
)

// whereInput is a filter as a GraphQL input gives it.
type whereInput struct {
	Name     *TextCompare
	Nick     *TextCompare
	Seen     *TimeCompare
	NickIn   []string // as an enum
	NickNone []string
	And, Or  []*whereInput
	Not      *whereInput
}

func thingWhere(b *Budget, in *whereInput) Filter {
	fs := []Filter{
		Enum(b, "nickEnum", "nick", in.NickIn, in.NickNone),
		All(b, "and", in.And, thingWhere), Any(b, "or", in.Or, thingWhere), None(b, "not", in.Not, thingWhere),
	}
	if in.Name != nil {
		fs = append(fs, b.Text("name", "name", *in.Name))
	}
	if in.Nick != nil {
		fs = append(fs, b.Text("nick", "nick", *in.Nick))
	}
	if in.Seen != nil {
		fs = append(fs, b.Time("seen", "seen", *in.Seen))
	}
	return And(fs...)
}

// holds is the oracle of a filter.
func (in *whereInput) holds(t *thing) bool {
	ok := true
	if in.Name != nil {
		ok = ok && textHolds(*in.Name, &t.Name)
	}
	if in.Nick != nil {
		ok = ok && textHolds(*in.Nick, t.Nick)
	}
	if c := in.Seen; c != nil {
		cmp := func(bound *time.Time, good func(int) bool) bool {
			return bound == nil || t.Seen != nil && good(t.Seen.Compare(*bound))
		}
		ok = ok && cmp(c.Gt, func(n int) bool { return n > 0 }) && cmp(c.Gte, func(n int) bool { return n >= 0 }) &&
			cmp(c.Lt, func(n int) bool { return n < 0 }) && cmp(c.Lte, func(n int) bool { return n <= 0 }) &&
			(c.IsNull == nil || *c.IsNull == (t.Seen == nil))
	}
	if in.NickIn != nil {
		ok = ok && t.Nick != nil && slices.Contains(in.NickIn, *t.Nick)
	}
	if in.NickNone != nil {
		ok = ok && (t.Nick == nil || !slices.Contains(in.NickNone, *t.Nick))
	}
	for _, w := range in.And {
		ok = ok && w.holds(t)
	}
	if in.Or != nil {
		ok = ok && slices.ContainsFunc(in.Or, func(w *whereInput) bool { return w.holds(t) })
	}
	if in.Not != nil {
		ok = ok && !in.Not.holds(t)
	}
	return ok
}

func textHolds(c TextCompare, v *string) bool {
	one := func(x *string, good func(a, b string) bool) bool {
		return x == nil || v != nil && good(*v, *x)
	}
	return one(c.Eq, func(a, b string) bool { return a == b }) && one(c.Contains, strings.Contains) &&
		one(c.StartsWith, strings.HasPrefix) && (c.In == nil || v != nil && slices.Contains(c.In, *v))
}

// drawWhere draws a filter; half of them are empty. Ranges of integers would
// be drawn small most of the time, lists are drawn evenly.
func drawWhere(t *rapid.T, depth int) *whereInput {
	in := &whereInput{}
	if depth == 1 && rapid.Bool().Draw(t, "all") {
		return in
	}
	text := func() *TextCompare {
		v := rapid.SampledFrom([]string{"", "a", "%", "_", `\`, "x", "日", "a%b", "y"})
		c := &TextCompare{}
		switch rapid.SampledFrom([]int{0, 1, 2, 3}).Draw(t, "text") {
		case 0:
			c.Eq = ptr(v.Draw(t, "eq"))
		case 1:
			c.Contains = ptr(v.Draw(t, "contains"))
		case 2:
			c.StartsWith = ptr(v.Draw(t, "startsWith"))
		case 3:
			c.In = rapid.SliceOfN(v, 0, 3).Draw(t, "in")
		}
		return c
	}
	list := func(name string) []string {
		return rapid.SliceOfN(rapid.SampledFrom([]string{"x", "y", "", "z"}), 0, 3).Draw(t, name)
	}
	for range rapid.SampledFrom([]int{0, 1, 1, 2}).Draw(t, "parts") {
		most := 8
		if depth == MaxDepth {
			most = 5
		}
		switch rapid.SampledFrom([]int{0, 1, 2, 3, 4, 5, 6, 7}[:most]).Draw(t, "part") {
		case 0:
			in.Name = text()
		case 1:
			in.Nick = text()
		case 2:
			at := time.Date(2026, 3, 1, 12, 0, 0, rapid.SampledFrom([]int{-1, 0, 1, 2, 3, 4, 5}).Draw(t, "half µs")*500, time.UTC)
			in.Seen = rapid.SampledFrom([]*TimeCompare{
				{Gt: &at}, {Gte: &at}, {Lt: &at}, {Lte: &at}, {IsNull: ptr(true)}, {IsNull: ptr(false)},
			}).Draw(t, "seen")
		case 3:
			in.NickIn = list("nickIn")
		case 4:
			in.NickNone = list("nickNone")
		case 5:
			in.And = append(in.And, drawWhere(t, depth+1))
		case 6:
			in.Or = append(in.Or, drawWhere(t, depth+1), drawWhere(t, depth+1))
		case 7:
			in.Not = drawWhere(t, depth+1)
		}
	}
	return in
}

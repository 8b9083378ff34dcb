package connection

import (
	"encoding/base64"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"tenantry/internal/fault"
)

// refused fails unless err is BAD_USER_INPUT at a dotted path.
func refused(t *testing.T, what string, err error, path string) {
	t.Helper()
	var f *fault.Error
	if !errors.As(err, &f) || f.Kind != fault.BadUserInput || strings.Join(f.Path, ".") != path {
		t.Errorf("%s: got %#v, want BAD_USER_INPUT at %s", what, err, path)
	}
}

func TestArgsRefused(t *testing.T) {
	t.Parallel()
	n := ptr[int]
	for _, c := range []struct {
		name string
		args Args
		path string
	}{
		{"negative first", Args{First: n(-1)}, "first"},
		{"large first", Args{First: n(101)}, "first"},
		{"negative last", Args{Last: n(-1)}, "last"},
		{"large last", Args{Last: n(1000)}, "last"},
		{"both sizes", Args{First: n(1), Last: n(1)}, "last"},
		{"negative offset", Args{Offset: n(-1)}, "offset"},
		{"large offset", Args{Offset: n(10_001)}, "offset"},
		{"offset with after", Args{Offset: n(0), After: ptr("x")}, "offset"},
		{"offset with before", Args{Offset: n(0), Before: ptr("x")}, "offset"},
		{"offset with last", Args{Offset: n(0), Last: n(1)}, "offset"},
	} {
		refused(t, c.name, c.args.Validate(), c.path)
	}
	for _, a := range []Args{{}, {First: n(0)}, {Last: n(100)}, {First: n(100), Offset: n(10_000)}, {After: ptr("x"), Before: ptr("y"), Last: n(1)}} {
		if err := a.Validate(); err != nil {
			t.Errorf("%+v: %v", a, err)
		}
	}
}

func TestOrder(t *testing.T) {
	t.Parallel()
	_, err := NewOrder(byID, byName, bySize, byMade, byOn)
	refused(t, "four keys", err, "orderBy")
	_, err = NewOrder(byID, byName, byName.In(true))
	refused(t, "repeated key", err, "orderBy.1.field")
	for _, c := range []struct {
		terms []Term[thing]
		want  []string
	}{
		{nil, []string{"id"}},
		{[]Term[thing]{byName.In(true)}, []string{"name desc", "id desc"}},
		{[]Term[thing]{byName.In(true), bySize}, []string{"name desc", "size", "id"}},
		{[]Term[thing]{byName, byID.In(true), bySize}, []string{"name", "id desc"}},
	} {
		var got []string
		for _, term := range MustOrder(byID, c.terms...).terms {
			got = append(got, strings.TrimSuffix(term.Column+map[bool]string{true: " desc"}[term.Desc], " "))
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Error(d)
		}
	}
}

func TestCursor(t *testing.T) {
	t.Parallel()
	row := &thing{ID: uuid.New(), Name: "é\U0001f600", Size: -5, Made: time.Date(1969, 7, 20, 20, 17, 40, 123456789, time.UTC), On: true}
	for _, terms := range [][]Term[thing]{{}, {byName, bySize, byMade}, {byNick, byRank, bySeen}, {byKey, byOn}} {
		o := MustOrder(byID, terms...)
		c := o.encode(o.values(row))
		if strings.ContainsAny(c, "+/=") {
			t.Errorf("%s is not safe in a URL", c)
		}
		vals, err := o.decode("after", c)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(o.values(row), vals); d != "" {
			t.Error(d)
		}
	}

	o := MustOrder(byID, byName)
	good := o.encode(o.values(row))
	raw, _ := base64.RawURLEncoding.DecodeString(good)
	text := func(b ...byte) string { return base64.RawURLEncoding.EncodeToString(b) }
	head := raw[:5:5]
	id := row.ID[:]
	for name, c := range map[string]string{
		"empty":            "",
		"not base64":       "no cursor!",
		"padded":           good + "==",
		"line break":       good[:4] + "\n" + good[4:],
		"too long":         strings.Repeat("A", maxCursor+1),
		"other version":    text(append([]byte{2}, raw[1:]...)...),
		"cut":              text(raw[:len(raw)-1]...),
		"trailing byte":    text(append(raw[:len(raw):len(raw)], 0)...),
		"null in not null": text(append(append(head, 0, 1), id...)...),
		"presence byte":    text(append(append(head, 2, 1, 'a', 1), id...)...),
		"text with NUL":    text(append(append(head, 1, 1, 0, 1), id...)...),
		"broken UTF-8":     text(append(append(head, 1, 1, 0xff, 1), id...)...),
		"long length":      text(append(append(head, 1, 0xff, 0xff, 0xff, 0x7f, 1), id...)...),
		"padded length":    text(append(append(head, 1, 0x81, 0x00, 'a', 1), id...)...),
		"id alone":         text(append(append(head, 1), id...)...),
		"another order":    MustOrder(byID, byName.In(true)).encode(o.values(row)),
		"another column":   MustOrder(byID, byNick).encode(o.values(row)),
	} {
		_, err := o.decode("before", c)
		refused(t, name, err, "before")
	}
	late := MustOrder(byID, byMade)
	_, err := late.decode("after", late.encode([]any{time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC), row.ID}))
	refused(t, "year 10000", err, "after")
}

func FuzzCursor(f *testing.F) {
	o := MustOrder(byID, byNick, byRank, bySeen)
	f.Add(o.encode([]any{"x", nil, time.UnixMicro(5).UTC(), uuid.Nil}))
	f.Fuzz(func(t *testing.T, c string) {
		vals, err := o.decode("after", c)
		if err == nil && o.encode(vals) != c {
			t.Errorf("%q was read as %v", c, vals)
		}
	})
}

func TestBudget(t *testing.T) {
	t.Parallel()
	leaf := func() *whereInput { return &whereInput{Name: &TextCompare{Eq: ptr("a")}} }
	deep := func(n int) *whereInput {
		w := leaf()
		for range n - 1 {
			w = &whereInput{And: []*whereInput{w}}
		}
		return w
	}
	many := func(n int, w func() *whereInput) *whereInput {
		in := &whereInput{}
		for range n {
			in.Or = append(in.Or, w())
		}
		return in
	}
	text := func(v string) *whereInput { return &whereInput{Name: &TextCompare{Contains: &v}} }
	for _, c := range []struct {
		name, path string
		in         *whereInput
	}{
		{"deepest", "", deep(4)},
		{"too deep", "where.and.0.and.0.and.0.and.0", deep(5)},
		{"most leaves", "", many(50, leaf)},
		{"too many leaves", "where.or.50.name.eq", many(51, leaf)},
		{"many empty objects", "where.or.50", many(5000, func() *whereInput { return &whereInput{} })},
		{"not too deep", "where.and.0.and.0.and.0.not", &whereInput{And: []*whereInput{{And: []*whereInput{{And: []*whereInput{{Not: leaf()}}}}}}}},
		{"NUL", "where.name.contains", text("a\x00b")},
		{"broken UTF-8", "where.name.contains", text("\xff")},
		{"long text", "where.name.contains", text(strings.Repeat("x", MaxText+1))},
		{"NUL in a list", "where.name.in.1", &whereInput{Name: &TextCompare{In: []string{"a", "\x00"}}}},
		{"long list", "where.nickEnum.notIn", &whereInput{NickNone: make([]string, MaxList+1)}},
	} {
		b := NewBudget("where")
		thingWhere(b, c.in)
		if c.path == "" {
			if b.Err() != nil {
				t.Errorf("%s: %v", c.name, b.Err())
			}
			continue
		}
		refused(t, c.name, b.Err(), c.path)
	}
}

// TestCursorOfAnotherList: lists that are sorted alike refuse the cursors of
// one another.
func TestCursorOfAnotherList(t *testing.T) {
	t.Parallel()
	type other thing
	own := MustOrder(byID)
	row := []any{uuid.New()}
	for name, cursor := range map[string]string{
		"another name":  own.Of("others").encode(row),
		"another table": MustOrder(Term[other]{Column: byID.Column, Kind: byID.Kind}).Of("things").encode(row),
	} {
		_, err := own.Of("things").decode("after", cursor)
		refused(t, name, err, "after")
	}
	if _, err := own.Of("things").decode("after", own.Of("things").encode(row)); err != nil {
		t.Error(err)
	}
}

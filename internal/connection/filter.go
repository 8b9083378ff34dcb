package connection

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"
	"github.com/lib/pq"
)

// Limits of one filter.
const (
	MaxDepth  = 4    // objects within objects, the outermost counted
	MaxLeaves = 50   // comparisons, empty objects counted as one
	MaxList   = 100  // values of one in or notIn
	MaxText   = 1000 // bytes of one text value
)

// TextCompare are the comparators of a text column; nil is absent. An empty
// In matches nothing.
type TextCompare struct {
	Eq, Contains, StartsWith *string
	In                       []string
	Fold                     bool // the column holds lower-cased text: ignore case
	AnyCase                  bool // the column holds text as it was typed: ignore case all the same
}

// TimeCompare are the comparators of a timestamp column; nil is absent.
type TimeCompare struct {
	Gt, Gte, Lt, Lte *time.Time
	IsNull           *bool
}

// Text compares a text column. Wildcards in values stand for themselves; text
// PostgreSQL cannot hold is refused.
func (b *Budget) Text(field, column string, c TextCompare) Filter {
	fold := func(v string) string {
		if c.Fold {
			return strings.ToLower(v)
		}
		return v
	}
	like := strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`)
	equal, matches, oneOf := equal, matches, oneOf
	if c.AnyCase {
		equal, matches, oneOf = equalAnyCase, matchesAnyCase, oneOfAnyCase
	}
	var fs []Filter
	for _, one := range []struct {
		name  string
		value *string
		build func(string) Filter
	}{
		{"eq", c.Eq, func(v string) Filter { return equal(column, v) }},
		{"contains", c.Contains, func(v string) Filter { return matches(column, "%"+like.Replace(v)+"%") }},
		{"startsWith", c.StartsWith, func(v string) Filter { return matches(column, like.Replace(v)+"%") }},
	} {
		if one.value != nil && b.spend(field, one.name) && b.text(*one.value, field, one.name) {
			fs = append(fs, one.build(fold(*one.value)))
		}
	}
	if c.In != nil && b.spend(field, "in") && b.list(len(c.In), field, "in") {
		in := make(pq.StringArray, len(c.In))
		for i, v := range c.In {
			b.text(v, field, "in", strconv.Itoa(i))
			in[i] = fold(v)
		}
		fs = append(fs, oneOf(column, in))
	}
	return And(fs...)
}

// IDs compares an id column with one id or with several; nil is absent, an
// empty in matches nothing.
func (b *Budget) IDs(field, column string, eq *uuid.UUID, in []uuid.UUID) Filter {
	var fs []Filter
	if eq != nil && b.spend(field, "eq") {
		fs = append(fs, sql.FieldEQ(column, *eq))
	}
	if in != nil && b.spend(field, "in") && b.list(len(in), field, "in") {
		fs = append(fs, where(among(column, array(in))))
	}
	return And(fs...)
}

// Enum compares an enum column; a row without a value is in no list.
func Enum[E ~string](b *Budget, field, column string, in, notIn []E) Filter {
	var fs []Filter
	for _, one := range []struct {
		name   string
		values []E
		wrap   func(Filter) Filter
	}{{"in", in, func(f Filter) Filter { return f }}, {"notIn", notIn, Not}} {
		if one.values == nil || !b.spend(field, one.name) || !b.list(len(one.values), field, one.name) {
			continue
		}
		list := make(pq.StringArray, len(one.values))
		for i, v := range one.values {
			list[i] = string(v)
		}
		fs = append(fs, one.wrap(where(among(column, list))))
	}
	return And(fs...)
}

// Time compares a timestamp column.
func (b *Budget) Time(field, column string, c TimeCompare) Filter {
	var fs []Filter
	for _, one := range []struct {
		name  string
		value *time.Time
		up    bool // round up to what the column can hold
		build func(string, any) func(*sql.Selector)
	}{
		{"gt", c.Gt, false, sql.FieldGT}, {"gte", c.Gte, true, sql.FieldGTE},
		{"lt", c.Lt, true, sql.FieldLT}, {"lte", c.Lte, false, sql.FieldLTE},
	} {
		if one.value != nil && b.spend(field, one.name) {
			fs = append(fs, one.build(column, micro(*one.value, one.up)))
		}
	}
	if c.IsNull != nil && b.spend(field, "isNull") {
		fs = append(fs, held(column, !*c.IsNull))
	}
	return And(fs...)
}

// Held asks whether a column has a value; nil is absent.
func (b *Budget) Held(field, column string, is *bool) Filter {
	if is == nil || !b.spend(field) {
		return nil
	}
	return held(column, *is)
}

func held(column string, is bool) Filter {
	if is {
		return sql.FieldNotNull(column)
	}
	return sql.FieldIsNull(column)
}

// micro rounds a bound to microseconds such that the comparison stays exact;
// left alone, PostgreSQL would round it to the nearest.
func micro(t time.Time, up bool) time.Time {
	m := time.UnixMicro(t.UnixMicro()).UTC()
	if up && m.Before(t) {
		m = m.Add(time.Microsecond)
	}
	return m
}

// Bool compares a boolean column.
func (b *Budget) Bool(field, column string, eq *bool) Filter {
	if eq == nil || !b.spend(field) {
		return nil
	}
	return sql.FieldEQ(column, *eq)
}

// text refuses what cannot be a value of a text column.
func (b *Budget) text(v string, path ...string) bool {
	switch {
	case len(v) > MaxText:
		return b.refuse(path, "text must be at most %d bytes", MaxText)
	case !utf8.ValidString(v) || strings.ContainsRune(v, 0):
		return b.refuse(path, "text must be valid UTF-8 without NUL")
	}
	return true
}

func (b *Budget) list(n int, path ...string) bool {
	return n <= MaxList || b.refuse(path, "at most %d values are allowed", MaxList)
}

// among is membership in one array parameter: the number of values does not
// change the statement.
func among(column string, values any) func(*sql.Selector) *sql.Predicate {
	return func(s *sql.Selector) *sql.Predicate {
		return sql.P(func(b *sql.Builder) {
			b.Ident(s.C(column)).WriteString(" = ANY(").Arg(values).WriteByte(')')
		})
	}
}

func equal(column, value string) Filter { return sql.FieldEQ(column, value) }

func matches(column, pattern string) Filter {
	return where(func(s *sql.Selector) *sql.Predicate { return sql.Like(s.C(column), pattern) })
}

func oneOf(column string, values pq.StringArray) Filter { return where(among(column, values)) }

func equalAnyCase(column, value string) Filter { return lowered(column, " = lower(", value, ")") }

func matchesAnyCase(column, pattern string) Filter {
	return lowered(column, " LIKE lower(", pattern, ")")
}

func oneOfAnyCase(column string, values pq.StringArray) Filter {
	return lowered(column, " = ANY(SELECT lower(one) FROM unnest(CAST(", values, " AS text[])) AS one)")
}

// lowered compares a column with its letters in lower case. PostgreSQL lowers
// both sides, so that they agree whatever letters its locale knows.
func lowered(column, before string, value any, after string) Filter {
	return where(func(s *sql.Selector) *sql.Predicate {
		return sql.P(func(b *sql.Builder) {
			b.WriteString("lower(").Ident(s.C(column)).WriteString(")" + before).Arg(value).WriteString(after)
		})
	})
}

package connection

import (
	"fmt"
	"hash/fnv"
	"reflect"
	"strconv"
	"time"

	"github.com/google/uuid"

	"tenantry/internal/fault"
)

// Kind is the type of a sort key's values.
type Kind uint8

// The kinds a list can be sorted by.
const (
	Text Kind = iota + 1 // text, varchar and enum columns
	Int                  // smallint, integer and bigint
	Time                 // timestamptz, exact to the microsecond
	UUID                 // uuid
	Bool                 // boolean, false first
)

// Term is one sort key.
type Term[T any] struct {
	Column   string
	Kind     Kind
	Desc     bool
	Nullable bool // the column can hold NULL; nulls come last either way
	// Value reads the key from a loaded row: the value, a pointer to it, or
	// nil. A value that does not fit Kind is a programming error and panics.
	Value func(*T) any
}

// In is the same key in a direction.
func (t Term[T]) In(desc bool) Term[T] {
	t.Desc = desc
	return t
}

// maxTerms is the number of sort keys a client may give.
const maxTerms = 3

// Order is a total order of a list: up to three keys, closed by the id.
type Order[T any] struct {
	terms []Term[T]
	print uint32 // fingerprint carried by cursors
}

// NewOrder completes terms with the unique id, in the direction of the last
// term (ascending when there is none). More than three terms and a repeated
// column are BAD_USER_INPUT below the path "orderBy".
func NewOrder[T any](id Term[T], terms ...Term[T]) (Order[T], error) {
	if len(terms) > maxTerms {
		return Order[T]{}, fault.Input([]string{"orderBy"}, "at most %d sort keys are allowed", maxTerms)
	}
	seen := map[string]bool{}
	o := Order[T]{terms: make([]Term[T], 0, len(terms)+1)}
	for i, t := range terms {
		if seen[t.Column] {
			return Order[T]{}, fault.Input([]string{"orderBy", strconv.Itoa(i), "field"}, "this sort key was given twice")
		}
		seen[t.Column] = true
		if !seen[id.Column] || t.Column == id.Column { // keys behind the id decide nothing
			o.terms = append(o.terms, t)
		}
	}
	if !seen[id.Column] {
		if n := len(terms); n > 0 {
			id.Desc = terms[n-1].Desc
		}
		o.terms = append(o.terms, id)
	}
	return o.Of(""), nil
}

// Of is the order of a list of that name: cursors of another list are refused
// like those of another order. The type of the rows is part of it anyway.
func (o Order[T]) Of(list string) Order[T] {
	h := fnv.New32a()
	fmt.Fprintf(h, "%s|%s|", reflect.TypeFor[T](), list)
	for _, t := range o.terms {
		fmt.Fprintf(h, "%s/%d/%t/%t;", t.Column, t.Kind, t.Desc, t.Nullable)
	}
	o.print = h.Sum32()
	return o
}

// MustOrder is NewOrder for orders written in code.
func MustOrder[T any](id Term[T], terms ...Term[T]) Order[T] {
	o, err := NewOrder(id, terms...)
	if err != nil {
		panic(err)
	}
	return o
}

// values reads the keys of a row.
func (o Order[T]) values(row *T) []any {
	vals := make([]any, len(o.terms))
	for i, t := range o.terms {
		v, ok := t.Kind.normal(t.Value(row))
		if !ok {
			panic(fmt.Sprintf("connection: sort key %s: unexpected %T", t.Column, t.Value(row)))
		}
		vals[i] = v
	}
	return vals
}

// normal brings a value to the one Go type of its kind: string, int64,
// time.Time, uuid.UUID, bool, or nil.
func (k Kind) normal(v any) (any, bool) {
	switch x := v.(type) {
	case nil:
		return nil, true
	case string:
		return x, k == Text
	case time.Time:
		return time.UnixMicro(x.UnixMicro()).UTC(), k == Time
	case uuid.UUID:
		return x, k == UUID
	case bool:
		return x, k == Bool
	}
	r := reflect.ValueOf(v)
	switch {
	case r.Kind() == reflect.Pointer:
		if r.IsNil() {
			return nil, true
		}
		return k.normal(r.Elem().Interface())
	case r.Kind() == reflect.String:
		return r.String(), k == Text
	case r.CanInt():
		return r.Int(), k == Int
	}
	return nil, false
}

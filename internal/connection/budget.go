package connection

import (
	"slices"
	"strconv"

	"tenantry/internal/fault"
)

// Budget bounds one filter and remembers its first fault. It is the place of
// one input object; All, Any and None make the places below it. Builders go
// on after a fault, so a caller asks Err once at the end.
type Budget struct {
	path  []string
	depth int
	spent *spent
}

type spent struct {
	leaves int
	err    error
}

// NewBudget starts a filter at an argument path such as ("where").
func NewBudget(path ...string) *Budget {
	return &Budget{path: path, depth: 1, spent: &spent{}}
}

// Err is the first fault found: BAD_USER_INPUT at the offending part.
func (b *Budget) Err() error { return b.spent.err }

// All is the condition of an "and" list: every object holds. Nil and empty
// lists match all.
func All[W any](b *Budget, field string, list []W, build func(*Budget, W) Filter) Filter {
	return And(b.each(field, len(list), func(at *Budget, i int) Filter { return build(at, list[i]) })...)
}

// Any is the condition of an "or" list: some object holds. Nil matches all,
// an empty list nothing, and an empty object within it everything.
func Any[W any](b *Budget, field string, list []W, build func(*Budget, W) Filter) Filter {
	if list == nil {
		return nil
	}
	return Or(b.each(field, len(list), func(at *Budget, i int) Filter { return build(at, list[i]) })...)
}

// None is the condition of a "not" object: it does not hold. Nil matches all,
// an empty object nothing.
func None[W any](b *Budget, field string, object *W, build func(*Budget, *W) Filter) Filter {
	if object == nil {
		return nil
	}
	at := b.below(field)
	if at == nil {
		return nil
	}
	f := build(at, object)
	if f == nil {
		b.spend(field)
	}
	return Not(f)
}

func (b *Budget) each(field string, n int, build func(*Budget, int) Filter) []Filter {
	var fs []Filter
	for i := range n {
		at := b.below(field, strconv.Itoa(i))
		if at == nil {
			return nil
		}
		f := build(at, i)
		if f == nil && !at.spend() {
			return nil
		}
		fs = append(fs, f)
	}
	return fs
}

// below is the place of an object one level deeper, nil when that is too deep
// or the filter is refused already.
func (b *Budget) below(path ...string) *Budget {
	if b.spent.err != nil {
		return nil
	}
	if b.depth == MaxDepth {
		b.refuse(path, "filters can be nested at most %d deep", MaxDepth)
		return nil
	}
	return &Budget{path: b.at(path), depth: b.depth + 1, spent: b.spent}
}

// spend takes one comparison off the budget.
func (b *Budget) spend(path ...string) bool {
	if b.spent.leaves++; b.spent.leaves > MaxLeaves {
		return b.refuse(path, "a filter can hold at most %d comparisons", MaxLeaves)
	}
	return b.spent.err == nil
}

// refuse keeps the first fault and is always false.
func (b *Budget) refuse(path []string, format string, args ...any) bool {
	if b.spent.err == nil {
		b.spent.err = fault.Input(b.at(path), format, args...)
	}
	return false
}

func (b *Budget) at(path []string) []string { return slices.Concat(b.path, path) }

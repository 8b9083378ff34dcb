package connection

import (
	"tenantry/internal/fault"
)

// Args are the paging arguments of a connection field as the client sent
// them; nil means absent.
type Args struct {
	First, Last   *int
	After, Before *string
	Offset        *int // rows to skip, for numbered pages of root lists
}

// Size is the number of rows the arguments ask for, before validation: what a
// cost estimate multiplies with.
func (a Args) Size() int {
	switch {
	case a.First != nil:
		return *a.First
	case a.Last != nil:
		return *a.Last
	}
	return DefaultSize
}

// Backward reports whether the page is counted from the end.
func (a Args) Backward() bool { return a.Last != nil }

// Validate checks sizes and combinations. The content of cursors is checked
// against an order when the page is read.
func (a Args) Validate() error {
	if a.First != nil && a.Last != nil {
		return fault.Input([]string{"last"}, "first and last cannot be used together")
	}
	for _, s := range []struct {
		name string
		size *int
	}{{"first", a.First}, {"last", a.Last}} {
		switch {
		case s.size == nil:
		case *s.size < 0:
			return fault.Input([]string{s.name}, "%s must not be negative", s.name)
		case *s.size > MaxSize:
			return fault.Input([]string{s.name}, "%s must be at most %d", s.name, MaxSize)
		}
	}
	switch {
	case a.Offset == nil:
	case *a.Offset < 0:
		return fault.Input([]string{"offset"}, "offset must not be negative")
	case *a.Offset > MaxOffset:
		return fault.Input([]string{"offset"}, "offset must be at most %d; use cursors to go deeper", MaxOffset)
	case a.After != nil || a.Before != nil || a.Last != nil:
		return fault.Input([]string{"offset"}, "offset cannot be used together with after, before or last")
	}
	return nil
}

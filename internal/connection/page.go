package connection

// Page is one page of a list. Parts that were not wanted are empty.
type Page[T any] struct {
	Nodes   []*T // in the order of the list
	HasNext bool
	HasPrev bool
	Total   int // rows of the whole list, when wanted

	order Order[T]
}

// Cursor is the opaque position of Nodes[i], computed when asked.
func (p Page[T]) Cursor(i int) string {
	return p.order.encode(p.order.values(p.Nodes[i]))
}

// StartCursor is the position of the first node, nil on an empty page.
func (p Page[T]) StartCursor() *string { return p.edge(0) }

// EndCursor is the position of the last node, nil on an empty page.
func (p Page[T]) EndCursor() *string { return p.edge(len(p.Nodes) - 1) }

func (p Page[T]) edge(i int) *string {
	if len(p.Nodes) == 0 {
		return nil
	}
	c := p.Cursor(i)
	return &c
}

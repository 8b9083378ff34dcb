package graph

import (
	"context"
	"fmt"
	"slices"
)

// listFile is a list on its way into a file.
type listFile[T any] struct {
	of      entity[T]
	read    func(context.Context) ([]*T, error) // answers the next rows, none at the end
	plan    *plan[T]
	columns []string
	total   int
	buf     []byte
	ends    []int
	values  [][]byte
}

func newListFile[T any](of entity[T], read func(context.Context) ([]*T, error), p *plan[T], columns []string, total int) *listFile[T] {
	return &listFile[T]{
		of: of, read: read, plan: p, columns: columns, total: total, ends: make([]int, len(columns)), values: make([][]byte, len(columns)),
	}
}

// Columns implements export.Rows.
func (f *listFile[T]) Columns() []string { return slices.Clone(f.columns) }

// Total implements export.Rows.
func (f *listFile[T]) Total() int { return f.total }

// Next implements export.Rows.
func (f *listFile[T]) Next(ctx context.Context, row func(values [][]byte) error) (int, error) {
	nodes, err := f.read(ctx)
	if err != nil {
		return 0, fmt.Errorf("read %s to export: %w", f.of.name, err)
	}
	f.of.link(nodes)
	if err := f.plan.load(withLoader(ctx), nodes); err != nil { // a loader for each piece: it keeps what it read
		return 0, err
	}
	for _, n := range nodes {
		f.buf = f.buf[:0]
		for i, write := range f.plan.values {
			f.buf = write(f.buf, n)
			f.ends[i] = len(f.buf)
		}
		start := 0
		for i, end := range f.ends {
			f.values[i], start = f.buf[start:end], end
		}
		if err := row(f.values); err != nil {
			return 0, err
		}
	}
	return len(nodes), nil
}

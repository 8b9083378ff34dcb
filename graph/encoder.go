package graph

import (
	"context"
	"io"
	"strconv"
	"time"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"
	"github.com/google/uuid"
	"github.com/vektah/gqlparser/v2/ast"

	"tenantry/graph/model"
	"tenantry/graph/scalar"
)

// Lists are what this API answers most, and gqlgen spends several times the
// cost of their SQL on a goroutine and an object for every field of every row.
// For lists of plain selections the guard of the field hands gqlgen the
// finished JSON instead: a plan is made once from the selection, then appends
// row after row to one buffer. What a plan does not know is left to gqlgen, and
// a test holds both to the same bytes.

// encoded is JSON that is already written.
type encoded []byte

// MarshalGQL writes it as it is.
func (e encoded) MarshalGQL(w io.Writer) { _, _ = w.Write(e) }

// leaf appends the value of a field.
type leaf[T any] func(b []byte, n *T) []byte

// plan writes objects of one type for one selection.
type plan[T any] struct {
	typeName string
	keys     []string // `"alias":`
	values   []leaf[T]
	fields   []string // names of fields, for the columns they need
	loads    []func(context.Context, []*T) error
}

// planned collects the fields of a selection; more handles those that are no
// leaves and says whether it knows them. ok is false when one is unknown.
func planned[T any](
	oc *graphql.OperationContext, sel ast.SelectionSet, typeName string, types []string,
	leaves map[string]leaf[T], more func(p *plan[T], f graphql.CollectedField) bool,
) (p *plan[T], ok bool) {
	p = &plan[T]{typeName: typeName}
	for _, f := range graphql.CollectFields(oc, sel, types) {
		p.fields = append(p.fields, f.Name)
		switch write := leaves[f.Name]; {
		case f.Name == "__typename":
			p.add(f, func(b []byte, _ *T) []byte { return appendText(b, typeName) })
		case write != nil:
			p.add(f, write)
		case more == nil || !more(p, f):
			return nil, false
		}
	}
	return p, true
}

func (p *plan[T]) add(f graphql.CollectedField, write leaf[T]) {
	p.keys = append(p.keys, string(append(appendText(nil, f.Alias), ':')))
	p.values = append(p.values, write)
}

// load reads what the fields need beside the rows.
func (p *plan[T]) load(ctx context.Context, nodes []*T) error {
	for _, load := range p.loads {
		if err := load(ctx, nodes); err != nil {
			return err
		}
	}
	return nil
}

// each asks for every row before any is written; the loader behind ask reads
// for all at once.
func each[T, V any](p *plan[T], ask func(context.Context, *T) (V, error)) map[*T]V {
	all := map[*T]V{}
	p.loads = append(p.loads, func(ctx context.Context, nodes []*T) error {
		clear(all) // a plan may write many pages
		for _, n := range nodes {
			v, err := ask(ctx, n)
			if err != nil {
				return err
			}
			all[n] = v
		}
		return nil
	})
	return all
}

// pointed writes the row another one points at, null when there is none or none
// that read answers. It is read at once for the lists beside this one too.
func pointed[T, C any](
	p *plan[T], object *plan[C], from entity[T], name string, target func(*T) *uuid.UUID, to entity[C],
	read func(context.Context, []uuid.UUID, []string) (map[uuid.UUID]*C, error),
) leaf[T] {
	cols := to.columnsOf(object.fields)
	found := each(p, func(ctx context.Context, n *T) (*C, error) {
		return toOne(ctx, n, *from.siblings(n), name, target, cols, read)
	})
	return func(b []byte, n *T) []byte {
		if found[n] == nil {
			return append(b, "null"...)
		}
		return object.append(b, found[n])
	}
}

func (p *plan[T]) append(b []byte, n *T) []byte {
	b = append(b, '{')
	for i, key := range p.keys {
		if i > 0 {
			b = append(b, ',')
		}
		b = p.values[i](append(b, key...), n)
	}
	return append(b, '}')
}

// rows is a page of any connection.
type rows[T any] struct {
	typeName string // of the nodes
	nodes    []*T
	cursor   func(i int) string
	info     *model.PageInfo
	total    int
}

// row is a place in a page, the object of an edge's plan.
type row[T any] struct {
	at   int
	node *T
}

// encode writes the connection field being resolved; ok is false when its
// selection holds something that is left to gqlgen.
func encode[T any](
	ctx context.Context, page rows[T], node func(*graphql.OperationContext, ast.SelectionSet) (*plan[T], bool),
) (_ encoded, ok bool, err error) {
	oc, field := graphql.GetOperationContext(ctx), graphql.GetFieldContext(ctx).Field
	var nodePlans []*plan[T]
	objects := func(f graphql.CollectedField) (*plan[T], bool) {
		p, ok := node(oc, f.Selections)
		nodePlans = append(nodePlans, p)
		return p, ok
	}
	edge := func(p *plan[row[T]], f graphql.CollectedField) bool {
		switch f.Name {
		case "cursor":
			p.add(f, func(b []byte, r *row[T]) []byte { return appendText(b, page.cursor(r.at)) })
			return true
		case "node":
			object, ok := objects(f)
			p.add(f, func(b []byte, r *row[T]) []byte { return object.append(b, r.node) })
			return ok
		}
		return false
	}
	connection, ok := planned(oc, field.Selections, page.typeName+"Connection", []string{page.typeName + "Connection"},
		map[string]leaf[rows[T]]{
			"totalCount": func(b []byte, r *rows[T]) []byte { return strconv.AppendInt(b, int64(r.total), 10) },
		},
		func(p *plan[rows[T]], f graphql.CollectedField) bool {
			switch f.Name {
			case "pageInfo":
				info, ok := planned(oc, f.Selections, "PageInfo", []string{"PageInfo"}, pageInfoLeaves, nil)
				p.add(f, func(b []byte, r *rows[T]) []byte { return info.append(b, r.info) })
				return ok
			case "nodes":
				object, ok := objects(f)
				p.add(f, func(b []byte, r *rows[T]) []byte { return appendList(b, r.nodes, object.append) })
				return ok
			case "edges":
				e, ok := planned(oc, f.Selections, page.typeName+"Edge", []string{page.typeName + "Edge"}, nil, edge)
				p.add(f, func(b []byte, r *rows[T]) []byte { return appendEdges(b, r.nodes, e) })
				return ok
			}
			return false
		})
	if !ok {
		return nil, false, nil
	}
	for _, p := range nodePlans {
		if err := p.load(ctx, page.nodes); err != nil {
			return nil, true, err
		}
	}
	return connection.append(make([]byte, 0, 64+len(page.nodes)*512), &page), true, nil
}

func appendEdges[T any](b []byte, nodes []*T, edge *plan[row[T]]) []byte {
	b = append(b, '[')
	for i, n := range nodes {
		if i > 0 {
			b = append(b, ',')
		}
		b = edge.append(b, &row[T]{i, n})
	}
	return append(b, ']')
}

func appendList[T any](b []byte, list []T, write func([]byte, T) []byte) []byte {
	b = append(b, '[')
	for i, x := range list {
		if i > 0 {
			b = append(b, ',')
		}
		b = write(b, x)
	}
	return append(b, ']')
}

var pageInfoLeaves = map[string]leaf[model.PageInfo]{
	"hasNextPage":     func(b []byte, p *model.PageInfo) []byte { return strconv.AppendBool(b, p.HasNextPage) },
	"hasPreviousPage": func(b []byte, p *model.PageInfo) []byte { return strconv.AppendBool(b, p.HasPreviousPage) },
	"startCursor":     func(b []byte, p *model.PageInfo) []byte { return appendOptional(b, p.StartCursor) },
	"endCursor":       func(b []byte, p *model.PageInfo) []byte { return appendOptional(b, p.EndCursor) },
}

// appendText writes a JSON string as gqlgen does.
func appendText(b []byte, s string) []byte {
	const hex = "0123456789ABCDEF"
	b = append(b, '"')
	start := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= 0x20 && c != '\\' && c != '"' {
			if c < utf8.RuneSelf {
				i++
				continue
			}
			_, size := utf8.DecodeRuneInString(s[i:])
			i += size
			continue
		}
		b = append(b, s[start:i]...)
		switch c {
		case '\t':
			b = append(b, '\\', 't')
		case '\r':
			b = append(b, '\\', 'r')
		case '\n':
			b = append(b, '\\', 'n')
		case '\\', '"':
			b = append(b, '\\', c)
		default:
			b = append(b, '\\', 'u', '0', '0', hex[c>>4], hex[c&0xf])
		}
		i++
		start = i
	}
	return append(append(b, s[start:]...), '"')
}

func appendOptional[S ~string](b []byte, s *S) []byte {
	if s == nil {
		return append(b, "null"...)
	}
	return appendText(b, string(*s))
}

func appendTime(b []byte, t time.Time) []byte { return scalar.AppendDateTime(b, t) }

func appendOptionalTime(b []byte, t *time.Time) []byte {
	if t == nil {
		return append(b, "null"...)
	}
	return appendTime(b, *t)
}

func appendInt(b []byte, i int) []byte { return strconv.AppendInt(b, int64(i), 10) }

package graph

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"entgo.io/ent/dialect/sql"
	"github.com/99designs/gqlgen/graphql"
	"github.com/google/uuid"

	"tenantry/graph/model"
	"tenantry/internal/connection"
	"tenantry/internal/directory"
	"tenantry/internal/fault"
)

// maxSearch is the longest search text, in characters.
const maxSearch = 200

// searched is the condition of a free search: every word occurs in the column,
// whatever its case and accents. Nil for a blank search.
func searched(column string, search *string) (connection.Filter, error) {
	if search == nil {
		return nil, nil
	}
	path := []string{"search"}
	switch {
	case utf8.RuneCountInString(*search) > maxSearch:
		return nil, fault.Input(path, "search must be at most %d characters", maxSearch)
	case !utf8.ValidString(*search) || strings.ContainsRune(*search, 0):
		return nil, fault.Input(path, "search must be valid UTF-8 without NUL")
	}
	like := strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`)
	var and []connection.Filter
	for _, word := range strings.Fields(directory.Fold(*search)) {
		pattern := "%" + like.Replace(word) + "%"
		and = append(and, func(s *sql.Selector) { s.Where(sql.Like(s.C(column), pattern)) })
	}
	return connection.And(and...), nil
}

// place is one input object of a filter: the budget of the whole filter, and
// where the object stands.
type place struct {
	*connection.Budget
	path []string
	bad  *error // first id that is none
}

func newPlace() place {
	return place{connection.NewBudget("where"), []string{"where"}, new(error)}
}

// fault is the first mistake found.
func (p place) fault() error {
	if err := p.Err(); err != nil {
		return err
	}
	return *p.bad
}

func (p place) below(b *connection.Budget, path ...string) place {
	return place{b, slices.Concat(p.path, path), p.bad}
}

// logic is the condition of the and, or and not of a filter.
func logic[W any](p place, and, or graphql.Omittable[[]*W], not graphql.Omittable[*W], build func(place, *W) connection.Filter) connection.Filter {
	each := func(field string) func(*connection.Budget, *W) connection.Filter {
		i := -1
		return func(b *connection.Budget, w *W) connection.Filter {
			i++
			return build(p.below(b, field, strconv.Itoa(i)), w)
		}
	}
	return connection.And(
		connection.All(p.Budget, "and", and.Value(), each("and")),
		connection.Any(p.Budget, "or", or.Value(), each("or")),
		connection.None(p.Budget, "not", not.Value(), func(b *connection.Budget, w *W) connection.Filter {
			return build(p.below(b, "not"), w)
		}),
	)
}

// ids compares an id column.
func (p place) ids(field, column, prefix string, f *model.IDFilter) connection.Filter {
	return p.idsBy(field, prefix, f, func(ids []uuid.UUID) connection.Filter {
		if len(ids) == 1 {
			return sql.FieldEQ(column, ids[0]) // keeps the order of an index that goes on
		}
		return among(column, ids)
	})
}

// idsBy compares ids in a way of the caller's. An empty prefix takes ids of
// any type.
func (p place) idsBy(field, prefix string, f *model.IDFilter, match func([]uuid.UUID) connection.Filter) connection.Filter {
	if f == nil {
		return nil
	}
	var and []connection.Filter
	if eq := f.Eq.Value(); eq != nil {
		ids := p.parse(prefix, []string{*eq}, field, "eq")
		p.IDs(field, "id", &ids[0], nil) // for the budget
		and = append(and, match(ids))
	}
	if in := f.In.Value(); in != nil {
		ids := p.parse(prefix, in, field, "in")
		p.IDs(field, "id", nil, ids)
		and = append(and, match(ids))
	}
	if notIn := f.NotIn.Value(); notIn != nil {
		ids := p.parse(prefix, notIn, field, "notIn")
		p.IDs(field, "id", nil, ids)
		and = append(and, connection.Not(match(ids)))
	}
	return connection.And(and...)
}

// parse reads public ids; the first that is none is the filter's fault.
func (p place) parse(prefix string, list []string, path ...string) []uuid.UUID {
	ids := make([]uuid.UUID, len(list))
	for i, text := range list {
		key, ok := parseID(prefix, text)
		if !ok && *p.bad == nil {
			at := slices.Concat(p.path, path)
			if path[len(path)-1] != "eq" {
				at = append(at, strconv.Itoa(i))
			}
			*p.bad = fault.Input(at, "this is not an id of the kind that is compared here")
		}
		ids[i] = key
	}
	return ids
}

// text compares a column that holds folded text.
func (p place) text(field, column string, f *model.StringFilter, fold func(string) string) connection.Filter {
	if f == nil {
		return nil
	}
	folded := func(o graphql.Omittable[*string]) *string {
		v := o.Value()
		if v == nil {
			return nil
		}
		s := fold(*v)
		return &s
	}
	c := connection.TextCompare{Eq: folded(f.Eq), Contains: folded(f.Contains), StartsWith: folded(f.StartsWith)}
	if in := f.In.Value(); in != nil {
		c.In = make([]string, len(in))
		for i, v := range in {
			c.In[i] = fold(v)
		}
	}
	return p.Text(field, column, c)
}

// anyCase compares a text that is stored as it was typed, without regard to
// case.
func (p place) anyCase(field, column string, f *model.StringFilter) connection.Filter {
	if f == nil {
		return nil
	}
	return p.Text(field, column, connection.TextCompare{
		Eq: f.Eq.Value(), Contains: f.Contains.Value(), StartsWith: f.StartsWith.Value(), In: f.In.Value(), AnyCase: true,
	})
}

// exactly is the fold of columns that keep upper and lower case apart.
func exactly(s string) string { return s }

// instant compares a timestamp column.
func (p place) instant(field, column string, f *model.DateTimeFilter) connection.Filter {
	if f == nil {
		return nil
	}
	return p.Time(field, column, connection.TimeCompare{
		Gt: f.Gt.Value(), Gte: f.Gte.Value(), Lt: f.Lt.Value(), Lte: f.Lte.Value(), IsNull: f.IsNull.Value(),
	})
}

// typeNames compares a column that holds names of types. One name is compared
// by equality, which keeps the order of an index that goes on.
func (p place) typeNames(field, column string, f *model.TypeNameFilter) connection.Filter {
	if f == nil {
		return nil
	}
	in, notIn := f.In.Value(), f.NotIn.Value()
	listed := connection.Enum(p.Budget, field, column, in, notIn)
	if len(in) == 1 && notIn == nil {
		return sql.FieldEQ(column, in[0])
	}
	return listed
}

// plainEnum is what may be written into a statement.
var plainEnum = regexp.MustCompile(`^[A-Z_]+$`)

// enum compares an enum column. One value is written into the statement, so
// that an index that goes on with a sort key keeps its order.
func enum[E ~string](p place, field, column string, in, notIn graphql.Omittable[[]E]) connection.Filter {
	f := connection.Enum(p.Budget, field, column, in.Value(), notIn.Value())
	if one := in.Value(); f != nil && notIn.Value() == nil && len(one) == 1 && plainEnum.MatchString(string(one[0])) {
		return constant(column, "=", string(one[0]))
	}
	return f
}

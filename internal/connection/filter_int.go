package connection

import "entgo.io/ent/dialect/sql"

// IntCompare are the comparators of a column of whole numbers; nil is absent.
type IntCompare struct{ Gt, Gte, Lt, Lte *int64 }

// Int compares a column of whole numbers.
func (b *Budget) Int(field, column string, c IntCompare) Filter {
	var fs []Filter
	for _, one := range []struct {
		name  string
		value *int64
		build func(string, any) func(*sql.Selector)
	}{
		{"gt", c.Gt, sql.FieldGT}, {"gte", c.Gte, sql.FieldGTE}, {"lt", c.Lt, sql.FieldLT}, {"lte", c.Lte, sql.FieldLTE},
	} {
		if one.value != nil && b.spend(field, one.name) {
			fs = append(fs, one.build(column, *one.value))
		}
	}
	return And(fs...)
}

// Listed compares a value that a list of texts names, in a way of the caller's:
// one of those in holds, none of those notIn does. Nil is absent.
func (b *Budget) Listed(field string, in, notIn []string, match func(values []string) Filter) Filter {
	var fs []Filter
	for _, one := range []struct {
		name   string
		values []string
		wrap   func(Filter) Filter
	}{{"in", in, func(f Filter) Filter { return f }}, {"notIn", notIn, Not}} {
		if one.values == nil || !b.spend(field, one.name) || !b.list(len(one.values), field, one.name) {
			continue
		}
		for _, v := range one.values {
			b.text(v, field, one.name)
		}
		if len(one.values) == 0 {
			fs = append(fs, one.wrap(Or()))
			continue
		}
		fs = append(fs, one.wrap(match(one.values)))
	}
	return And(fs...)
}

package graph

import (
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"tenantry/graph/scalar"
	"tenantry/internal/fault"
)

// shapely reports whether JSON text is within the bounds of values and levels,
// before it is decoded into a hundred times its size.
func (l Limits) shapely(text []byte) bool {
	level, values, inText, escaped := 0, 1, false, false
	for _, c := range text {
		switch {
		case escaped:
			escaped = false
		case inText:
			escaped = c == '\\'
			inText = c != '"'
		case c == '"':
			inText = true
		case c == '[' || c == '{':
			level++
			values++
		case c == ']' || c == '}':
			level--
		case c == ',':
			values++
		}
		if level > l.Levels || values > l.Values {
			return false
		}
	}
	return true
}

// checkVariables holds the variables of an operation against their types,
// strictly and without repeating a value. It covers what gqlgen leaves open:
// @oneOf, NUL bytes (PostgreSQL refuses them), the form of scalars and sizes.
func (l Limits) checkVariables(schema *ast.Schema, op *ast.OperationDefinition, values map[string]any, required ...string) error {
	c := valueCheck{limits: l, schema: schema}
	for _, name := range required {
		if value, given := values[name]; given && value == nil {
			return fault.Input([]string{"variables", name}, "A value is required; leave the variable out for the default.")
		}
	}
	for _, v := range op.VariableDefinitions {
		path := []string{"variables", v.Variable}
		value, given := values[v.Variable]
		if !given && (v.DefaultValue != nil || !v.Type.NonNull) {
			continue
		}
		if err := c.value(v.Type, value, path); err != nil {
			return err
		}
	}
	return nil
}

type valueCheck struct {
	limits Limits
	schema *ast.Schema
}

func (c valueCheck) value(t *ast.Type, value any, path []string) error {
	if value == nil {
		if t.NonNull {
			return fault.Input(path, "A value is required.")
		}
		return nil
	}
	if t.Elem != nil {
		return c.list(t.Elem, value, path)
	}
	def := c.schema.Types[t.NamedType]
	if def == nil {
		return fault.Input(path, "The type is unknown.")
	}
	switch def.Kind {
	case ast.InputObject:
		return c.object(def, value, path)
	case ast.Enum:
		name, ok := value.(string)
		if !ok || def.EnumValues.ForName(name) == nil {
			return fault.Input(path, "Not a value of %s.", def.Name)
		}
		return nil
	default:
		return c.scalar(def.Name, value, path)
	}
}

func (c valueCheck) list(elem *ast.Type, value any, path []string) error {
	list, ok := value.([]any)
	if !ok {
		return c.value(elem, value, path) // one value stands for a list of one
	}
	if len(list) > c.limits.List {
		return fault.Input(path, "At most %d entries.", c.limits.List)
	}
	for i, item := range list {
		if err := c.value(elem, item, at(path, strconv.Itoa(i))); err != nil {
			return err
		}
	}
	return nil
}

func (c valueCheck) object(def *ast.Definition, value any, path []string) error {
	object, ok := value.(map[string]any)
	if !ok {
		return fault.Input(path, "Must be an object of type %s.", def.Name)
	}
	for name := range object {
		if def.Fields.ForName(name) == nil {
			return fault.Input(path, "Holds a field that %s does not have.", def.Name)
		}
	}
	for _, f := range def.Fields {
		item, given := object[f.Name]
		if !given && (f.DefaultValue != nil || !f.Type.NonNull) {
			continue
		}
		if err := c.value(f.Type, item, at(path, f.Name)); err != nil {
			return err
		}
	}
	if def.Directives.ForName("oneOf") != nil {
		for _, item := range object {
			if item == nil || len(object) != 1 {
				ok = false
			}
		}
		if !ok || len(object) == 0 {
			return fault.Input(path, "Exactly one field of %s must be given, and not null.", def.Name)
		}
	}
	return nil
}

func (c valueCheck) scalar(name string, value any, path []string) error {
	text, isText := value.(string)
	number, isNumber := value.(json.Number)
	longest := c.limits.Text
	if name == "LongText" {
		longest = c.limits.LongText
	}
	if isText && len(text) > longest {
		return fault.Input(path, "Longer than %d bytes.", longest)
	}
	var ok bool
	switch name {
	case "Int":
		_, err := strconv.ParseInt(number.String(), 10, 32)
		ok = isNumber && err == nil
	case "Float":
		_, err := number.Float64()
		ok = isNumber && err == nil
	case "Boolean":
		_, ok = value.(bool)
	case "String", "LongText":
		ok = isText
	case "ID":
		_, err := number.Int64()
		ok = isText || isNumber && err == nil
	default:
		return scalarForm(name, value, path)
	}
	if !ok {
		return fault.Input(path, "Not a value of %s.", name)
	}
	return noNUL(text, path)
}

// scalarForm checks the product's own scalars.
func scalarForm(name string, value any, path []string) error {
	if name == "DateTime" {
		if _, err := scalar.UnmarshalDateTime(value); err != nil {
			return fault.Input(path, "Must be an instant such as 2026-03-01T09:30:00Z.")
		}
	}
	if name == "Date" {
		if _, err := scalar.UnmarshalDate(value); err != nil {
			return fault.Input(path, "Must be a day such as 2026-03-01.")
		}
	}
	if name == "Decimal" {
		if _, err := scalar.UnmarshalDecimal(value); err != nil {
			return fault.Input(path, `Must be a number in a string, such as "12.50".`)
		}
	}
	if name == "BigInt" {
		if _, err := scalar.UnmarshalBigInt(value); err != nil {
			return fault.Input(path, `Must be a whole number of 64 bits in a string, such as "12".`)
		}
	}
	if text, ok := value.(string); ok {
		return noNUL(text, path)
	}
	return nil
}

func noNUL(text string, path []string) error {
	if strings.ContainsRune(text, 0) {
		return fault.Input(path, "A text cannot hold the character U+0000.")
	}
	return nil
}

// at is the path of a part; the tail is copied, for siblings share it.
func at(path []string, part string) []string { return append(slices.Clip(path), part) }

// checkLiterals looks at the values written in a valid document for what the
// rules of the specification leave open. It lists the variables that stand
// where null is not taken: with a default there, their type may allow it.
func checkLiterals(doc *ast.QueryDocument) (required []string, refused *refusal) {
	var bad *ast.Value
	var message string
	look := func(v *ast.Value) {
		if v.Kind == ast.Variable && v.ExpectedType != nil && v.ExpectedType.NonNull {
			required = append(required, v.Raw)
		}
		if err := literal(v); err != nil && bad == nil {
			bad, message = v, "The value is not valid."
			if known, ok := errors.AsType[*fault.Error](err); ok {
				message = known.Message
			}
		}
	}
	for _, op := range doc.Operations {
		for _, v := range op.VariableDefinitions {
			eachValue(v.DefaultValue, look)
		}
		eachArgument(op.SelectionSet, op.Directives, look)
	}
	for _, f := range doc.Fragments {
		eachArgument(f.SelectionSet, f.Directives, look)
	}
	if bad == nil {
		return required, nil
	}
	refused = invalidInput("%s", message)
	if bad.Position != nil {
		refused.errors[0].Locations = []gqlerror.Location{{Line: bad.Position.Line, Column: bad.Position.Column}}
	}
	return nil, refused
}

func literal(v *ast.Value) error {
	switch v.Kind {
	case ast.StringValue, ast.BlockValue:
		if v.Definition != nil {
			return scalarForm(v.Definition.Name, v.Raw, nil)
		}
		return noNUL(v.Raw, nil)
	case ast.IntValue:
		bits := 64 // beyond them the executor panics
		if v.Definition != nil && v.Definition.Name == "Int" {
			bits = 32
		}
		if _, err := strconv.ParseInt(v.Raw, 10, bits); err != nil {
			return fault.Input(nil, "The number is too large.")
		}
	case ast.FloatValue:
		if _, err := strconv.ParseFloat(v.Raw, 64); err != nil {
			return fault.Input(nil, "The number is too large.")
		}
	}
	return nil
}

func eachArgument(set ast.SelectionSet, directives ast.DirectiveList, look func(*ast.Value)) {
	arguments := func(list ast.ArgumentList) {
		for _, a := range list {
			eachValue(a.Value, look)
		}
	}
	for _, d := range directives {
		arguments(d.Arguments)
	}
	for _, selection := range set {
		switch s := selection.(type) {
		case *ast.Field:
			arguments(s.Arguments)
			eachArgument(s.SelectionSet, s.Directives, look)
		case *ast.InlineFragment:
			eachArgument(s.SelectionSet, s.Directives, look)
		case *ast.FragmentSpread:
			eachArgument(nil, s.Directives, look)
		}
	}
}

func eachValue(v *ast.Value, look func(*ast.Value)) {
	if v == nil {
		return
	}
	look(v)
	for _, child := range v.Children {
		eachValue(child.Value, look)
	}
}

package authz

import (
	"fmt"
	"io"
	"slices"
	"strconv"
)

// writeEnum writes a GraphQL enum value as JSON. The writer's error is the
// transport's to notice: gqlgen's marshalers cannot return one.
func writeEnum(w io.Writer, name string) {
	_, _ = io.WriteString(w, strconv.Quote(name))
}

// readEnum checks that v is one of the values of a string enum.
func readEnum[T ~string](v any, values []T) (T, error) {
	s, ok := v.(string)
	if !ok {
		return "", fmt.Errorf("authz: want an enum value, not %T", v)
	}
	if !slices.Contains(values, T(s)) {
		return "", fmt.Errorf("authz: %q is not one of %v", s, values)
	}
	return T(s), nil
}

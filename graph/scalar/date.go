package scalar

import (
	"fmt"
	"io"
	"time"

	"github.com/99designs/gqlgen/graphql"
)

// MarshalDate writes a day; the time of the value and its zone do not matter.
func MarshalDate(t time.Time) graphql.Marshaler {
	return graphql.WriterFunc(func(w io.Writer) {
		b := t.AppendFormat(append(make([]byte, 0, len(time.DateOnly)+2), '"'), time.DateOnly)
		_, _ = w.Write(append(b, '"'))
	})
}

// UnmarshalDate reads a day as midnight in UTC.
func UnmarshalDate(v any) (time.Time, error) {
	s, ok := v.(string)
	if !ok {
		return time.Time{}, fmt.Errorf("a Date must be a string such as 2026-03-01")
	}
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return time.Time{}, fmt.Errorf("a Date must look like 2026-03-01")
	}
	return t, nil
}

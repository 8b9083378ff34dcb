package scalar

import (
	"fmt"
	"io"
	"regexp"

	"github.com/99designs/gqlgen/graphql"
	"github.com/shopspring/decimal"
)

// decimalForm is what is read: no exponents, and no more digits than any
// amount has.
var decimalForm = regexp.MustCompile(`^-?[0-9]{1,30}(\.[0-9]{1,30})?$`)

// MarshalDecimal writes an exact number in a string.
func MarshalDecimal(d decimal.Decimal) graphql.Marshaler {
	return graphql.WriterFunc(func(w io.Writer) { _, _ = io.WriteString(w, `"`+d.String()+`"`) })
}

// UnmarshalDecimal reads an exact number from a string such as "12.50".
func UnmarshalDecimal(v any) (decimal.Decimal, error) {
	s, ok := v.(string)
	if !ok || !decimalForm.MatchString(s) {
		return decimal.Decimal{}, fmt.Errorf("a Decimal must be a string such as \"12.50\"")
	}
	d, err := decimal.NewFromString(s)
	if err != nil {
		return decimal.Decimal{}, fmt.Errorf("a Decimal must be a string such as \"12.50\"")
	}
	return d, nil
}

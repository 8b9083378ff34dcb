package billing

import (
	"math/big"
	"strconv"

	"github.com/shopspring/decimal"
	"golang.org/x/text/currency"

	"tenantry/internal/fault"
)

// priceScale is how many decimals the database keeps of a price.
const priceScale = 4

// Bounds of what can be asked for. Above maxAmount a line is no bill that
// anybody meant.
func maxPrice() decimal.Decimal  { return decimal.New(1, 9) }
func maxAmount() decimal.Decimal { return decimal.New(1, 14) }

// minorUnit is how many decimals the amounts of a currency have.
func minorUnit(code string) int32 {
	unit, err := currency.ParseISO(code)
	if err != nil {
		return 2
	}
	scale, _ := currency.Standard.Rounding(unit)
	return int32(min(scale, priceScale)) //nolint:gosec // a few digits
}

// Round brings an amount to the minor unit of its currency, half to even.
func Round(amount decimal.Decimal, code string) decimal.Decimal {
	return amount.RoundBank(minorUnit(code))
}

// Share is a price times part/whole, in the minor unit, half to even. It is
// rounded once, from the exact quotient.
func Share(price decimal.Decimal, part, whole int, code string) decimal.Decimal {
	scale := minorUnit(code)
	exact := price.Rat()
	exact.Mul(exact, big.NewRat(int64(part), int64(whole)))
	exact.Mul(exact, new(big.Rat).SetInt(pow10(scale)))
	return decimal.NewFromBigInt(halfEven(exact), -scale)
}

// halfEven is the nearest whole number, of two the even one.
func halfEven(r *big.Rat) *big.Int {
	quotient, rest := new(big.Int), new(big.Int)
	quotient.DivMod(r.Num(), r.Denom(), rest) // rest is never below nought
	switch rest.Lsh(rest, 1).Cmp(r.Denom()) {
	case 1:
		quotient.Add(quotient, big.NewInt(1))
	case 0:
		if quotient.Bit(0) == 1 {
			quotient.Add(quotient, big.NewInt(1))
		}
	}
	return quotient
}

func pow10(n int32) *big.Int { return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil) }

// currencyCode checks the code of a currency that is in use.
func currencyCode(s string) (stored, wrong string) {
	unit, err := currency.ParseISO(s)
	if err != nil || unit.String() == "XXX" || unit.String() == "XTS" {
		return "", "This is not a currency of ISO 4217, such as EUR."
	}
	return unit.String(), ""
}

// price checks a price.
func price(errs *fault.Refusals, path string, d decimal.Decimal) {
	switch {
	case d.IsNegative() || d.GreaterThan(maxPrice()):
		errs.Add(fault.Invalid, path, "A price is from 0 to 1,000,000,000.")
	case !d.Equal(d.Truncate(priceScale)):
		errs.Add(fault.Invalid, path, "A price has at most %d decimals.", priceScale)
	}
}

// between checks a whole number.
func between(errs *fault.Refusals, path string, n, low, high int) {
	if n < low || n > high {
		errs.Add(fault.Invalid, path, "This is a number from %s to %s.", strconv.Itoa(low), strconv.Itoa(high))
	}
}

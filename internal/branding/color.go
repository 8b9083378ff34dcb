package branding

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"tenantry/internal/fault"
)

// Contrasts after WCAG 2.2: of text (1.4.3), and of marks and controls (1.4.11).
const (
	textContrast = 4.5
	markContrast = 3.0
)

// color is a colour of sRGB.
type color [3]uint8

// parseColor reads #RRGGBB.
func parseColor(s string) (c color, ok bool) {
	digits, found := strings.CutPrefix(s, "#")
	n, err := strconv.ParseUint(digits, 16, 32)
	if !found || len(digits) != 6 || err != nil {
		return c, false
	}
	return color{uint8(n >> 16), uint8(n >> 8), uint8(n)}, true //nolint:gosec // three bytes
}

// String writes #RRGGBB.
func (c color) String() string { return fmt.Sprintf("#%02X%02X%02X", c[0], c[1], c[2]) }

// luminance is the relative luminance of WCAG 2.2, from 0 (black) to 1 (white).
func (c color) luminance() float64 {
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c[0]) + 0.7152*linear(c[1]) + 0.0722*linear(c[2])
}

// contrast is the contrast ratio of WCAG 2.2, from 1 to 21.
func contrast(a, b color) float64 {
	light, dark := math.Max(a.luminance(), b.luminance()), math.Min(a.luminance(), b.luminance())
	return (light + 0.05) / (dark + 0.05)
}

var (
	white = color{255, 255, 255}
	black = color{}
)

// On is the colour of text that is told apart best on a colour: black or white.
func On(background string) string {
	c, ok := parseColor(background)
	if !ok || contrast(c, white) >= contrast(c, black) {
		return white.String()
	}
	return black.String()
}

// darkened is the colour of the same hue, as light as it may be, that reaches a
// contrast on white.
func (c color) darkened(want float64) color {
	for share := 99; share > 0; share-- {
		var d color
		for i, v := range c {
			d[i] = uint8(int(v) * share / 100) //nolint:gosec // smaller than v
		}
		if contrast(d, white) >= want {
			return d
		}
	}
	return black
}

// checkColor wants a colour that can be told apart on white, and answers it in
// its one spelling.
func checkColor(errs *fault.Refusals, path, s string, want float64) *string {
	c, ok := parseColor(strings.TrimSpace(s))
	if !ok {
		errs.Add(fault.Invalid, path, "This is not a colour, such as #1F4E79.")
		return nil
	}
	if got := contrast(c, white); got < want {
		errs.Add(fault.Invalid, path, "On white the colour reaches a contrast of %.1f to 1, and %.1f is needed. %s would do.",
			math.Floor(got*10)/10, want, c.darkened(want))
		return nil
	}
	text := c.String()
	return &text
}

package branding

import (
	"math"
	"strings"
	"testing"

	"tenantry/internal/fault"
)

// Ratios as other programs compute them after WCAG 2.2.
func TestContrast(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		a, b string
		want float64
	}{
		{"#000000", "#FFFFFF", 21}, {"#FFFFFF", "#FFFFFF", 1}, {"#777777", "#FFFFFF", 4.48}, {"#767676", "#FFFFFF", 4.54},
		{"#FF0000", "#FFFFFF", 4.00}, {"#0000FF", "#FFFFFF", 8.59}, {"#FFFF00", "#FFFFFF", 1.07}, {"#FFFF00", "#000000", 19.56},
	} {
		a, okA := parseColor(c.a)
		b, okB := parseColor(c.b)
		if got := contrast(a, b); !okA || !okB || math.Abs(got-c.want) > 0.005 || got != contrast(b, a) {
			t.Errorf("%s on %s: %.3f, want %.2f", c.a, c.b, got, c.want)
		}
	}
}

func TestParseColor(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{"#1f4e79": "#1F4E79", "#ABCDEF": "#ABCDEF", "#000000": "#000000"} {
		if c, ok := parseColor(in); !ok || c.String() != want {
			t.Errorf("%q: %v %v, want %s", in, c, ok, want)
		}
	}
	for _, in := range []string{"", "#", "1F4E79", "#FFF", "#1F4E7", "#1F4E799", "#-1F4E7", "#+1F4E7", "#1F4E7G", "#0x1F4E", "red", "rgb(0,0,0)", "##1F4E7"} {
		if c, ok := parseColor(in); ok {
			t.Errorf("%q was taken for %v", in, c)
		}
	}
}

// TestCheckColor: text needs more contrast than marks do, and whoever is refused
// is told a colour of the same hue that would do.
func TestCheckColor(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		in         string
		want       float64
		stored     string // empty: refused
		suggestion string
	}{
		{"#1f4e79", textContrast, "#1F4E79", ""},
		{" #767676 ", textContrast, "#767676", ""},
		{"#777777", textContrast, "", "#757575"},
		{"#777777", markContrast, "#777777", ""},
		{"#FF8800", markContrast, "", "#E27900"},
		{"#FFFFFF", textContrast, "", "#757575"},
		{"orange", markContrast, "", ""},
	} {
		var errs fault.Refusals
		got := checkColor(&errs, "input.primaryColor", c.in, c.want)
		if c.stored != "" {
			if got == nil || *got != c.stored || len(errs) > 0 {
				t.Errorf("%s at %.1f: %v %v", c.in, c.want, got, errs)
			}
			continue
		}
		if got != nil || len(errs) != 1 || errs[0].Code != fault.Invalid || strings.Join(errs[0].Path, ".") != "input.primaryColor" || !strings.Contains(errs[0].Message, c.suggestion) {
			t.Errorf("%s at %.1f: %v %#v", c.in, c.want, got, errs)
		}
		if c.suggestion == "" {
			continue
		}
		if again := checkColor(new(fault.Refusals), "", c.suggestion, c.want); again == nil {
			t.Errorf("what %s is told would not do: %s", c.in, c.suggestion)
		}
	}
}

func TestOn(t *testing.T) {
	t.Parallel()
	for background, want := range map[string]string{
		"#000000": "#FFFFFF", "#1F4E79": "#FFFFFF", "#FFFFFF": "#000000", "#FFFF00": "#000000", "#757575": "#FFFFFF", "#777777": "#000000", "no colour": "#FFFFFF",
	} {
		if got := On(background); got != want {
			t.Errorf("on %s: %s, want %s", background, got, want)
		}
	}
}

// The platform's own colours keep the rules they set.
func TestPlatform(t *testing.T) {
	t.Parallel()
	var errs fault.Refusals
	look := Platform()
	checkColor(&errs, "primary", look.PrimaryColor, textContrast)
	checkColor(&errs, "accent", look.AccentColor, markContrast)
	if len(errs) > 0 || look.ProductName == "" {
		t.Errorf("%+v %v", look, errs)
	}
}

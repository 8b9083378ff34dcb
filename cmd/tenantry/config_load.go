package main

import (
	"encoding"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// loadConfig reads the configuration and checks what was given. getenv is
// os.Getenv; an empty variable counts as absent.
func loadConfig(getenv func(string) string) (*Config, error) {
	cfg := &Config{}
	dev, err := strconv.ParseBool(orElse(getenv("TENANTRY_DEV"), "false"))
	if err != nil {
		return nil, fmt.Errorf("configuration: TENANTRY_DEV must be 1 or 0")
	}
	var bad []string
	for _, key := range cfg.keys() {
		value := getenv(key.Env)
		if value == "" && dev {
			value = key.Dev
		}
		if value = orElse(value, key.Default); value == "" {
			continue
		}
		if err := setField(key.value, value); err != nil {
			bad = append(bad, key.Env+" "+err.Error())
		}
	}
	if len(bad) > 0 {
		return nil, fmt.Errorf("configuration: %s", strings.Join(bad, "; "))
	}
	return cfg, cfg.Validate()
}

// Require refuses a verb whose keys are missing, all of them named at once.
// Development needs none.
func (c *Config) Require(verb string) error {
	if c.Dev {
		return nil
	}
	var missing []string
	for _, key := range c.keys() {
		if slices.Contains(key.Need, verb) && key.value.IsZero() {
			missing = append(missing, key.Env)
		}
	}
	if len(missing) > 0 {
		return fmt.Errorf("configuration: %s must be set (TENANTRY_DEV=1 starts a development server without them)", strings.Join(missing, ", "))
	}
	return nil
}

// configKey is one field of Config with what its tags say.
type configKey struct {
	Env, Default, Dev, Doc string
	Need                   []string
	Secret                 bool
	value                  reflect.Value
}

func (c *Config) keys() []configKey {
	v := reflect.ValueOf(c).Elem()
	keys := make([]configKey, 0, v.NumField())
	for i := range v.NumField() {
		f := v.Type().Field(i)
		keys = append(keys, configKey{
			Env: f.Tag.Get("env"), Default: f.Tag.Get("default"), Dev: f.Tag.Get("dev"), Doc: f.Tag.Get("doc"),
			Need:   strings.Fields(f.Tag.Get("need")),
			Secret: f.Type == reflect.TypeFor[Secret](),
			value:  v.Field(i),
		})
	}
	return keys
}

// setField parses a value into a field. Its errors never repeat the value of
// a Secret, which is taken as it is.
func setField(field reflect.Value, value string) error {
	if u, ok := field.Addr().Interface().(encoding.TextUnmarshaler); ok {
		return u.UnmarshalText([]byte(value))
	}
	switch field.Interface().(type) {
	case Secret, string:
		field.SetString(value)
	case bool:
		b, err := strconv.ParseBool(value)
		switch value {
		case "on":
			b, err = true, nil
		case "off":
			b, err = false, nil
		}
		if err != nil {
			return fmt.Errorf("must be 1 or 0, on or off")
		}
		field.SetBool(b)
	case int:
		n, err := strconv.Atoi(value)
		if err != nil {
			return fmt.Errorf("must be a whole number")
		}
		field.SetInt(int64(n))
	case []string:
		field.Set(reflect.ValueOf(list(value)))
	default:
		return fmt.Errorf("has a type that cannot be read: %s", field.Type())
	}
	return nil
}

// list splits at commas and drops spaces and empty items.
func list(s string) []string {
	var items []string
	for item := range strings.SplitSeq(s, ",") {
		if item = strings.TrimSpace(item); item != "" {
			items = append(items, item)
		}
	}
	return items
}

func orElse(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

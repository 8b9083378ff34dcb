package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write golden files")

func env(pairs ...string) func(string) string {
	return func(key string) string {
		for _, pair := range pairs {
			if name, value, _ := strings.Cut(pair, "="); name == key {
				return value
			}
		}
		return ""
	}
}

func TestConfigPageIsPrinted(t *testing.T) {
	var page bytes.Buffer
	if err := writeConfigPage(&page); err != nil {
		t.Fatal(err)
	}
	const path = "../../docs/configuration.md"
	if *update {
		if err := os.WriteFile(path, page.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	kept, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(kept), page.String()); diff != "" {
		t.Errorf("run: go run ./cmd/tenantry config --markdown > docs/configuration.md\n%s", diff)
	}
}

func TestConfigKeysAreDescribed(t *testing.T) {
	for _, key := range new(Config).keys() {
		if key.Env == "" || !strings.HasSuffix(key.Doc, ".") {
			t.Errorf("key %q: %q is no sentence", key.Env, key.Doc)
		}
	}
}

func TestConfigRefusesByName(t *testing.T) {
	long := "TENANTRY_SECRET=" + strings.Repeat("s", 32)
	for name, tt := range map[string]struct {
		env  []string
		want []string // parts of the error; none = no error
	}{
		"nothing in production":  {nil, []string{"TENANTRY_PUBLIC_URL", "TENANTRY_SECRET", "TENANTRY_SMTP_URL"}},
		"nothing in development": {[]string{"TENANTRY_DEV=1"}, nil},
		"all that is needed":     {[]string{long, "TENANTRY_SMTP_URL=smtp://h?from=a@b.test", "TENANTRY_PUBLIC_URL=https://t.test/"}, nil},
		"short secret":           {[]string{"TENANTRY_DEV=1", "TENANTRY_SECRET=short-and-secret"}, []string{"TENANTRY_SECRET must have at least 32 bytes; it has 16"}},
		"origin with path":       {[]string{"TENANTRY_DEV=1", "TENANTRY_CORS_ORIGINS=https://a.test, https://b.test/x"}, []string{"TENANTRY_CORS_ORIGINS", "b.test/x"}},
		"numbers":                {[]string{"TENANTRY_DEV=1", "TENANTRY_MAX_CONNS=many"}, []string{"TENANTRY_MAX_CONNS must be a whole number"}},
		"two mistakes":           {[]string{"TENANTRY_DEV=1", "TENANTRY_ADDR=8080", "TENANTRY_MAX_CONNS=1"}, []string{"TENANTRY_ADDR", "TENANTRY_MAX_CONNS"}},
		"proxies":                {[]string{"TENANTRY_DEV=1", "TENANTRY_TRUSTED_PROXIES=10.0.0.0/8,nowhere"}, []string{"TENANTRY_TRUSTED_PROXIES", "nowhere"}},
		"unclear switch":         {[]string{"TENANTRY_DEV=perhaps"}, []string{"TENANTRY_DEV"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			cfg, err := loadConfig(env(tt.env...))
			if err == nil {
				err = cfg.Require(needServe)
			}
			if (err != nil) != (len(tt.want) > 0) {
				t.Fatalf("error = %v, want %q", err, tt.want)
			}
			for _, part := range tt.want {
				if !strings.Contains(err.Error(), part) {
					t.Errorf("error %q does not say %q", err, part)
				}
			}
			if err != nil && strings.Contains(err.Error(), "short-and-secret") {
				t.Errorf("error repeats the secret: %v", err)
			}
		})
	}
}

func TestConfigNeverShowsSecrets(t *testing.T) {
	cfg, err := loadConfig(env("TENANTRY_DEV=1", "DATABASE_URL=postgres://u:hunter2@h/d", "TENANTRY_SMTP_URL=smtp://u:hunter2@h"))
	if err != nil {
		t.Fatal(err)
	}
	for _, verb := range []string{"%v", "%+v", "%#v", "%s"} {
		if s := fmt.Sprintf(verb, cfg); strings.Contains(s, "hunter2") {
			t.Errorf("%s shows a secret: %s", verb, s)
		}
	}
}

func TestConfigDevelopmentAddress(t *testing.T) {
	for addr, want := range map[string]string{
		"":               "http://localhost:8080",
		"127.0.0.1:9000": "http://localhost:9000",
		"0.0.0.0:9000":   "http://localhost:9000",
		"[::1]:9000":     "http://localhost:9000",
		":9000":          "http://localhost:9000",
		"192.0.2.7:9000": "http://192.0.2.7:9000",
		"desk.test:9000": "http://desk.test:9000",
	} {
		cfg, err := loadConfig(env("TENANTRY_DEV=1", "TENANTRY_ADDR="+addr))
		if err != nil || cfg.PublicURL != want {
			t.Errorf("%q: %q, %v; want %q", addr, cfg.PublicURL, err, want)
		}
	}
}

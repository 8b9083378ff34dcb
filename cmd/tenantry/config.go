package main

import (
	"fmt"
	"log/slog"
	"net"
	"net/netip"
	"net/url"
	"slices"
	"strings"
)

// Config holds every key the program reads, from the environment alone.
// docs/configuration.md is printed from it. The tags are: env, the name;
// default; dev, the default with TENANTRY_DEV=1; need, the verbs that refuse
// to run without it outside development; doc, one or two sentences.
type Config struct {
	DatabaseURL  Secret `env:"DATABASE_URL" doc:"PostgreSQL 14 or newer, as a URL or as key=value pairs. Without it the program starts a private PostgreSQL in the data directory and stops it when it ends. Say pgbouncer=true, or use port 6432, behind a transaction pooler."`
	ReadURL      Secret `env:"DATABASE_READ_URL" doc:"Replicas for reads that may lag; without it every read goes to the primary."`
	MigrationURL Secret `env:"TENANTRY_MIGRATION_URL" doc:"The same database as its owner, for migrations and for seed. Without it DATABASE_URL is used, and the audit log is not protected from the program itself."`

	Addr           string   `env:"TENANTRY_ADDR" default:"127.0.0.1:8080" doc:"Address to listen on. Port 0 takes a free one."`
	PublicURL      string   `env:"TENANTRY_PUBLIC_URL" need:"serve reseller" doc:"Address at which people reach the program: the start of every link in a mail. In development it follows TENANTRY_ADDR, with localhost for this machine: passkeys need a name."`
	CORSOrigins    []string `env:"TENANTRY_CORS_ORIGINS" doc:"Origins whose pages may call the API with the session cookie, separated by commas: https://admin.example.test."`
	TrustedProxies Networks `env:"TENANTRY_TRUSTED_PROXIES" doc:"Addresses or networks (10.0.0.0/8) of proxies whose X-Forwarded-For is believed, separated by commas."`

	DataDir string `env:"TENANTRY_DATA_DIR" doc:"Folder of the private PostgreSQL, the development mailbox and the generated secret. Without it: tenantry below the user's state folder, /var/lib/tenantry for root."`
	PGBin   string `env:"PG_BIN" doc:"Folder of initdb and postgres for the private PostgreSQL. Without it PATH and the usual places are searched, newest version first."`

	Secret  Secret `env:"TENANTRY_SECRET" need:"serve reseller" doc:"At least 32 bytes that only the program knows; links in invitations and session tokens are made from it. Every process of an installation has the same. In development one is made and kept in the data directory."`
	SMTPURL Secret `env:"TENANTRY_SMTP_URL" need:"serve" doc:"Mail server: smtp://user:password@host:587?from=noreply@mail.test, or smtps://. In development mails go to /dev/mailbox when it is empty."`

	Dev          bool   `env:"TENANTRY_DEV" default:"false" doc:"Development: demo data and accounts, Playground, mailbox, cookies without TLS. Never on a reachable machine."`
	DemoPassword Secret `env:"TENANTRY_DEMO_PASSWORD" default:"tenantry-demo" doc:"Password of the demo accounts when they are written."`

	TrustedDocumentsOnly bool `env:"TENANTRY_TRUSTED_DOCUMENTS_ONLY" default:"false" doc:"Answer only operations of the stored list of documents; everything else is refused."`
	StatementCache       bool `env:"TENANTRY_STATEMENT_CACHE" default:"on" doc:"Keep statements prepared on each connection. Off by itself behind a transaction pooler."`
	MaxConns             int  `env:"TENANTRY_MAX_CONNS" default:"8" doc:"Connections to PostgreSQL, at least 4. About four for each core of the database."`

	LogLevel     slog.Level `env:"TENANTRY_LOG_LEVEL" default:"INFO" dev:"WARN" doc:"DEBUG, INFO, WARN or ERROR. Lines are JSON on standard error, text in development; they hold no personal data."`
	OTLPEndpoint string     `env:"OTEL_EXPORTER_OTLP_ENDPOINT" doc:"Where OpenTelemetry traces are sent over HTTP, such as http://127.0.0.1:4318; without it none are made. The other OTEL_ variables of the exporter are read too."`
}

// The verbs named by need tags.
const (
	needServe    = "serve"
	needReseller = "reseller"
)

// minSecret is the shortest TENANTRY_SECRET in bytes.
const minSecret = 32

// Validate checks every key that has a value, and completes what development
// derives from other keys. It reports all mistakes at once.
func (c *Config) Validate() error {
	var bad []string
	wrong := func(key, format string, args ...any) {
		bad = append(bad, key+" "+fmt.Sprintf(format, args...))
	}
	host, port, err := net.SplitHostPort(c.Addr)
	if err != nil {
		wrong("TENANTRY_ADDR", "must be host:port")
	}
	if c.Dev && c.PublicURL == "" {
		c.PublicURL = "http://" + net.JoinHostPort(ownName(host), port)
	}
	c.PublicURL = strings.TrimRight(c.PublicURL, "/")
	if c.PublicURL != "" && !webOrigin(c.PublicURL) {
		wrong("TENANTRY_PUBLIC_URL", "must be http:// or https:// with a host and nothing behind it")
	}
	for _, origin := range c.CORSOrigins {
		if !webOrigin(origin) {
			wrong("TENANTRY_CORS_ORIGINS", "holds %q, which is no origin such as https://admin.example.test", origin)
		}
	}
	if c.Secret != "" && len(c.Secret) < minSecret {
		wrong("TENANTRY_SECRET", "must have at least %d bytes; it has %d", minSecret, len(c.Secret))
	}
	if c.MaxConns < 4 {
		wrong("TENANTRY_MAX_CONNS", "must be at least 4")
	}
	if c.Dev && len(c.DemoPassword) < 8 {
		wrong("TENANTRY_DEMO_PASSWORD", "must have at least 8 characters")
	}
	if c.OTLPEndpoint != "" {
		if u, err := url.Parse(c.OTLPEndpoint); err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
			wrong("OTEL_EXPORTER_OTLP_ENDPOINT", "must be an http:// or https:// address")
		}
	}
	if len(bad) > 0 {
		slices.Sort(bad)
		return fmt.Errorf("configuration: %s", strings.Join(bad, "; "))
	}
	return nil
}

// ownName is what browsers on this machine call the host that is listened on.
// They make passkeys for names alone, and localhost is one they trust without
// TLS.
func ownName(host string) string {
	if addr, err := netip.ParseAddr(host); host == "" || err == nil && (addr.IsLoopback() || addr.IsUnspecified()) {
		return "localhost"
	}
	return host
}

// webOrigin tells whether s is a scheme of the web and a host, nothing more.
func webOrigin(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" &&
		u.User == nil && (u.Path == "" || u.Path == "/") && u.RawQuery == "" && u.Fragment == ""
}

// Secret is a value that no log line, error or page shows.
type Secret string

// String hides the value.
func (s Secret) String() string {
	if s == "" {
		return ""
	}
	return "(set)"
}

// GoString hides the value from %#v.
func (s Secret) GoString() string { return s.String() }

// LogValue hides the value from slog.
func (s Secret) LogValue() slog.Value { return slog.StringValue(s.String()) }

// MarshalText hides the value from encoders.
func (s Secret) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// Reveal is the value itself, for the one place that uses it.
func (s Secret) Reveal() string { return string(s) }

// Networks is a list of networks; an address alone stands for itself.
type Networks []netip.Prefix

// UnmarshalText reads a list separated by commas.
func (n *Networks) UnmarshalText(text []byte) error {
	*n = nil
	for _, item := range list(string(text)) {
		prefix, err := netip.ParsePrefix(item)
		if err != nil {
			addr, addrErr := netip.ParseAddr(item)
			if addrErr != nil {
				return fmt.Errorf("%q is neither an address nor a network", item)
			}
			prefix = netip.PrefixFrom(addr, addr.BitLen())
		}
		*n = append(*n, prefix.Masked())
	}
	return nil
}

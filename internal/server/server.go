// Package server answers which HTTP path leads where, and what surrounds every
// request: its id, the client's address, headers, cross-origin rules, the
// access log, metrics and traces. It knows nothing of GraphQL.
package server

import (
	"cmp"
	"context"
	"crypto/rand"
	"io"
	"log/slog"
	"net/http"
	"net/netip"
	"slices"
	"time"

	"github.com/rs/cors"
	"go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/trace"

	"tenantry/console"
	"tenantry/internal/mail"
	"tenantry/internal/server/playground"
)

// Config is what the routes lead to. GraphQL and Ready are required.
type Config struct {
	GraphQL http.Handler
	Session func(http.Handler) http.Handler // turns a request into a viewer; nil: nobody is signed in
	Ready   func(context.Context) error     // nil error: database and migrations are as they should be
	Metrics http.Handler                    // nil: no /metrics
	// SSO trades the token of an account for a sign-in link. Nil: no /sso.
	SSO http.Handler
	// Logo hands out pictures; {reseller} and {logo} name one. Nil: no /branding.
	Logo http.Handler
	// LogoUpload takes pictures; the token of an address is {token}. Nil: no /uploads.
	LogoUpload http.Handler
	// Downloads hands out files; the token of a link is {token}. Nil: no /downloads.
	Downloads http.Handler

	// Dev opens the playground, the mailbox and the personas, and leaves out
	// what only makes sense behind TLS.
	Dev      bool
	Mailbox  Mailbox
	Personas any // printed as JSON
	// Console leads the links of mails into the console, which must be built;
	// otherwise small pages of this package answer them.
	Console bool

	CORSOrigins []string // exact origins that may call with cookies; with "*" among them: any, without
	// TrustedProxies are the networks of proxies before the process. Their
	// entries in X-Forwarded-For are believed, nobody else's.
	TrustedProxies []netip.Prefix
	Tracer         trace.TracerProvider // nil: no traces
	Logger         *slog.Logger         // nil means slog.Default
	Rand           io.Reader            // for request ids; nil means crypto/rand
	Now            func() time.Time     // nil means time.Now
}

// Mailbox is where development mails are kept.
type Mailbox interface {
	List(limit int) ([]mail.Stored, error)
	Get(id string) (mail.Stored, error)
}

// New makes the handler of the whole process.
func New(cfg Config) http.Handler {
	cfg.Logger = cmp.Or(cfg.Logger, slog.Default())
	if cfg.Rand == nil {
		cfg.Rand = rand.Reader
	}
	if cfg.Now == nil {
		cfg.Now = time.Now
	}
	mux := http.NewServeMux()
	api := cfg.GraphQL
	if cfg.Session != nil {
		api = cfg.Session(api)
	}
	mux.Handle("/graphql", api)
	mux.HandleFunc("GET /healthz", healthy)
	mux.Handle("GET /readyz", readiness(cfg))
	mux.Handle("GET /{$}", index(cfg))
	mux.Handle("GET /invitation", opened(cfg, "/invitation", invitation(cfg)))
	mux.Handle("GET /password", opened(cfg, "/password", linkPage(cfg, "password.html")))
	mux.Handle("GET /email", opened(cfg, "/email", linkPage(cfg, "email.html")))
	mux.Handle("GET /pages/{file}", assets())
	if cfg.SSO != nil {
		mux.Handle("POST /sso/exchange", cfg.SSO)
		mux.Handle("GET /sso", opened(cfg, "/sso", linkPage(cfg, "sso.html")))
	}
	if cfg.Downloads != nil {
		mux.Handle("GET /downloads/{token}", cfg.Downloads)
	}
	if cfg.Logo != nil {
		mux.Handle("GET /branding/logos/{reseller}/{logo}", cfg.Logo)
	}
	if cfg.LogoUpload != nil {
		mux.Handle("PUT /uploads/logo/{token}", cfg.LogoUpload)
	}
	page := console.Handler()
	mux.Handle(console.Path+"/", page)
	mux.Handle(console.Path, http.RedirectHandler(console.Path+"/", http.StatusMovedPermanently))
	if cfg.Metrics != nil {
		mux.Handle("GET /metrics", cfg.Metrics)
	}
	if cfg.Dev {
		page := playground.Handler()
		mux.Handle(playground.Path, page)
		mux.Handle(playground.Path+"/", page)
		development(mux, cfg)
	}
	h := crossOrigin(cfg.CORSOrigins, mux)
	h = secure(cfg.Dev, h)
	h = surround(cfg, h)
	if cfg.Tracer != nil {
		h = otelhttp.NewHandler(h, "http",
			otelhttp.WithTracerProvider(cfg.Tracer),
			otelhttp.WithPropagators(propagation.TraceContext{}),
			otelhttp.WithSpanNameFormatter(func(_ string, r *http.Request) string { return known(r.Method) }))
	}
	return h
}

// crossOrigin lets pages of the listed origins call the API.
func crossOrigin(origins []string, next http.Handler) http.Handler {
	if len(origins) == 0 {
		return next
	}
	return cors.New(cors.Options{
		AllowedOrigins:   origins,
		AllowCredentials: !slices.Contains(origins, "*"),
		AllowedMethods:   []string{http.MethodGet, http.MethodPost, http.MethodPut},
		AllowedHeaders: []string{"Content-Type", "Authorization", "GraphQL-Require-Preflight", "Apollo-Require-Preflight",
			"X-Requested-With", "X-Request-Id", "Traceparent", "Tracestate"},
		ExposedHeaders: []string{"X-Request-Id", "Retry-After"},
		MaxAge:         600,
	}).Handler(next)
}

// secure sets the headers that browsers protect people by. Pages that need
// more than nothing set a policy of their own.
func secure(dev bool, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Content-Security-Policy", "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		if !dev {
			h.Set("Strict-Transport-Security", "max-age=31536000")
		}
		next.ServeHTTP(w, r)
	})
}

package graph

import (
	"cmp"
	"context"
	"log/slog"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"

	"tenantry/authz"
	"tenantry/graph/generated"
)

// ServerConfig is what the API is built of.
type ServerConfig struct {
	Resolver   *Resolver
	Authorizer *authz.Authorizer
	// Introspection tells whether the caller may ask about the schema, and with
	// it whether errors suggest names. Nil means nobody.
	Introspection func(context.Context) bool
	Manifest      map[string]string // trusted documents: SHA-256 in bare hex → text
	TrustedOnly   bool              // refuse every other text
	Limits        Limits            // zero fields mean their defaults
	Streams       *Streams          // nil: no subscriptions
	Observe       func(context.Context, Observation)
	Logger        *slog.Logger // nil means slog.Default
}

// Observation is what is measured of one request. It holds nothing of what
// was asked or answered.
type Observation struct {
	Operation string // as the client named it, of any text: bound it before using it as a label
	Trusted   bool   // the operation is one of the manifest, so its name is bounded
	Kind      string // query, mutation, subscription, or none when the request did not get so far
	Status    int    // of HTTP
	Codes     []string
	Cost      int
	Duration  time.Duration // of a subscription: until it began
}

// NewServer makes the handler of the API.
func NewServer(cfg ServerConfig) http.Handler {
	return newServer(cfg, cfg.Resolver)
}

// newServer takes any root of resolvers, so that tests can bring their own.
func newServer(cfg ServerConfig, root generated.ResolverRoot) http.Handler {
	cfg.Limits, cfg.Logger = cfg.Limits.withDefaults(), cmp.Or(cfg.Logger, slog.Default())
	config := generated.Config{Resolvers: root}
	guard := newGuard(cfg.Authorizer, generated.NewExecutableSchema(config).Schema())
	config.Directives.HasPermission = guard.hasPermission
	config.Directives.StepUp = stepUp(time.Now)
	config.Directives.OwnSession = ownSessionOnly
	if r, ok := root.(*Resolver); ok {
		config.Directives.HasPermission = r.compiling(guard.hasPermission)
		config.Directives.StepUp = stepUp(r.Now)
	}
	return serve(cfg, guard, generated.NewExecutableSchema(config))
}

// serve puts an executable schema behind our transport. gqlgen's own handler
// is left out: it brings transports with it that are never used here.
func serve(cfg ServerConfig, g guard, es graphql.ExecutableSchema) http.Handler {
	errors := presenter{log: cfg.Logger}
	exec := executor.New(es)
	exec.SetErrorPresenter(errors.present)
	exec.SetRecoverFunc(errors.recovered)
	exec.SetQueryCache(contextCache{})
	exec.SetParserTokenLimit(cfg.Limits.Tokens)
	exec.AroundOperations(loaderMiddleware)
	exec.AroundRootFields(g.aroundRoot)
	return &transport{
		ServerConfig: cfg, exec: exec, guard: g, present: errors, documents: newDocuments(es.Schema(), cfg),
	}
}

package server

import (
	"cmp"
	"context"
	"database/sql"
	"net/http"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"tenantry/graph"
	"tenantry/internal/session"
)

// Metrics are the numbers of one process. Operations are named only when they
// are trusted documents, so that no client can make up series.
type Metrics struct {
	registry   *prometheus.Registry
	requests   *prometheus.CounterVec
	seconds    *prometheus.HistogramVec
	statements *prometheus.CounterVec
	jobs       *prometheus.HistogramVec
	signIns    *prometheus.CounterVec
	events     *prometheus.CounterVec
	ledger     ledger
}

// NewMetrics makes an empty set with the numbers of the Go runtime.
func NewMetrics() *Metrics {
	m := &Metrics{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "tenantry_requests_total", Help: "Operations by name, kind and outcome: ok or the first error's code.",
		}, []string{"operation", "kind", "outcome"}),
		seconds: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "tenantry_request_duration_seconds", Help: "Time from the first byte read to the last byte written.",
			Buckets: []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 10},
		}, []string{"operation"}),
		statements: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "tenantry_sql_statements_total", Help: "SQL statements sent for operations.",
		}, []string{"operation"}),
		jobs: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "tenantry_job_duration_seconds", Help: "Time of one attempt at a job, by kind and outcome.",
			Buckets: []float64{.005, .025, .1, .5, 2.5, 10, 60},
		}, []string{"kind", "outcome"}),
		signIns: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "tenantry_sign_ins_total", Help: "Attempts to sign in, with a password, a passkey or a single sign-on link, by outcome.",
		}, []string{"outcome"}),
		events: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "tenantry_events_total", Help: "What the business and the clock brought: invoices, usage records, sessions of staff in customers' portals, rows swept.",
		}, []string{"event"}),
	}
	m.ledger = newLedger(m.registry)
	m.registry.MustRegister(m.requests, m.seconds, m.statements, m.jobs, m.signIns, m.events,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

// Handler prints the numbers.
func (m *Metrics) Handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
}

// Pool adds the numbers of a connection pool under a name of ours.
func (m *Metrics) Pool(name string, db *sql.DB) {
	m.registry.MustRegister(collectors.NewDBStatsCollector(db, name))
}

// Live adds the numbers of open streams and of what they follow.
func (m *Metrics) Live(streams, subscriptions func() int) {
	for name, g := range map[string]struct {
		help  string
		count func() int
	}{
		"tenantry_streams":       {"Open event streams and WebSockets.", streams},
		"tenantry_subscriptions": {"Open subscriptions.", subscriptions},
	} {
		m.registry.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: name, Help: g.help},
			func() float64 { return float64(g.count()) }))
	}
}

// Observe counts one operation; it is graph.ServerConfig's hook.
func (m *Metrics) Observe(ctx context.Context, o graph.Observation) {
	name := "other"
	if o.Trusted {
		name = cmp.Or(o.Operation, name)
	}
	outcome := "ok"
	if len(o.Codes) > 0 {
		outcome = o.Codes[0]
	}
	m.requests.WithLabelValues(name, o.Kind, outcome).Inc()
	m.seconds.WithLabelValues(name).Observe(o.Duration.Seconds())
	if count, ok := ctx.Value(statementsKey{}).(func() int); ok {
		m.statements.WithLabelValues(name).Add(float64(count()))
	}
}

// Job counts one attempt at a job; it is the hook of internal/jobs.
func (m *Metrics) Job(kind string, took time.Duration, err error) {
	outcome := "ok"
	if err != nil {
		outcome = "failed"
	}
	m.jobs.WithLabelValues(kind, outcome).Observe(took.Seconds())
}

// SignIn counts one attempt to sign in; it is the hook of internal/session.
func (m *Metrics) SignIn(outcome session.Outcome) { m.signIns.WithLabelValues(string(outcome)).Inc() }

// Count adds n to what happened; it is the hook of the services whose work is
// counted.
func (m *Metrics) Count(event string, n int) { m.events.WithLabelValues(event).Add(float64(n)) }

type statementsKey struct{}

// CountStatements has the statements of each request counted: with gives a
// context and the number of statements sent under it so far.
func (m *Metrics) CountStatements(with func(context.Context) (context.Context, func() int), next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, count := with(r.Context())
		next.ServeHTTP(w, r.WithContext(context.WithValue(ctx, statementsKey{}, count)))
	})
}

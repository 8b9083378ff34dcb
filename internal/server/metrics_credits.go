package server

import "github.com/prometheus/client_golang/prometheus"

// ledger are the numbers of communication credits.
type ledger struct {
	movements *prometheus.CounterVec
	credits   *prometheus.CounterVec
}

func newLedger(registry *prometheus.Registry) ledger {
	l := ledger{
		movements: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "tenantry_credit_movements_total", Help: "Movements of credits that were asked for, by type and outcome: booked, replayed or the code of the refusal.",
		}, []string{"type", "outcome"}),
		credits: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "tenantry_credits_moved_total", Help: "Credits of the movements that were booked, by type.",
		}, []string{"type"}),
	}
	registry.MustRegister(l.movements, l.credits)
	return l
}

// Credits counts one movement of credits; it is the hook of internal/commerce.
func (m *Metrics) Credits(movement, outcome string, credits int64) {
	m.ledger.movements.WithLabelValues(movement, outcome).Inc()
	m.ledger.credits.WithLabelValues(movement).Add(float64(credits))
}

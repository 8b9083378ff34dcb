package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"time"
)

// figures are what one line of the table says. CPU is in microseconds a
// request, rates are a second.
type figures struct {
	Name, Operation        string
	Trusted                bool
	Rate                   float64
	P50, P99               time.Duration
	ServerCPU, PostgresCPU float64
	Statements             int
	Bytes                  int
	Pgbench, PgbenchCPU    float64 // 0 when nothing is compared
	Ratio                  float64 // Rate beside Pgbench
}

func (f figures) cpu() float64 { return f.ServerCPU + f.PostgresCPU }

// plan is how long and how often is measured.
type plan struct {
	connections, rounds int
	each, warm          time.Duration
	withPgbench         bool
}

// measure runs every line in turn, round after round, so that a change of the
// machine meets all of them, and gives medians of the rounds.
func measure(ctx context.Context, h *house, lines []subject, p plan, progress io.Writer) ([]figures, error) {
	scripts, statements, err := h.scripts(ctx, lines, p)
	if err != nil {
		return nil, err
	}
	bench, err := h.pgbench(p.connections)
	if err != nil && p.withPgbench {
		return nil, err
	}
	runs := make([][]figures, len(lines))
	for round := range p.rounds {
		for i, line := range lines {
			fmt.Fprintf(progress, "round %d of %d: %s\n", round+1, p.rounds, line.Name)
			f, err := h.once(ctx, line, p)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", line.Name, err)
			}
			f.Statements = statements[i]
			if s, ok := scripts[line.Name]; ok && p.withPgbench {
				if err := h.compare(ctx, bench, s, p, &f); err != nil {
					return nil, fmt.Errorf("%s: %w", line.Name, err)
				}
			}
			runs[i] = append(runs[i], f)
		}
	}
	var out []figures
	for _, r := range runs {
		out = append(out, medianOf(r))
	}
	return out, nil
}

// scripts captures what pgbench is to run, and counts statements.
func (h *house) scripts(ctx context.Context, lines []subject, p plan) (map[string]script, []int, error) {
	scripts, statements := map[string]script{}, make([]int, len(lines))
	for i, line := range lines {
		found, err := h.capture(ctx, line.variants...)
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", line.Name, err)
		}
		for _, f := range found {
			statements[i] = max(statements[i], len(f))
		}
		if line.alone || !p.withPgbench {
			continue
		}
		if line.changes {
			continue // its statements cannot be run twice: see ratio in the report
		}
		if scripts[line.Name], err = makeScript(found); err != nil {
			return nil, nil, fmt.Errorf("%s: %w", line.Name, err)
		}
	}
	return scripts, statements, nil
}

// once warms up and measures one line.
func (h *house) once(ctx context.Context, line subject, p plan) (figures, error) {
	f := figures{Name: line.Name, Operation: line.Operation, Trusted: line.Trusted}
	if err := h.journal.forget(); err != nil {
		return f, err
	}
	if _, err := drive(ctx, h.addr, line.cycles, p.connections, p.warm); err != nil {
		return f, err
	}
	server, postgres, err := h.cpu()
	if err != nil {
		return f, err
	}
	s, err := drive(ctx, h.addr, line.cycles, p.connections, p.each)
	if err != nil {
		return f, err
	}
	serverEnd, postgresEnd, err := h.cpu()
	if err != nil {
		return f, err
	}
	per := func(d time.Duration) float64 { return float64(d.Microseconds()) / float64(s.Requests) }
	f.Rate, f.P50, f.P99, f.Bytes = s.rate(), s.P50, s.P99, s.Bytes
	f.ServerCPU, f.PostgresCPU = per(serverEnd-server), per(postgresEnd-postgres)
	if line.changes {
		// Mails still to be sent are not to be paid by the next line.
		_, err = h.owner.ExecContext(ctx, "DELETE FROM river_job")
	}
	return f, err
}

// compare runs the same statements by pgbench.
func (h *house) compare(ctx context.Context, bench pgbench, s script, p plan, f *figures) error {
	if _, err := bench.rate(ctx, s, p.warm); err != nil {
		return err
	}
	_, before, err := h.cpu()
	if err != nil {
		return err
	}
	if f.Pgbench, err = bench.rate(ctx, s, p.each); err != nil {
		return err
	}
	_, after, err := h.cpu()
	if err != nil {
		return err
	}
	f.PgbenchCPU = float64((after - before).Microseconds()) / (f.Pgbench * p.each.Seconds())
	f.Ratio = f.Rate / f.Pgbench
	return nil
}

// cpu is what server and PostgreSQL have used so far.
func (h *house) cpu() (server, postgres time.Duration, err error) {
	if server, err = cpuOf(h.server.Process.Pid); err != nil {
		return 0, 0, err
	}
	postgres, err = cpuOf(h.postgres)
	return server, postgres, err
}

// medianOf takes the median of each figure.
func medianOf(runs []figures) figures {
	out := runs[0]
	pick := func(of func(figures) float64) float64 {
		var values []float64
		for _, r := range runs {
			values = append(values, of(r))
		}
		return median(values)
	}
	out.Rate = pick(func(f figures) float64 { return f.Rate })
	out.P50 = time.Duration(pick(func(f figures) float64 { return float64(f.P50) }))
	out.P99 = time.Duration(pick(func(f figures) float64 { return float64(f.P99) }))
	out.ServerCPU = pick(func(f figures) float64 { return f.ServerCPU })
	out.PostgresCPU = pick(func(f figures) float64 { return f.PostgresCPU })
	out.Pgbench = pick(func(f figures) float64 { return f.Pgbench })
	out.PgbenchCPU = pick(func(f figures) float64 { return f.PgbenchCPU })
	out.Ratio = pick(func(f figures) float64 { return f.Ratio })
	return out
}

func median(values []float64) float64 {
	slices.Sort(values)
	n := len(values)
	return (values[(n-1)/2] + values[n/2]) / 2
}

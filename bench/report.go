package main

import (
	"fmt"
	"runtime"
	"strings"
	"time"
)

// dataSize is how much data is written.
type dataSize struct {
	name                 string
	users, organizations int
	business             bool // measures the list of organizations instead
}

func sizeNamed(name string) (dataSize, error) {
	switch name {
	case "10k":
		return dataSize{name: name, users: 10_000, organizations: 10}, nil
	case "100k":
		return dataSize{name: name, users: 100_000, organizations: 100}, nil
	case "1m":
		return dataSize{name: name, users: 1_000_000, organizations: 1_000}, nil
	case "1k-organizations":
		return dataSize{name: name, users: 2_000, organizations: 1_000, business: true}, nil
	case "100k-organizations":
		return dataSize{name: name, users: 2_000, organizations: 100_000, business: true}, nil
	}
	return dataSize{}, fmt.Errorf("size %q: say 10k, 100k, 1m, 1k-organizations or 100k-organizations", name)
}

// seeded is how many organizations the program itself makes.
func (s dataSize) seeded() int {
	if s.business {
		return seededOrganizations
	}
	return s.organizations
}

// bytes is how much room the data takes at most, logs and WAL included.
func (s dataSize) bytes() int64 { return int64(s.users+2*s.organizations)*8<<10 + 6<<30 }

// result is everything one size gave.
type result struct {
	size     dataSize
	lines    []figures
	deepPage int
	extra    extras
	ceiling  sample
	resident int64 // bytes of the server's memory after the load
	versions string
	plan     plan
}

// extras are statements of operations that only differ by one selection.
type extras struct{ plain, counted, unnested, nested int }

// table is the result as Markdown that also reads well on a terminal.
func (r result) table() string {
	var b strings.Builder
	fmt.Fprintf(&b, "### %s: %d users in %d organizations\n\n", r.size.name, r.size.users+2*(r.size.organizations-r.size.seeded()), r.size.organizations)
	head := []string{"operation", "CPU µs", "server", "PostgreSQL", "SQL", "ratio", "req/s", "pgbench tps", "its CPU µs", "p50 ms", "p99 ms", "bytes", "asked by"}
	rows := [][]string{head}
	for _, f := range r.lines {
		ratio, tps, cpu := "–", "–", "–"
		if f.Pgbench > 0 {
			ratio, tps, cpu = fmt.Sprintf("%.2f", f.Ratio), fmt.Sprintf("%.0f", f.Pgbench), fmt.Sprintf("%.0f", f.PgbenchCPU)
		}
		by := "text"
		if f.Trusted {
			by = "hash"
		}
		rows = append(rows, []string{
			f.Name, fmt.Sprintf("%.0f", f.cpu()), fmt.Sprintf("%.0f", f.ServerCPU), fmt.Sprintf("%.0f", f.PostgresCPU),
			fmt.Sprint(f.Statements), ratio, fmt.Sprintf("%.0f", f.Rate), tps, cpu,
			millis(f.P50), millis(f.P99), fmt.Sprint(f.Bytes), by,
		})
	}
	b.WriteString(aligned(rows))
	if r.size.business {
		fmt.Fprintf(&b, "\nThe deep pages are up to page %d of %d rows.\n", r.deepPage, organizationRows)
	} else {
		fmt.Fprintf(&b, "\nThe deep page is page %d of %d rows. Statements: users page %d, with totalCount %d; organizations %d, with nested users %d.\n",
			r.deepPage, pageRows, r.extra.plain, r.extra.counted, r.extra.unnested, r.extra.nested)
	}
	fmt.Fprintf(&b, "%d connections, medians of %d rounds of %s. The load generator alone manages %.0f requests a second of %d bytes. Memory of the server after the load: %d MB.\n",
		r.plan.connections, r.plan.rounds, r.plan.each, r.ceiling.rate(), r.ceiling.Bytes, r.resident>>20)
	return b.String()
}

// machine describes what was measured on, and nothing that names it.
func (r result) machine() string {
	return fmt.Sprintf("%d cores, %s, %s; load generator, server, PostgreSQL and pgbench share them.", runtime.NumCPU(), runtime.Version(), r.versions)
}

func millis(d time.Duration) string { return fmt.Sprintf("%.1f", float64(d)/float64(time.Millisecond)) }

// aligned draws a table of Markdown, its columns padded, numbers to the right.
func aligned(rows [][]string) string {
	width := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			width[i] = max(width[i], len([]rune(cell)))
		}
	}
	var b strings.Builder
	for n, row := range rows {
		for i, cell := range row {
			pad := strings.Repeat(" ", width[i]-len([]rune(cell)))
			if i == 0 {
				b.WriteString("| " + cell + pad + " |")
			} else {
				b.WriteString(" " + pad + cell + " |")
			}
		}
		b.WriteByte('\n')
		if n == 0 {
			for i, w := range width {
				if i == 0 {
					b.WriteString("|" + strings.Repeat("-", w+2) + "|")
				} else {
					b.WriteString(strings.Repeat("-", w+1) + ":|")
				}
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}

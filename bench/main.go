// Package main answers what a request costs: it starts the real program with
// made-up data and a private PostgreSQL, drives it over HTTP and compares it
// with pgbench running the same SQL on the same data.
//
//	go build -o bin/tenantry ./cmd/tenantry && go run ./bench
//	go run ./bench -size 100k,1m -check -update
package main

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"
)

type options struct {
	plan
	binary, sizes, only string
	baseline            string
	update, check, show bool
	timeout             time.Duration
}

func main() {
	var o options
	flag.StringVar(&o.binary, "bin", "bin/tenantry", "the program to measure")
	flag.StringVar(&o.sizes, "size", cmp.Or(os.Getenv("SIZE"), "100k"), "10k, 100k or 1m users, 1k-organizations or 100k-organizations; several with commas, the smaller first; SIZE in the environment sets it too")
	flag.StringVar(&o.only, "only", "", "measure only lines whose name contains this")
	flag.IntVar(&o.connections, "connections", 32, "kept-alive connections, and clients of pgbench")
	flag.IntVar(&o.rounds, "rounds", 3, "rounds, of which the medians count")
	flag.DurationVar(&o.each, "time", 10*time.Second, "time of one line in one round, and of pgbench beside it")
	flag.DurationVar(&o.warm, "warm", 2*time.Second, "time to warm up before each")
	flag.BoolVar(&o.withPgbench, "pgbench", true, "compare with pgbench")
	flag.StringVar(&o.baseline, "baseline", "bench/baseline.md", "file that -update writes")
	flag.BoolVar(&o.update, "update", false, "write the baseline")
	flag.BoolVar(&o.check, "check", false, "fail when a goal is missed")
	flag.BoolVar(&o.show, "show", false, "print the SQL of each line instead of measuring")
	flag.DurationVar(&o.timeout, "timeout", 45*time.Minute, "time for everything")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal does not wait
	ctx, cancel := context.WithTimeout(ctx, o.timeout)
	defer cancel()
	if err := run(ctx, o, os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// run measures each size and reports.
func run(ctx context.Context, o options, out, progress io.Writer) error {
	var results []result
	var tables strings.Builder
	for name := range strings.SplitSeq(o.sizes, ",") {
		size, err := sizeNamed(name)
		if err != nil {
			return err
		}
		r, err := measureSize(ctx, o, size, progress)
		if err != nil {
			return fmt.Errorf("size %s: %w", name, err)
		}
		if o.show {
			return nil
		}
		results = append(results, r)
		fmt.Fprintf(out, "\n%s\n", r.table())
		tables.WriteString(r.table() + "\n")
	}
	judged := goals(results)
	missed := 0
	for _, g := range judged {
		fmt.Fprintln(out, g)
		if !g.met {
			missed++
		}
	}
	if o.update && o.only == "" {
		if err := os.WriteFile(o.baseline, baseline(results, judged, tables.String()), 0o644); err != nil {
			return err
		}
	}
	if o.check && missed > 0 {
		return fmt.Errorf("%d goals missed", missed)
	}
	return nil
}

// measureSize does everything for one size and leaves nothing behind.
func measureSize(ctx context.Context, o options, size dataSize, progress io.Writer) (r result, err error) {
	h := &house{binary: o.binary}
	defer func() { err = errors.Join(err, h.close()) }()
	if err := h.open(ctx, size, progress); err != nil {
		return r, err
	}
	docs, err := loadDocuments()
	if err != nil {
		return r, err
	}
	var lines []subject
	var at place
	if size.business {
		lines, at, err = organizationLines(ctx, h, docs, size)
	} else {
		lines, at, err = lineUp(ctx, h, docs, size, o.connections)
	}
	if err != nil {
		return r, err
	}
	if o.only != "" {
		lines = filtered(lines, o.only)
	}
	if o.show {
		return r, h.show(ctx, lines, progress)
	}
	r = result{size: size, deepPage: at.page, plan: o.plan}
	if !size.business {
		if r.extra, err = h.countExtras(ctx, docs); err != nil {
			return r, err
		}
	}
	if r.lines, err = measure(ctx, h, lines, o.plan, progress); err != nil {
		return r, err
	}
	if r.resident, err = residentBytes(h.server.Process.Pid); err != nil {
		return r, err
	}
	if r.ceiling, err = ceiling(ctx, max(r.line(lineFirst).Bytes, 100), o.connections, min(o.each, 5*time.Second)); err != nil {
		return r, err
	}
	err = h.owner.QueryRowContext(ctx, "SELECT 'PostgreSQL ' || split_part(current_setting('server_version'), ' ', 1)").Scan(&r.versions)
	return r, err
}

// show prints the statements of the first variant of each line.
func (h *house) show(ctx context.Context, lines []subject, out io.Writer) error {
	for _, line := range lines {
		found, err := h.capture(ctx, line.variants...)
		if err != nil {
			return err
		}
		fmt.Fprintf(out, "\n## %s\n", line.Name)
		for i, s := range found[0] {
			fmt.Fprintf(out, "-- %d\n%s\n", i+1, s.SQL)
			for n, p := range s.Params {
				if p != nil {
					fmt.Fprintf(out, "   $%d = %.200q\n", n+1, *p)
				}
			}
		}
	}
	return nil
}

// countExtras learns what totalCount and a nested page add.
func (h *house) countExtras(ctx context.Context, docs documents) (extras, error) {
	var requests [][]byte
	for _, ask := range []struct {
		operation string
		variables map[string]any
	}{
		{"UsersRows", nil},
		{"UsersRows", map[string]any{"counted": true}},
		{"OrganizationsUsers", map[string]any{"nested": false}},
		{"OrganizationsUsers", nil},
	} {
		body, _, err := docs.body(ask.operation, ask.variables)
		if err != nil {
			return extras{}, err
		}
		requests = append(requests, encode(h.addr, h.token, body))
	}
	found, err := h.capture(ctx, requests...)
	if err != nil {
		return extras{}, err
	}
	return extras{len(found[0]), len(found[1]), len(found[2]), len(found[3])}, nil
}

func filtered(lines []subject, part string) []subject {
	var out []subject
	for _, l := range lines {
		if strings.Contains(l.Name, part) {
			out = append(out, l)
		}
	}
	return out
}

func baseline(results []result, judged []goal, tables string) []byte {
	var b strings.Builder
	b.WriteString("# What a request costs\n\nWritten by `go run ./bench -update`. CPU is the operating system's own account, a request.\n" +
		"The ratio is the rate beside pgbench -M prepared with the same SQL in the same run.\n\n")
	b.WriteString(results[0].machine() + "\n\n" + tables)
	for _, g := range judged {
		b.WriteString("- " + g.String() + "\n")
	}
	return []byte(b.String())
}

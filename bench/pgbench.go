package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// script is what pgbench runs for one operation: a file for each variant of
// its variables, of which every transaction takes one by chance, and the
// values of the parameters, which are handed over outside the text so that
// pgbench prepares the very statements the server prepared.
type script struct {
	Files  []string // texts
	Values []string // pN=value
}

// makeScript turns the statements of each variant into a script.
func makeScript(variants [][]statement) (script, error) {
	var out script
	placeholder := regexp.MustCompile(`\$(\d+)`)
	// pgbench would take a colon before a word for one of its own variables.
	colon := regexp.MustCompile(`(^|[^:]):[A-Za-z0-9_]`)
	for _, statements := range variants {
		var text strings.Builder
		for _, s := range statements {
			if colon.MatchString(s.SQL) {
				return script{}, fmt.Errorf("pgbench cannot run a statement with a colon before a word: %.100q", s.SQL)
			}
			base := len(out.Values)
			missing := false
			sql := placeholder.ReplaceAllStringFunc(s.SQL, func(sign string) string {
				n, err := strconv.Atoi(sign[1:])
				if err != nil || n < 1 || n > len(s.Params) {
					missing = true
					return sign
				}
				if s.Params[n-1] == nil {
					return "NULL"
				}
				return fmt.Sprintf(":p%d", base+n-1)
			})
			if missing {
				return script{}, fmt.Errorf("a parameter is missing from the log: %.100q", s.SQL)
			}
			for i, p := range s.Params {
				value := ""
				if p != nil {
					value = *p
				}
				out.Values = append(out.Values, fmt.Sprintf("p%d=%s", base+i, value))
			}
			text.WriteString(strings.TrimRight(strings.TrimSpace(sql), ";") + ";\n")
		}
		out.Files = append(out.Files, text.String())
	}
	return out, nil
}

// pgbench is the program and how it reaches the database.
type pgbench struct {
	path                         string
	socket, port, role, database string
	dir                          string // for scripts
	connections                  int
}

// rate runs a script for a while and gives its transactions a second.
func (p pgbench) rate(ctx context.Context, s script, d time.Duration) (float64, error) {
	seconds := max(1, int(d.Round(time.Second).Seconds()))
	args := []string{
		"-n", "-M", "prepared", "-c", strconv.Itoa(p.connections), "-j", "2", "-T", strconv.Itoa(seconds),
		"-h", p.socket, "-p", p.port, "-U", p.role,
	}
	for _, v := range s.Values {
		args = append(args, "-D", v)
	}
	for i, text := range s.Files {
		name := filepath.Join(p.dir, fmt.Sprintf("script%d.sql", i))
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			return 0, err
		}
		args = append(args, "-f", name)
	}
	ctx, cancel := context.WithTimeout(ctx, d+time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, p.path, append(args, p.database)...)
	cmd.Env = []string{"LC_ALL=C", "PATH=" + os.Getenv("PATH")}
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	out, err := cmd.CombinedOutput()
	if err != nil {
		return 0, fmt.Errorf("pgbench: %w: %.600s", err, out)
	}
	return parseRate(string(out))
}

// parseRate finds the rate in pgbench's report, the one without the time to
// connect.
func parseRate(report string) (float64, error) {
	if !strings.Contains(report, "number of failed transactions: 0 ") && strings.Contains(report, "number of failed transactions") {
		return 0, errors.New("pgbench: some transactions failed")
	}
	for line := range lines(report) {
		var rate float64
		var rest string
		if n, _ := fmt.Sscanf(line, "tps = %f (%s", &rate, &rest); n == 2 && (rest == "without" || rest == "excluding") {
			return rate, nil
		}
	}
	return 0, fmt.Errorf("pgbench: no rate in its report: %.300q", report)
}

// findPgbench looks where the server's own programs are, newest first.
func findPgbench() (string, error) {
	if path, err := exec.LookPath("pgbench"); err == nil {
		return path, nil
	}
	var found []string
	for _, pattern := range []string{"/usr/lib/postgresql/*/bin/pgbench", "/usr/pgsql-*/bin/pgbench", "/opt/homebrew/opt/postgresql*/bin/pgbench"} {
		names, _ := filepath.Glob(pattern) // the patterns are well formed
		found = append(found, names...)
	}
	if len(found) == 0 {
		return "", errors.New("pgbench is not installed; it comes with PostgreSQL's contributed programs")
	}
	return slices.Max(found), nil
}

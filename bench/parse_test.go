package main

import (
	"bufio"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func text(s string) param { return &s }

func TestParseLog(t *testing.T) {
	t.Parallel()
	log := strings.Join([]string{
		"@11 tenantry LOG:  execute s1: SELECT a",
		"\tFROM t WHERE b = $1 AND c = $2",
		"@12 tenantry LOG:  statement: BEGIN",
		"@11 tenantry DETAIL:  parameters: $1 = 'it''s',",
		"@13 tenantry_owner LOG:  execute <unnamed>: SELECT 1",
		"@13 tenantry_owner DETAIL:  parameters: $1 = '7'",
		"@12 tenantry LOG:  execute s2: UPDATE t SET x = $1, y = $2",
		"@11 tenantry LOG:  disconnection: session time: 0:00:01",
		"@12 tenantry DETAIL:  parameters: $1 = 'two",
		"\tlines', $2 = NULL",
		"\tlost",
	}, "\n")
	// The third line of process 11 was cut short on purpose.
	if _, err := parseLog(log, "tenantry"); err == nil {
		t.Error("a list of parameters that ends with a comma was taken")
	}
	log = strings.Replace(log, "'it''s',", "'it''s', $2 = '{x,y}'", 1)
	log = strings.Replace(log, "\n\tlost", "", 1)
	got, err := parseLog(log, "tenantry")
	if err != nil {
		t.Fatal(err)
	}
	want := []statement{
		{"SELECT a\nFROM t WHERE b = $1 AND c = $2", []param{text("it's"), text("{x,y}")}},
		{"BEGIN", nil},
		{"UPDATE t SET x = $1, y = $2", []param{text("two\nlines"), nil}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if left := ofOperation(got); len(left) != 2 {
		t.Errorf("%d statements without the frame, want 2", len(left))
	}
}

func TestParseParams(t *testing.T) {
	t.Parallel()
	for in, want := range map[string][]param{
		"":                          nil,
		"$1 = ''":                   {text("")},
		"$1 = '', $2 = ''''":        {text(""), text("'")},
		"$1 = 'a, $2 = ', $2 = 'b'": {text("a, $2 = "), text("b")},
	} {
		got, err := parseParams(in)
		if err != nil || cmp.Diff(want, got) != "" {
			t.Errorf("%q: %v %s", in, err, cmp.Diff(want, got))
		}
	}
	for _, in := range []string{"$2 = 'a'", "$1 = 'a", "$1 = a", "x"} {
		if _, err := parseParams(in); err == nil {
			t.Errorf("%q was taken", in)
		}
	}
}

func TestOfOperation(t *testing.T) {
	t.Parallel()
	var all []statement
	for _, sql := range []string{
		"begin isolation level repeatable read", "COMMIT;", `SELECT "beginning" FROM t`,
		"UPDATE river_job SET state = $1", "INSERT INTO river_job (args) VALUES ($1)", "INSERT INTO river_leader VALUES ($1)",
	} {
		all = append(all, statement{SQL: sql})
	}
	var got []string
	for _, s := range ofOperation(all) {
		got = append(got, s.SQL)
	}
	want := []string{`SELECT "beginning" FROM t`, "INSERT INTO river_job (args) VALUES ($1)"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestUsual(t *testing.T) {
	t.Parallel()
	a, b, noise := statement{SQL: "a"}, statement{SQL: "b"}, statement{SQL: "noise"}
	got := usual([][]statement{{a, noise, b}, {a, b}, {b, a}})
	if diff := cmp.Diff([]statement{a, b}, got); diff != "" {
		t.Error(diff)
	}
}

func TestMakeScript(t *testing.T) {
	t.Parallel()
	got, err := makeScript([][]statement{
		{{"SELECT $1::text, $2", []param{text("a=b"), nil}}, {"SELECT 1;", nil}},
		{{"SELECT $10, $1", []param{text("1"), nil, nil, nil, nil, nil, nil, nil, nil, text("10")}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	wantFiles := []string{"SELECT :p0::text, NULL;\nSELECT 1;\n", "SELECT :p11, :p2;\n"}
	if diff := cmp.Diff(wantFiles, got.Files); diff != "" {
		t.Error(diff)
	}
	if got.Values[0] != "p0=a=b" || got.Values[11] != "p11=10" {
		t.Error(got.Values)
	}
	for _, s := range []statement{{"SELECT '12:30'", nil}, {"SELECT $1", nil}} {
		if _, err := makeScript([][]statement{{s}}); err == nil {
			t.Errorf("%q was taken", s.SQL)
		}
	}
}

func TestParseRate(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]float64{
		"number of failed transactions: 0 (0.000%)\ntps = 812.5 (without initial connection time)\n":           812.5,
		"tps = 800.0 (including connections establishing)\ntps = 812.5 (excluding connections establishing)\n": 812.5,
		"number of failed transactions: 3 (1.000%)\ntps = 812.5 (without initial connection time)\n":           0,
		"pgbench: error\n": 0,
	} {
		if got, err := parseRate(in); got != want || (err == nil) != (want > 0) {
			t.Errorf("%q: %v %v", in, got, err)
		}
	}
}

func TestParseStat(t *testing.T) {
	t.Parallel()
	got, err := parseStat([]byte("42 (a) b (c) S 7 42 42 0 -1 4194560 1 2 3 4 150 50 30 20 20 0 1 0 99\n"))
	want := process{pid: 42, parent: 7, own: 2 * time.Second, inherited: 500 * time.Millisecond}
	if err != nil || got != want {
		t.Errorf("%+v %v", got, err)
	}
	for _, bad := range []string{"", "42 (a", "42 (a) S 7", "x (a) S 7 0 0 0 0 0 0 0 0 0 1 1 1 1"} {
		if _, err := parseStat([]byte(bad)); err == nil {
			t.Errorf("%q was taken", bad)
		}
	}
}

func TestReadAnswer(t *testing.T) {
	t.Parallel()
	in := bufio.NewReader(strings.NewReader("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}" +
		"HTTP/1.1 503 No\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nA\r\n0123456789\r\n0\r\n\r\n"))
	status, length, err := readHead(in)
	if status != 200 || length != 2 || err != nil {
		t.Errorf("%d %d %v", status, length, err)
	}
	if _, err := in.Discard(length); err != nil {
		t.Fatal(err)
	}
	if status, length, err = readHead(in); status != 503 || length != -1 || err != nil {
		t.Errorf("%d %d %v", status, length, err)
	}
	body, err := readChunks(in, nil)
	if string(body) != "abc0123456789" || err != nil {
		t.Errorf("%q %v", body, err)
	}
	if _, _, err := readHead(bufio.NewReader(strings.NewReader("\r\n"))); err == nil {
		t.Error("an empty status line was taken")
	}
}

func TestOperationName(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"# a query\nquery A {\n  x\n}": "A", "mutation B ($x: ID!) {": "B", "query C($x: ID!) {": "C", "{ x }": "",
		"fragment D on T { x }\nquery E{x}": "E",
	} {
		if got := operationName(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestMedian(t *testing.T) {
	t.Parallel()
	if a, b := median([]float64{3, 1, 2}), median([]float64{4, 1, 2, 3}); a != 2 || b != 2.5 {
		t.Error(a, b)
	}
}

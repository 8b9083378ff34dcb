package usage

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/uuid"

	"tenantry/ent/schema"
	"tenantry/internal/dbtest"
)

// BenchmarkRecord writes full batches, each with new keys: ns/op is that of ten
// thousand records. Time of the processors is told besides, of this program and
// of the database, because others may use the machine.
func BenchmarkRecord(b *testing.B) {
	for name, c := range map[string]struct{ organizations, days int }{
		"few":  {50, 7},     // records of the same few sums
		"many": {10_000, 1}, // each record is the first of its day
	} {
		b.Run(name, func(b *testing.B) {
			h := setup(b)
			ids := h.customers(c.organizations)
			n := 0
			var program, server time.Duration
			for b.Loop() {
				b.StopTimer()
				var text strings.Builder
				text.WriteString("organizationId,metric,day,quantity,key\n")
				for i := range MaxBatch {
					day := h.clock.now().AddDate(0, 0, -i%c.days-n%60)
					fmt.Fprintf(&text, "%s,%s,%s,%d,cdr-%d-%d\n", ids[i%len(ids)], Metrics()[i%6].Key, day.Format(time.DateOnly), i%1000, n, i)
				}
				n++
				program, server = program-ownCPU(b), server-serverCPU(b)
				b.StartTimer()
				got, err := h.Record(h.ctx, csvBatch(text.String(), nil))
				b.StopTimer()
				program, server = program+ownCPU(b), server+serverCPU(b)
				b.StartTimer()
				h.must(err)
				if got.Accepted != MaxBatch {
					b.Fatalf("%+v", got)
				}
			}
			records := float64(n * MaxBatch)
			b.ReportMetric(records/b.Elapsed().Seconds(), "records/s")
			b.ReportMetric(float64(program.Microseconds())/records, "program-µs/record")
			b.ReportMetric(float64(server.Microseconds())/records, "server-µs/record")
		})
	}
}

// customers makes many of them and answers their public ids.
func (h *house) customers(n int) []string {
	h.t.Helper()
	rows, err := h.owner.QueryContext(h.t.Context(), `INSERT INTO organizations (reseller_id, id, account_id, parent_id, kind, path, name, sort_name,
			search_text, status, tags, created_at, updated_at, version, features, hidden_features, legal_name, address, contact_name, contact_email, phone, two_factor_required)
		SELECT $1, id, id, $2::uuid, 'CUSTOMER', $2::uuid || '/' || id || '/', name, name, name, 'ACTIVE', '[]', $3, $3, 1, '{}', '{}', '', '', '', 'a@b.test', '', false
		FROM (SELECT gen_random_uuid() AS id, 'customer ' || n AS name FROM generate_series(1, $4) AS n) AS x RETURNING id`, h.reseller, h.root, h.clock.now(), n)
	h.must(err)
	defer rows.Close()
	var ids []string
	for rows.Next() {
		var id uuid.UUID
		h.must(rows.Scan(&id))
		ids = append(ids, schema.GlobalID("org", id))
	}
	h.must(rows.Err())
	return ids
}

func ownCPU(b *testing.B) time.Duration {
	var use syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &use); err != nil {
		b.Fatal(err)
	}
	return time.Duration(use.Utime.Nano() + use.Stime.Nano())
}

// serverCPU is what the database server's processes have taken together, in
// steps of 10 ms; nothing where there is no /proc.
func serverCPU(b *testing.B) time.Duration {
	text, err := os.ReadFile(filepath.Join(dbtest.Server(b).Dir(), "data", "postmaster.pid"))
	if err != nil {
		b.Fatal(err)
	}
	root, _, _ := strings.Cut(string(text), "\n")
	all, _ := filepath.Glob("/proc/[0-9]*/stat")
	ticks := 0
	for _, name := range all {
		stat, err := os.ReadFile(name)
		if err != nil {
			continue // it has just ended
		}
		fields := strings.Fields(string(stat[bytes.LastIndexByte(stat, ')')+1:]))
		if fields[1] != root && filepath.Base(filepath.Dir(name)) != root {
			continue
		}
		for _, f := range fields[11:13] {
			n, _ := strconv.Atoi(f)
			ticks += n
		}
	}
	return time.Duration(ticks) * 10 * time.Millisecond
}

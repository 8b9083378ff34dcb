package database

import (
	"strings"
	"testing"
)

func TestParseURL(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name, in, dsn string // dsn "" = as given
		pooler        bool
		fails         string // part of the error
	}{
		{name: "URL", in: "postgres://u:p@db.test/d?sslmode=disable", dsn: "postgres://u:p@db.test/d?sslmode=disable&connect_timeout=5"},
		{name: "URL without query", in: "postgresql://db.test/d", dsn: "postgresql://db.test/d?connect_timeout=5"},
		{name: "timeout given", in: "postgres://db.test/d?connect_timeout=2"},
		{name: "timeout of nought", in: "postgres://db.test/d?connect_timeout=0&sslmode=disable", dsn: "postgres://db.test/d?sslmode=disable&connect_timeout=5"},
		{name: "pairs", in: "host=db.test dbname=d", dsn: "host=db.test dbname=d connect_timeout=5"},
		{name: "several hosts", in: "host=a.test,b.test port=5432,5433 target_session_attrs=read-write connect_timeout=3"},
		{name: "several hosts URL", in: "postgres://a.test,b.test/d?load_balance_hosts=random&connect_timeout=3"},
		{name: "quoted values", in: `host=db.test password='a \' pool_mode=x' connect_timeout=3`},
		{name: "pooler by port", in: "postgres://db.test:6432/d", fails: "binary_parameters=yes"},
		{name: "pooler by port among hosts", in: "host=a.test,b.test port=5432,6432", fails: "binary_parameters=yes"},
		{name: "pooler by key", in: "postgres://db.test/d?pgbouncer=true", fails: "binary_parameters=yes"},
		{name: "pooler by mode", in: "host=db.test pool_mode=transaction", fails: "binary_parameters=yes"},
		{name: "safe pooler", in: "postgres://db.test:6432/d?pgbouncer=true&binary_parameters=yes&connect_timeout=3",
			dsn: "postgres://db.test:6432/d?binary_parameters=yes&connect_timeout=3", pooler: true},
		{name: "safe pooler pairs", in: "host=db.test pgbouncer = 'true'  binary_parameters=yes connect_timeout=3",
			dsn: "host=db.test  binary_parameters=yes connect_timeout=3", pooler: true},
		{name: "first pair ours", in: "pgbouncer=on host=db.test binary_parameters=1 connect_timeout=3",
			dsn: "host=db.test binary_parameters=1 connect_timeout=3", pooler: true},
		{name: "session pooler", in: "host=db.test port=6432 pool_mode=session connect_timeout=3", dsn: "host=db.test port=6432 connect_timeout=3"},
		{name: "no pooler", in: "postgres://db.test:6432/d?pgbouncer=false", dsn: "postgres://db.test:6432/d?connect_timeout=5"},
		{name: "statement pooling", in: "host=db.test pool_mode=statement", fails: "session or transaction"},
		{name: "unclear", in: "host=db.test pgbouncer=maybe", fails: "true or false"},
		{name: "empty", in: " ", fails: "empty"},
		{name: "no value", in: "host", fails: `missing "="`},
		{name: "secret stays secret", in: "postgres://u:hunter2@db.test:port/d", fails: "DATABASE_URL"},
		{name: "wrong value", in: "host=db.test connect_timeout=soon", fails: "connect_timeout"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			got, err := ParseURL(test.in)
			if test.fails != "" {
				if err == nil || !strings.Contains(err.Error(), test.fails) || strings.Contains(err.Error(), "hunter2") {
					t.Errorf("error %v, want one with %q", err, test.fails)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if test.dsn == "" {
				test.dsn = test.in
			}
			if got.DSN != test.dsn || got.TransactionPooler != test.pooler {
				t.Errorf("got %q, pooler %t", got.DSN, got.TransactionPooler)
			}
			if got.config.ConnectTimeout <= 0 || len(got.config.Runtime) > 0 {
				t.Errorf("timeout %v, settings for the server %v", got.config.ConnectTimeout, got.config.Runtime)
			}
		})
	}
}
